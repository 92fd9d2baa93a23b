import { EvospiceError } from '@evospice/contracts';
import { differences, type Conditions, type StoredRun } from '@evospice/runs';
import { groupBy } from '../analysis/group-by.ts';
import type { BenchRun } from '../bench-run.ts';
import { benchReader } from '../journal/bench-journal.ts';
import { decodeRun } from '../journal/stored-run.ts';
import { cellKey, cellOf, type BenchCell } from '../run/bench-cell.ts';
import { cellConditions, entriesLike } from './cell-conditions.ts';

/** A benchmark that was run before, with the runs that a later one may take over. */
export interface EarlierBench {
  /** Absolute. */
  readonly folder: string;
  readonly conditions: Conditions;
  /** By the key of their cell; `code` is the hash of the code that every run goes through, where it was stored. */
  readonly runs: ReadonlyMap<string, { readonly run: BenchRun; readonly code: string | undefined }>;
}

/** Runs that an earlier benchmark made for a later one. */
export interface TakenOverRuns {
  readonly folder: string;
  readonly runs: number;
  /** Of these, the ones that were not made with the same code of what every run goes through. */
  readonly otherCode: number;
}

/** Runs that an earlier benchmark has, but that it made under other conditions. */
export interface RefusedRuns {
  readonly folder: string;
  readonly runs: number;
  /** Names of the conditions that differ. */
  readonly differing: readonly string[];
}

/**
 * Reads a stored benchmark, whole or unfinished.
 * @throws EvospiceError `USAGE_REUSE` for a run of another kind, or of a format that does not tell all conditions
 */
export async function readEarlierBench({ folder, kind, log }: StoredRun): Promise<EarlierBench> {
  const events = benchReader(log);
  const conditions = await events.fact('conditions');
  if (kind !== 'bench' || conditions === undefined) {
    throw new EvospiceError('USAGE_REUSE', `${folder} holds no benchmark whose runs could be taken over`, {
      received: kind === 'bench' ? 'a benchmark that does not say under which conditions it was run' : `a run of kind ${kind}`,
      expected: 'the folder of a benchmark', remedy: 'name the --out of an earlier `evospice bench`',
    });
  }
  const runs = new Map<string, { readonly run: BenchRun; readonly code: string | undefined }>();
  let code: string | undefined;
  for await (const { type, payload } of events.events({ types: ['bench-started', 'bench-run'] })) {
    if (type === 'bench-started') code = payload.code;
    else {
      const run = decodeRun(payload);
      runs.set(cellKey(cellOf(run)), { run, code });
    }
  }
  return { folder, conditions, runs };
}

/**
 * The runs of an earlier benchmark that the same command would make again: entry (by what it is, not by what it is called), task, seed and
 * budget are those of a cell, and every condition is as it is now.
 * @param code hash of the code that every run goes through, which does not decide: a run made with other code is marked
 */
export function takeOver(
  { folder, conditions, runs }: EarlierBench, cells: readonly BenchCell[], now: Conditions, code: string | undefined,
): { readonly taken: readonly BenchRun[]; readonly refused: RefusedRuns } {
  const taken: BenchRun[] = [];
  const differing = new Set<string>();
  let refused = 0;
  for (const cell of cells) {
    const wanted = cellConditions(now, cell);
    const names = [...new Set([cell.entry, ...entriesLike(conditions, wanted['entry'])])];
    const found = names.flatMap((entry) => {
      const stored = runs.get(cellKey({ ...cell, entry }));
      return stored === undefined ? [] : [{ stored, differing: differencesIn(cellConditions(conditions, { ...cell, entry }), wanted) }];
    });
    const same = found.find((one) => one.differing.length === 0);
    if (same !== undefined) {
      const { run, code: madeWith } = same.stored;
      const sameCode = madeWith === code && code !== undefined && run.takenFrom?.sameCode !== false;
      taken.push({ ...run, entry: cell.entry, takenFrom: { folder: run.takenFrom?.folder ?? folder, sameCode } });
    } else if (found[0] !== undefined) {
      refused += 1;
      for (const name of found[0].differing) differing.add(name === 'entry' ? `entry ${cell.entry}` : name);
    }
  }
  return { taken, refused: { folder, runs: refused, differing: [...differing] } };
}

/** Which of the runs were taken over, by where from. */
export function takenOverIn(runs: readonly BenchRun[]): readonly TakenOverRuns[] {
  const byFolder = groupBy(runs.flatMap(({ takenFrom }) => takenFrom ?? []), ({ folder }) => folder);
  return [...byFolder].map(([folder, of]) => ({ folder, runs: of.length, otherCode: of.filter(({ sameCode }) => !sameCode).length }));
}

/** A simulator that one of them did not need has no say. */
function differencesIn(before: Conditions, now: Conditions): readonly string[] {
  return differences(before, now)
    .map(({ what }) => what)
    .filter((what) => !what.startsWith('version of ') || (Object.hasOwn(before, what) && Object.hasOwn(now, what)));
}
