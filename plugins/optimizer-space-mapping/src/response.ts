import { filled } from '@evospice/toolbox';

/** What a model says of the logarithms of simulated over measured, at no simulation. */
export interface Response {
  /** One entry per scored point, 0 where the model says nothing; undefined where it has no answer at all. */
  logs(unit: readonly number[]): number[] | undefined;
  /** Derivatives by unit coordinates: one row per scored point, the caller's to change. */
  slopes(unit: readonly number[]): readonly Float64Array[];
}

/** Without a model nothing is known but what was simulated. */
export function silentResponse(rows: number, n: number): Response {
  const none = filled(rows, 0);
  return { logs: () => none, slopes: () => Array.from({ length: rows }, () => new Float64Array(n)) };
}
