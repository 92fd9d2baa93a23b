import type { Simulator } from '@evospice/contracts';
import { findLibrary, hasForeignFunctions } from '../engine/library-file.ts';
import { findProgram } from '../engine/ngspice-program.ts';
import type { NgspiceOptions } from '../options.ts';
import { LibrarySimulator } from './library-simulator.ts';
import { ProcessSimulator } from './process-simulator.ts';
import { WasmSimulator } from './wasm-simulator.ts';

const ways = ['library', 'process', 'wasm'] as const;

/**
 * Takes the fastest ngspice that is found, beginning with the one preferred: the library, the native program,
 * WebAssembly. What it returns carries the name of the one taken, so that records say which it was.
 */
export function chooseSimulator(options: NgspiceOptions): Simulator {
  const { command, library, prefer, ...limits } = options;
  const allowed = ways.slice(ways.indexOf(prefer));
  if (allowed.includes('library') && hasForeignFunctions() && findLibrary(library) !== undefined) return new LibrarySimulator({ library, ...limits });
  if (allowed.includes('process') && findProgram(command) !== undefined) return new ProcessSimulator({ command, ...limits });
  return new WasmSimulator(limits);
}
