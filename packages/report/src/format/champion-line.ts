import { gainOf, type ProgramRecord, type RunView } from '@evospice/evolution';
import { plainNumber } from './engineering.ts';

/** A step of a program's line of first parents. */
export interface LineStep {
  readonly program: string;
  readonly proposer: string;
  readonly operator: string;
  readonly score: number | null;
  /** Score minus that of the step before; null for the seed. */
  readonly gain: number | null;
}

/** From a seed to a program, the champion when left out; empty where there is none. */
export function championLine(view: RunView, program = view.champion?.program.id): readonly LineStep[] {
  return program === undefined ? [] : view.lineage(program).toReversed().map(({ id, proposer, operator }) => {
    const record = view.programs.get(id) as ProgramRecord;
    return { program: id, proposer, operator, score: record.verdict?.score.value ?? null, gain: gainOf(record, view.programs) };
  });
}

/** The same in words, such as `p0001 (seed, 1.02) → p0007 (swap-strategy, +0.01)`. */
export function lineText(steps: readonly LineStep[]): string {
  return steps.map(({ program, operator, score, gain }) => {
    const worth = gain === null ? (score === null ? [] : [plainNumber(score)]) : [`${gain < 0 ? '' : '+'}${plainNumber(gain, 3)}`];
    return `${program} (${[operator, ...worth].join(', ')})`;
  }).join(' → ');
}
