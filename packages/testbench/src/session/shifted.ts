import type { ParameterShift } from '@evospice/contracts';

/** Values by name as they are on the card of another temperature. */
export function shifted(values: Readonly<Record<string, number>>, shifts: Readonly<Record<string, ParameterShift>> = {}): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => {
    const shift = shifts[name];
    return [name, shift === undefined ? value : value * shift.factor + shift.add];
  }));
}
