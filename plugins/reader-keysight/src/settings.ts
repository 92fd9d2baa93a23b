import { parseNumber, readUnit, type DatasetPlace } from '@evospice/readers';

/** Values of one key of the set-up, such as `Channel.VName`, with their line. */
export interface Setting {
  readonly values: readonly string[];
  readonly line: number;
}

export type Settings = ReadonlyMap<string, Setting>;

export interface Channels {
  /** Unit by the name of a voltage or a current. */
  readonly units: Readonly<Record<string, string>>;
  /** Voltage or current that is swept innermost. */
  readonly primary?: string;
  /** Swept outside. */
  readonly secondary?: string;
  /** Names and values of the constant ones. */
  readonly constants: Readonly<Record<string, number>>;
}

/**
 * What the channels of a set-up are: `Channel.VName` and `Channel.IName` name their voltages and currents, `Channel.Func` says which is swept,
 * `Channel.Mode` whether it forces a voltage or a current, `Measurement.Bias.Source` has the constants.
 */
export function channelsOf(settings: Settings, file: string): Channels {
  const of = (key: string): readonly string[] => settings.get(key)?.values ?? [];
  const [voltages, currents, functions, modes] = [of('Channel.VName'), of('Channel.IName'), of('Channel.Func'), of('Channel.Mode')];
  const units = { ...Object.fromEntries(voltages.filter((name) => name !== '').map((name) => [name, 'V'])), ...Object.fromEntries(currents.filter((name) => name !== '').map((name) => [name, 'A'])) };
  const forced = (index: number): string | undefined => ((modes[index] ?? 'V').toUpperCase().startsWith('I') ? currents[index] : voltages[index]);
  const [primary, secondary] = ['VAR1', 'VAR2'].map((role) => functions.findIndex((each) => each.toUpperCase() === role)).map((index) => (index < 0 ? undefined : forced(index)));
  const bias = settings.get('Measurement.Bias.Source');
  const constants: Record<string, number> = {};
  for (const [index, role] of functions.entries()) {
    const name = forced(index);
    const text = bias?.values[index] ?? '';
    // Only a list with one value per channel says which value is whose.
    if (role.toUpperCase() !== 'CONST' || name === undefined || name === '' || bias?.values.length !== functions.length || text === '') continue;
    constants[name] = parseNumber(text, `the constant of ${name}`, { file, line: bias.line });
  }
  return { units, constants, ...(primary === undefined ? {} : { primary }), ...(secondary === undefined ? {} : { secondary }) };
}

/** Units that the set-up states for the data itself, by name. */
export function listedUnits(settings: Settings): Readonly<Record<string, string>> {
  const names = settings.get('Analysis.Setup.Vector.List.Datum.Name')?.values ?? [];
  const units = settings.get('Analysis.Setup.Vector.List.Datum.Unit')?.values ?? [];
  return names.length !== units.length ? {} : Object.fromEntries(names.flatMap((name, index) => (readUnit(units[index]!) === undefined ? [] : [[name, units[index]!]])));
}

/** The outer sweep's value of each step; undefined where the set-up does not state it. */
export function secondarySteps(settings: Settings, file: string): readonly number[] | undefined {
  const number = (key: string): number | undefined => {
    const setting = settings.get(key);
    const text = setting?.values[0];
    return setting === undefined || text === undefined || text === '' ? undefined : parseNumber(text, key, { file, line: setting.line } satisfies DatasetPlace);
  };
  const [start, step, count] = [number('Measurement.Secondary.Start'), number('Measurement.Secondary.Step'), number('Measurement.Secondary.Count')];
  if (start === undefined || step === undefined || count === undefined || !Number.isInteger(count) || count < 1) return undefined;
  return Array.from({ length: count }, (_, index) => Number((start + index * step).toPrecision(12)));
}
