/**
 * A program that takes the place of a simulator: `main.ts MODULE FOLDER ARGUMENTS…`. The module says how the simulator's
 * netlists, messages and result files look; ngspice does the work; the file `mode` in FOLDER says how to behave.
 */
import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runNgspice } from './run-ngspice.ts';
import { tools } from './tools.ts';
import type { StandIn, StandInEnd, StandInJob, StandInMode, StandInResult } from './types.ts';

const [module, folder, ...args] = process.argv.slice(2) as [string, string, ...string[]];
const standIn = ((await import(pathToFileURL(module).href)) as { default: StandIn }).default;
const mode = readFileSync(join(folder, 'mode'), 'utf8').trim() as StandInMode;
const read = (file: string): string => readFileSync(file, 'utf8');
const note = (event: string): void => {
  appendFileSync(join(folder, 'calls.jsonl'), `${JSON.stringify({ event, pid: process.pid, at: performance.timeOrigin + performance.now(), args })}\n`);
};

note('start');
const version = standIn.version(args, read);
if (version === undefined) await simulate();
else process.stdout.write(version);
note('end');

async function simulate(): Promise<void> {
  if (mode === 'slow') await beSlow();
  if (mode === 'unhurried') await new Promise((resolve) => { setTimeout(resolve, 500); });
  if (mode === 'licence' && standIn.licence !== undefined) leave(standIn.licence);
  else leave(solve());
  if (mode === 'crash') process.kill(process.pid, 'SIGSEGV');
}

function solve(): StandInEnd {
  let jobs: readonly StandInJob[];
  try {
    jobs = standIn.read(args, read, tools);
  } catch (error) {
    appendFileSync(join(folder, 'refused.log'), `${String(error)}\n`);
    return standIn.netlistError(String(error));
  }
  return damaged(standIn.finish(jobs, jobs.map((job) => spoilt(runNgspice(job))), args, tools));
}

/** Spoils results before they are written, so that the file itself is whole. */
function spoilt(result: StandInResult): StandInResult {
  const cut = (keep: (point: number) => boolean, complete: boolean): StandInResult => {
    const list = (values: readonly number[]): number[] => values.filter((_, point) => keep(point));
    const columns = [...result.columns].map(([name, { real, imaginary }]) => [name, { real: list(real), ...(imaginary === undefined ? {} : { imaginary: list(imaginary) }) }] as const);
    return { ...result, columns: new Map(columns), points: Array.from({ length: result.points }, (_, point) => point).filter(keep).length, complete };
  };
  if (mode === 'not-converged') return cut((point) => point < (result.points * 2) / 3 && result.points > 1, false);
  if (mode === 'row-missing') return cut((point) => point !== Math.floor(result.points / 2), true);
  if (mode !== 'signal-missing') return result;
  const last = [...result.columns.keys()].at(-1);
  return { ...result, columns: new Map([...result.columns].filter(([name]) => name !== last)) };
}

function damaged(end: StandInEnd): StandInEnd {
  if (mode === 'silent') return { ...end, files: {} };
  if (mode !== 'truncated' && mode !== 'crash') return end;
  const halves = Object.entries(end.files ?? {}).map(([name, content]) => [name, content.slice(0, Math.floor(content.length * 0.55))]);
  return { ...end, files: Object.fromEntries(halves) as Record<string, string | Uint8Array> };
}

function leave(end: StandInEnd): void {
  for (const [name, content] of Object.entries(end.files ?? {})) {
    mkdirSync(dirname(name), { recursive: true });
    writeFileSync(name, content);
  }
  process.stdout.write(end.stdout);
  process.exitCode = end.code;
}

async function beSlow(): Promise<void> {
  const child = spawn('sleep', ['300'], { stdio: 'ignore' });
  appendFileSync(join(folder, 'children'), `${process.pid}\n${child.pid ?? ''}\n`);
  await new Promise((resolve) => { setTimeout(resolve, 300_000); });
}
