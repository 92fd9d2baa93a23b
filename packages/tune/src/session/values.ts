import { EvospiceError, type Candidate, type TunableParameter } from '@evospice/contracts';
import { writtenNumber } from '@evospice/device';
import { clipToBounds, fromUnit } from '@evospice/toolbox';
import type { Change } from '../protocol.ts';

/**
 * The candidate with some parameters elsewhere.
 * @throws EvospiceError `TUNE_PARAMETER` for a name that the task does not tune, `TUNE_VALUE` for what is not a number inside the bounds
 */
export function changed(tunables: readonly TunableParameter[], values: Candidate, changes: Readonly<Record<string, Change>>): Candidate {
  const next = Array.from(values);
  for (const [name, change] of Object.entries(changes)) {
    const index = indexOf(tunables, name);
    const tunable = tunables[index]!;
    next[index] = 'place' in change ? fromUnit([tunable], [change.place])[0]! : typed(tunable, change.text);
  }
  return next;
}

/** @throws EvospiceError `TUNE_PARAMETER` for a name that the task does not tune */
export function indexOf(tunables: readonly TunableParameter[], name: string): number {
  const index = tunables.findIndex((tunable) => tunable.name === name);
  if (index >= 0) return index;
  throw new EvospiceError('TUNE_PARAMETER', `the task has no tunable parameter "${name}"`, { received: name, expected: `one of ${tunables.map((one) => one.name).join(', ')}` });
}

function typed(tunable: TunableParameter, text: string): number {
  const { name, lower, upper } = tunable;
  const value = writtenNumber(text);
  if (value === undefined || value < lower || value > upper) {
    throw new EvospiceError('TUNE_VALUE', value === undefined ? `${name}: this is not a number` : `${name}: ${valueText(value)} is outside the bounds`, {
      received: text, expected: `a number from ${valueText(lower)} to ${valueText(upper)}, perhaps with a suffix such as u, n, p, k or meg`,
    });
  }
  return clipToBounds([tunable], [value])[0]!;
}

/** A number as a field shows it: six digits, in a form that can be typed. */
export function valueText(value: number): string {
  return String(Number(value.toPrecision(6)));
}
