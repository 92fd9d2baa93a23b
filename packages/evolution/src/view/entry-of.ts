import { defined, type ArchiveEntry, type CaseScore } from '@evospice/contracts';
import type { Verdict } from '../events.ts';
import type { ProgramRecord } from './run-view.ts';

/** What an archive is told about a judged program. */
export function entryOf({ program: { id, parents }, island }: Pick<ProgramRecord, 'program' | 'island'>, { score, measures }: Pick<Verdict, 'score' | 'measures'>): ArchiveEntry {
  return { id, objective: score.value, measures, parents, ...defined({ objectives: score.objectives, cases: score.cases && meansByCase(score.cases), island }) };
}

function meansByCase(scores: readonly CaseScore[]): Readonly<Record<string, number>> {
  const values = new Map<string, number[]>();
  for (const { case: id, value } of scores) values.set(id, [...(values.get(id) ?? []), value]);
  return Object.fromEntries([...values].map(([id, all]) => [id, all.reduce((sum, value) => sum + value, 0) / all.length]));
}
