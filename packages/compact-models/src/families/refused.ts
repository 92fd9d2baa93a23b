import type { CardValues } from '@evospice/contracts';
import type { UnsupportedOption } from '../model.ts';

/** Switches of a card with a value for which ngspice 39 does not define what it computes. */
export function refused(values: CardValues, allowed: Readonly<Record<string, readonly number[]>>): readonly UnsupportedOption[] {
  return Object.entries(allowed).flatMap(([parameter, settings]) => {
    const value = values[parameter];
    return value === undefined || settings.includes(value) ? [] : [{ parameter, value, reason: `only ${settings.join(', ')} are there` }];
  });
}
