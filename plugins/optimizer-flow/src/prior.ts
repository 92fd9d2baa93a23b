import type { Candidate, ProblemParameter } from '@evospice/contracts';
import { toUnit } from '@evospice/toolbox';
import type { Knowledge } from './knowledge.ts';
import { meansParameter } from './patterns.ts';

/** Deviation of a parameter that has moved across all of its bounds: of all of them, or by pattern, of which the last that fits counts. */
export type PriorStrength = number | Readonly<Record<string, number>>;

/** Each parameter is near to a value (ridge regression, or a Gaussian prior in the unit cube). Undefined where no parameter is held. */
export function priorOf(parameters: readonly ProblemParameter[], around: Candidate, strength: PriorStrength): Knowledge | undefined {
  const strengths = parameters.map((parameter) => (typeof strength === 'number' ? strength : Object.entries(strength).findLast(([pattern]) => meansParameter(pattern, parameter))?.[1] ?? 0));
  const held = parameters.flatMap((_, index) => (strengths[index]! > 0 ? [index] : []));
  if (held.length === 0) return undefined;
  const centre = toUnit(parameters, around);
  return {
    of: held.map((index) => [index]),
    deviations(candidate) {
      const unit = toUnit(parameters, candidate);
      return held.map((index) => strengths[index]! * (unit[index]! - centre[index]!));
    },
  };
}
