import { saidOf, type OfFile } from '../import-options.ts';
import type { Assumptions } from '../assumptions.ts';
import type { Ask } from '../question.ts';
import type { Source } from '../source.ts';

/** Degrees Celsius taken where nothing is stated: that of most laboratories' cards. */
const usual = 27;

export function temperatureOf({ name, files, facts }: Source, said: readonly OfFile<number>[], assumptions: Assumptions): number {
  const [told] = saidOf(said, files[0]!.file.replace(/^.*\//u, ''));
  if (told !== undefined) return told;
  if (facts.temperatureC !== undefined) {
    assumptions.add(`${facts.temperatureC.value} degrees Celsius, from ${facts.temperatureC.where}`, name);
    return facts.temperatureC.value;
  }
  assumptions.add(`${usual} degrees Celsius, as no temperature is stated: say --temp where it was another`, name);
  return usual;
}

/** Hz at which capacitances were measured. */
export async function frequencyOf({ name, facts, columns }: Source, said: number | undefined, ask: Ask): Promise<number> {
  if (said !== undefined) return said;
  if (facts.frequency !== undefined) return facts.frequency.value;
  const frequency = columns.find(({ unit, constant, values }) => unit === 'Hz' && constant && new Set(values).size === 1);
  if (frequency !== undefined) return frequency.values[0]!;
  const measured = [...new Set(columns.find(({ unit }) => unit === 'Hz')?.values ?? [])];
  const example = String(measured[Math.floor(measured.length / 2)] ?? 1e6);
  return Number(await ask({
    option: '--freq', text: `at which frequency the capacitances ${measured.length === 0 ? 'were measured' : 'are wanted'}, in Hz`, file: name, example,
    check: (text) => (Number(text) > 0 ? undefined : 'a number of hertz'),
  }));
}
