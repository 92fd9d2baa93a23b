/** Worker thread with one ngspice compiled to WebAssembly. Two in one realm share state and give wrong data silently. */
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { readFileSync } from 'node:fs';
import { createBirpc } from 'birpc';
import { Simulation } from 'eecircuit-engine';
import { FIRST_COMMANDS, type EngineRequest } from './engine.ts';
import { rawFileOf, readAnswer, scriptOf } from './raw-runs.ts';
import type { WasmAnswer, WasmWorkerFunctions } from './wasm-protocol.ts';

/** The parts of the engine's in-memory file system used here. */
interface MemoryFiles {
  writeFile(path: string, text: string): void;
  readFile(path: string): Uint8Array;
  unlink(path: string): void;
}

/** The engine beyond its published types: the list of commands it types for each run, and its file system. */
interface OpenedSimulation {
  commandList: string[];
  __getSpiceModuleForTests(): { readonly FS: MemoryFiles } | null;
}

/** What the engine reads after each run; kept empty because results are taken from a file of our own. */
const emptyRaw = 'Title: none\nFlags: real\nNo. Variables: 0\nNo. Points: 0\nVariables:\nBinary:\n';
/** Characters of one line of commands. */
const LONGEST_LINE = 4000;
const fatal = /fatal error in ngspice|Aborted\(|ngspice\S* done/;

const simulation = new Simulation();
const opened = simulation as unknown as OpenedSimulation;
let files: MemoryFiles | undefined;
let printed: string[] = [];
let onDeath: (() => void) | undefined;

// The engine sends what ngspice prints as an error to the console. It belongs to the log, and tells of its death.
console.error = (...words: unknown[]) => {
  const line = words.join(' ');
  printed.push(line);
  if (fatal.test(line)) onDeath?.();
};
process.on('uncaughtException', died);
process.on('unhandledRejection', died);

function died(reason: unknown): void {
  printed.push(reason instanceof Error ? reason.message : String(reason));
  onDeath?.();
}

async function run(commands: readonly string[]): Promise<{ readonly died: boolean; readonly log: string }> {
  printed = [];
  const dead = new Promise<true>((resolve) => { onDeath = () => { resolve(true); }; });
  simulation.setNetList('*ng_script\n');
  opened.commandList = [' ', ...lines(commands)];
  files?.writeFile('/out.raw', emptyRaw);
  const isDead = await Promise.race([dead, simulation.runSim().then(() => false)]);
  onDeath = undefined;
  // The engine's own record holds both streams in order; the death message may be newer than it.
  return { died: isDead, log: `${simulation.getInfo()}${isDead ? `\n${printed.join('\n')}\n` : ''}` };
}

/**
 * Commands joined to long lines: the engine loses some 5 kB of memory with each line it reads, from a script more than
 * from its command list, and each line costs a passage into it.
 */
function lines(commands: readonly string[]): string[] {
  const joined: string[] = [];
  for (const command of commands) {
    const last = joined.at(-1);
    if (last === undefined || last.length + command.length > LONGEST_LINE) joined.push(command);
    else joined[joined.length - 1] = `${last} ; ${command}`;
  }
  return joined;
}

const functions: WasmWorkerFunctions = {
  async start() {
    await simulation.start();
    const opening = opened.__getSpiceModuleForTests()?.FS;
    if (opening === undefined || !Array.isArray(opened.commandList)) {
      throw new Error('this version of eecircuit-engine has no command list or file system to reach');
    }
    files = opening;
    await run(FIRST_COMMANDS);
    const { log } = await run(['version']);
    const package_ = fileURLToPath(new URL('../package.json', import.meta.resolve('eecircuit-engine')));
    const { version } = JSON.parse(readFileSync(package_, 'utf8')) as { version: string };
    return { version: /ngspice-(\S+)/.exec(log)?.[1] ?? 'unknown', location: `eecircuit-engine ${version}` };
  },
  async execute(request: EngineRequest): Promise<WasmAnswer> {
    for (const [name, text] of Object.entries(request.files ?? {})) files?.writeFile(`/${name}`, text);
    const { died, log } = await run(scriptOf(request));
    return died ? { died, log } : { died, ...readAnswer(request, log, takeRaw) };
  },
};

function takeRaw(run: number): Uint8Array | undefined {
  const path = `/${rawFileOf(run)}`;
  try {
    const bytes = files?.readFile(path);
    files?.unlink(path);
    return bytes;
  } catch {
    // Nothing was written: the analyses failed, and the log says why.
    return undefined;
  }
}

const port = parentPort;
if (port === null) throw new Error('this file runs in a worker thread');
createBirpc<Record<string, never>, WasmWorkerFunctions>(functions, {
  post: (message: { readonly r?: WasmAnswer }) => {
    const answer = message.r;
    const runs = answer !== undefined && 'runs' in answer ? answer.runs : [];
    port.postMessage(message, runs.flatMap((one) => (one.vectors ?? []).map((vector) => vector.buffer as ArrayBuffer)));
  },
  on: (listener) => { port.on('message', listener); },
});
