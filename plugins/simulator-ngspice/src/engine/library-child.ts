/**
 * A process with one ngspice library, run as a program: `library-child PATH SECONDS`. It reads requests from its pipe and
 * answers each, without an event loop: nothing else happens here. Ends when the pipe does.
 */
import { readSync, writeFileSync, writeSync } from 'node:fs';
import koffi from 'koffi';
import { FIRST_COMMANDS, type EngineRun } from './engine.ts';
import { NgspiceLibrary } from './ngspice-library.ts';
import { FrameReader, PIPE, frameHead, type LibraryAnswer, type LibraryRequest } from './library-protocol.ts';

const [path = '', seconds = '60'] = process.argv.slice(2);
/** Answers between two looks at this process's memory. */
const LOOK_EVERY = 64;
/** Ends this process after a time: its owner does that earlier, unless it was killed while an analysis hangs. */
const alarm = koffi.load(null).func('unsigned int alarm(unsigned int seconds)') as (after: number) => number;
const incoming = Buffer.allocUnsafe(1 << 16);
let answers = 0;

function send(answer: LibraryAnswer, numbers: Float64Array): void {
  for (const part of [frameHead(JSON.stringify(answer), numbers.byteLength), new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)]) {
    for (let at = 0; at < part.length;) at += writeSync(PIPE, part, at);
  }
}

function run(library: NgspiceLibrary, { commands, vectors, rows, part }: EngineRun, target: Float64Array): { readonly complete: boolean; readonly reached: number } {
  for (const command of commands) library.command(command);
  const complete = !library.exited && vectors.every((name, index) => library.copy(name, part, target.subarray(index * rows, (index + 1) * rows)));
  const reached = complete || library.exited ? rows : Math.min(...vectors.map((name) => library.lengthOf(name)));
  library.command('destroy all');
  return { complete, reached };
}

function answer(library: NgspiceLibrary, { files = {}, commands = [], runs = [] }: LibraryRequest): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(name, text);
  for (const command of commands) library.command(command);
  const log = library.takeLog();
  const numbers = new Float64Array(runs.reduce((sum, { vectors, rows }) => sum + vectors.length * rows, 0));
  const done: { readonly log: string; readonly complete: boolean; readonly reached: number }[] = [];
  let used = 0;
  for (const one of runs) {
    if (library.exited) break;
    const size = one.vectors.length * one.rows;
    const { complete, reached } = run(library, one, numbers.subarray(used, used + size));
    if (complete) used += size;
    done.push({ log: library.takeLog(), complete, reached });
  }
  answers += 1;
  const memoryMb = answers % LOOK_EVERY === 0 ? process.memoryUsage.rss() / 2 ** 20 : 0;
  send({ died: library.exited, log, runs: done, memoryMb }, numbers.subarray(0, used));
}

function start(): NgspiceLibrary | undefined {
  try {
    const library = new NgspiceLibrary(path);
    for (const command of FIRST_COMMANDS) library.command(command);
    return library;
  } catch (error) {
    send({ died: true, log: error instanceof Error ? error.message : String(error), runs: [], memoryMb: 0 }, new Float64Array());
    return undefined;
  }
}

function serve(library: NgspiceLibrary): void {
  const reader = new FrameReader();
  while (!library.exited) {
    const length = readSync(PIPE, incoming);
    if (length === 0) return;
    for (const frame of reader.read(incoming.subarray(0, length))) {
      alarm(Number(seconds));
      answer(library, JSON.parse(frame.text) as LibraryRequest);
      alarm(0);
    }
  }
}

const library = start();
try {
  if (library !== undefined) serve(library);
} catch (error) {
  // An owner that is gone breaks the pipe; anything else belongs on standard error, which the owner keeps.
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') console.error(error instanceof Error ? error.stack : error);
}
process.exit(library === undefined || library.exited ? 1 : 0);
