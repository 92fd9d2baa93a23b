import type { Archive, Outcome, Problem, ProblemStage, Program } from '@evospice/contracts';
import type { EvolutionSettings } from '../settings/evolution-settings.ts';
import { entryOf } from '../view/entry-of.ts';
import type { ProgramRecord, RunView } from '../view/run-view.ts';

export interface RaceParts {
  readonly problem: Problem;
  readonly view: RunView;
  readonly archive: Archive;
  readonly race?: EvolutionSettings['race'];
  /** What may be added to its score afterwards. */
  readonly grader?: { readonly most: number } | undefined;
}

export interface LostRace {
  readonly code: string;
  readonly reason: string;
  /** Cases that need not be run. */
  readonly saved: number;
}

/**
 * Whether a child that was run on some cases of the scored stage can still get into the archive. Its score is reckoned as if it did on each case left
 * what the best program so far did there; its cell is the one that it would have by the cases so far. Undefined to go on: also where there is no
 * rival, where nothing was scored by case yet, and where the next case is stored already, because then it was decided to go on.
 */
export function lostRace(program: Program, stage: ProblemStage, outcomes: readonly Outcome[], { problem, view, archive, race, grader }: RaceParts): LostRace | undefined {
  const left = stage.cases.slice(outcomes.length);
  const [next] = left;
  if (race === undefined || archive.rival === undefined || next === undefined || program.parents.length === 0 || stage !== problem.stages.at(-1)) return undefined;
  if (view.casesOf(program.id, stage.name).some(({ outcome }) => outcome.case === next.id && outcome.seed === next.seed)) return undefined;
  const hoped = left.flatMap((one) => view.bestOutcome(one) ?? []);
  if (hoped.length < left.length) return undefined;
  const score = problem.score([...outcomes, ...hoped], program);
  const measures = problem.measures(outcomes, program);
  if (![score.value, ...Object.values(measures)].every((figure) => Number.isFinite(figure))) return undefined;
  // Where a grade says which cell it belongs to, there is no rival yet.
  if (archive.axes.some(({ descriptor }) => measures[descriptor] === undefined)) return undefined;
  const rival = archive.rival(entryOf(view.programs.get(program.id) as ProgramRecord, { score, measures }));
  const most = score.value + (grader?.most ?? 0);
  if (rival === undefined || most + race.margin > rival.objective) return undefined;
  const figure = (value: number): string => value.toPrecision(5);
  return {
    code: 'RACE_LOST', saved: left.length,
    reason: `after ${outcomes.length} of ${stage.cases.length} cases it can reach ${figure(most)} at best, and ${rival.id} of its cell has ${figure(rival.objective)}`,
  };
}
