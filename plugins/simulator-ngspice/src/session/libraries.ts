import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, sep } from 'node:path';
import { EvospiceError } from '@evospice/contracts';
import type { Engine } from '../engine/engine.ts';

/** Environment variable that names the folders whose libraries may be loaded. */
const TRUSTED = 'EVOSPICE_OSDI_PATH';

/** What an ngspice prints that was built without OSDI. */
const unknownCommand = /osdi: no such command/i;
const trouble = /^.*\b(?:error|cannot|could not|couldn't|unable|failed)\b.*$/im;

const OSDI_REMEDY = 'use an ngspice built with --enable-osdi (version 39 or newer; the packages of Debian and the WebAssembly engine are built without)';

/** Whether this ngspice loads compiled Verilog-A models: asked of it, since versions alone do not tell. */
export async function canLoadOsdi(engine: Engine): Promise<boolean> {
  const { log } = await engine.execute({ commands: ['osdi'] });
  return !unknownCommand.test(log);
}

/**
 * Loads OSDI libraries, before any circuit that uses their models. A library is machine code, and a task that names one may come from
 * anybody: those in folders that the environment names are loaded, and no others.
 * @throws EvospiceError `SIMULATOR_TESTBENCH` where a file is not there, is not in a folder named, or this ngspice does not load it
 */
export async function loadLibraries(engine: Engine, libraries: readonly string[], stop?: AbortSignal): Promise<void> {
  for (const file of libraries) {
    refuseFile(file);
    refuseStranger(file, process.env[TRUSTED] ?? '');
    const { log } = await engine.execute({ commands: [`osdi ${file}`] }, stop);
    if (unknownCommand.test(log)) {
      throw new EvospiceError('SIMULATOR_TESTBENCH', 'this ngspice cannot load compiled Verilog-A models (OSDI)', {
        received: file, expected: 'an ngspice with the command osdi', remedy: OSDI_REMEDY,
      });
    }
    const said = trouble.exec(log)?.[0].trim();
    if (said !== undefined) {
      throw new EvospiceError('SIMULATOR_TESTBENCH', `ngspice did not load the library: ${said}`, {
        received: said, expected: 'a library compiled for OSDI, for this machine', remedy: 'compile the model again, for example with OpenVAF', file,
      });
    }
  }
}

function refuseFile(file: string): void {
  if (/\s/.test(file)) {
    throw new EvospiceError('SIMULATOR_TESTBENCH', 'the path of a library holds blanks, at which ngspice would cut it', {
      received: file, expected: 'a path without blanks', remedy: 'move or link the file', file,
    });
  }
  if (existsSync(file)) return;
  throw new EvospiceError('SIMULATOR_TESTBENCH', 'there is no such library', { received: file, expected: 'a compiled Verilog-A model', remedy: 'correct osdi in task.yaml', file });
}

function refuseStranger(file: string, folders: string): void {
  const real = realpathSync(file);
  const isWithin = (folder: string): boolean => existsSync(folder) && real.startsWith(`${realpathSync(folder).replace(/[\\/]$/u, '')}${sep}`);
  if (folders.split(delimiter).some((folder) => folder !== '' && isWithin(folder))) return;
  throw new EvospiceError('SIMULATOR_TESTBENCH', `the task asks to load a compiled model, which is machine code: ${file}`, {
    received: file, expected: `a library in a folder that ${TRUSTED} names`,
    remedy: `if you trust whoever compiled it, set ${TRUSTED}=${dirname(real)}; otherwise compile it yourself from its Verilog-A`, file,
  });
}
