import type { ProgramRecord, RunView } from './run-view.ts';

/** Score of a program minus that of its first parent; null without either. */
export function gainOf({ program, verdict }: Pick<ProgramRecord, 'program' | 'verdict'>, programs: RunView['programs']): number | null {
  const parent = programs.get(program.parents[0] ?? '')?.verdict;
  return verdict === undefined || parent === undefined ? null : verdict.score.value - parent.score.value;
}
