import type { Estimate, Reckoned } from './estimate.ts';
import type { MeasuredSeed } from './measure.ts';

/** Seconds that a language model takes for an answer, where a program waits for it; a person takes longer. */
const ANSWER_SECONDS: Estimate = { least: 2, planned: 20, most: 120 };

export interface HoursParts {
  readonly measured: readonly MeasuredSeed[];
  readonly runs: Estimate;
  readonly cost: Estimate | null;
  readonly calls: Estimate;
  readonly workers: number;
}

/** By the clock, from what seeds took on the cheapest case; null where nothing was measured. */
export function forecastHours({ measured, runs, cost, calls, workers }: HoursParts): Reckoned | null {
  if (measured.length === 0) return null;
  const priced = cost !== null && measured.every((one) => one.cost !== null && one.cost > 0);
  const paces = measured.map((one) => (priced ? one.seconds / (one.cost as number) : one.seconds));
  const [fastest, slowest, mean] = [Math.min(...paces), Math.max(...paces), paces.reduce((total, pace) => total + pace, 0) / paces.length];
  const amount = priced ? cost : runs;
  const of = (key: keyof Estimate, pace: number): number => (amount[key] * pace + calls[key] * ANSWER_SECONDS[key]) / workers / 3600;
  const [{ case: id, stage }] = measured as readonly [MeasuredSeed];
  return {
    least: of('least', fastest), planned: of('planned', mean), most: of('most', slowest),
    how: `${priced ? 'cost' : 'case runs'} × ${seconds(fastest)} to ${seconds(slowest)} per ${priced ? 'unit of cost' : 'case run'}, as the seeds took on ${id} (${stage}), / ${workers} at a time; other cases and programs may take longer${calls.most === 0 ? '' : `; each call ${ANSWER_SECONDS.least} to ${ANSWER_SECONDS.most} s, which is assumed`}`,
  };
}

function seconds(value: number): string {
  return `${Number(value.toPrecision(3))} s`;
}
