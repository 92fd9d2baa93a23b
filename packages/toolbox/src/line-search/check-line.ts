import { EvospiceError } from '@evospice/contracts';
import type { Line } from './line.ts';

/** @throws EvospiceError `TOOLBOX_RANGE` for a line that cannot be searched. */
export function checkLine({ step, lower, upper, growth, iterations }: Line): void {
  if (Number.isFinite(step) && step !== 0 && lower <= 0 && upper >= 0 && growth >= 1 && iterations >= 0) return;
  throw new EvospiceError('TOOLBOX_RANGE', 'the line cannot be searched', {
    received: { step, lower, upper, growth, iterations },
    expected: 'a finite step other than 0, lower <= 0 <= upper, growth >= 1 and iterations >= 0',
  });
}

/** @throws EvospiceError `TOOLBOX_RANGE` unless the relative width is a percentage. */
export function checkEpsilon(epsilon: number): void {
  if (epsilon > 0 && epsilon <= 100) return;
  throw new EvospiceError('TOOLBOX_RANGE', `a relative width of ${epsilon} per cent`, { received: epsilon, expected: 'per cent, above 0 and at most 100' });
}
