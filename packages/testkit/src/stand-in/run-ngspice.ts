import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StandInJob, StandInResult } from './types.ts';

/** Solves one circuit with the native ngspice on PATH. */
export function runNgspice(job: StandInJob): StandInResult {
  const folder = mkdtempSync(join(tmpdir(), 'evospice-stand-in-'));
  try {
    writeFileSync(join(folder, 'deck.cir'), deckOf(job));
    const { stdout, stderr } = spawnSync('ngspice', ['-b', 'deck.cir'], {
      cwd: folder, env: { ...process.env, HOME: folder, OMP_NUM_THREADS: '1', OMP_WAIT_POLICY: 'passive' }, encoding: 'latin1', maxBuffer: 1 << 28,
    });
    const log = `${stdout}\n${stderr}`;
    const plot = readPlot(join(folder, 'out.raw'));
    const columns = new Map(job.saves.flatMap((name) => {
      const column = plot?.columns.get(name) ?? plot?.columns.get(`${/^i\((.*)\)$/.exec(name)?.[1]}#branch`);
      return column === undefined ? [] : [[name, column] as const];
    }));
    const points = plot?.points ?? 0;
    const wanted = job.analysis.kind === 'ac' ? 1 : Math.round((job.analysis.to - job.analysis.from) / job.analysis.step) + 1;
    const finite = [...columns.values()].every(({ real }) => real.every(Number.isFinite));
    const fatal = log.split('\n').find((line) => /\bFatal\b/.test(line) && !/error in ngspice/.test(line))?.trim();
    return {
      points, columns, complete: points === wanted && columns.size === new Set(job.saves).size && finite,
      unknown: [...new Set(Array.from(log.matchAll(/unrecognized parameter \((.+?)\)/g), (match) => match[1] as string))],
      ...(fatal === undefined ? {} : { fatal }),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function deckOf({ lines, temperatureC, analysis, saves }: StandInJob): string {
  const command = analysis.kind === 'ac' ? `ac lin 1 ${analysis.frequency} ${analysis.frequency}` : `dc ${analysis.source} ${analysis.from} ${analysis.to} ${analysis.step}`;
  return [
    'stand-in', ...lines, `.temp ${temperatureC}`, '.options reltol=1e-7 abstol=1e-15 vntol=1e-9',
    ...Array.from({ length: Math.ceil(saves.length / 8) }, (_, at) => `.save ${saves.slice(at * 8, at * 8 + 8).join(' ')}`),
    '.control', 'set num_threads=1', 'set filetype=binary', 'optran 1 10 10 0 0 0', command, 'write out.raw', 'quit', '.endc', '.end', '',
  ].join('\n');
}

interface Plot {
  readonly points: number;
  readonly columns: ReadonlyMap<string, { readonly real: readonly number[]; readonly imaginary?: readonly number[] }>;
}

/** The only plot of a binary raw file; undefined when it was not written. */
function readPlot(path: string): Plot | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    // The analysis failed altogether.
    return undefined;
  }
  const body = bytes.indexOf('Binary:\n') + 8;
  const head = bytes.subarray(0, body).toString('latin1');
  const points = Number(/^No\. Points: *(\d+)/m.exec(head)?.[1]);
  const complex = /^Flags:.*complex/m.test(head);
  const names = Array.from(head.split('Variables:\n')[1]?.matchAll(/^\t\d+\t(\S+)/gm) ?? [], (match) => (match[1] as string).toLowerCase());
  const value = (column: number, point: number, part: number): number => bytes.readDoubleLE(body + ((point * names.length + column) * (complex ? 2 : 1) + part) * 8);
  const list = (column: number, part: number): number[] => Array.from({ length: points }, (_, point) => value(column, point, part));
  return { points, columns: new Map(names.map((name, at) => [name, { real: list(at, 0), ...(complex ? { imaginary: list(at, 1) } : {}) }])) };
}
