import type { Dataset } from '@evospice/contracts';
import { celsius, sizeIn, temperatureIn } from './quantity-text.ts';

/** What a measured file, or its name, says of the device and its surroundings. */
export interface FileFacts {
  readonly temperatureC?: Stated;
  /** Instance parameters in SI units. */
  readonly geometry: Readonly<Record<string, Stated>>;
  /** Hz. */
  readonly frequency?: Stated;
}

export interface Stated {
  readonly value: number;
  /** Where it is said, for people. */
  readonly where: string;
}

/** Parameters of an element line that files state; those that count come as they are. */
const lengths = new Set(['w', 'l', 'pd', 'ps', 'pj', 'ad', 'as', 'area']);
const counts = new Set(['nf', 'm']);
const aliases: Readonly<Record<string, string>> = { width: 'w', length: 'l', fingers: 'nf', 'number of fingers': 'nf', multiplier: 'm' };

/** Facts of a file: its header, constants and columns that never change, then its name. */
export function factsOf(dataset: Dataset, name: string): FileFacts {
  const stated = [
    ...Object.entries(dataset.header).map(([key, text]) => ({ key, text, where: `${key} in the file` })),
    ...constantsOf(dataset).map(([key, value]) => ({ key, text: String(value), where: `${key} in the file` })),
  ];
  const geometry: Record<string, Stated> = {};
  let temperatureC: Stated | undefined;
  let frequency: Stated | undefined;
  for (const { key, text, where } of stated) {
    const plain = key.trim().toLowerCase().replace(/^(?:main|dut|dev_geom)[._]/u, '');
    const parameter = aliases[plain] ?? plain;
    if (lengths.has(parameter)) put(geometry, parameter, sizeIn(text), where);
    else if (counts.has(parameter)) put(geometry, parameter, /^\s*\d+(?:\.0*)?\s*$/u.test(text) ? Number(text) : undefined, where);
    else if (/^(?:temp|temperature|temp_c|t_chuck|tchuck|chuck temperature)(?:\s*\(.*\))?$/u.test(plain) || (plain === 't' && /[ck]\s*$/iu.test(text))) {
      const value = temperatureIn(`${text} ${/\(\s*K\s*\)/u.test(key) ? 'K' : ''}`.trim());
      if (value !== undefined) temperatureC ??= { value, where };
    } else if (/^(?:freq|frequency)$/u.test(plain)) {
      const value = frequencyIn(text);
      if (value !== undefined) frequency ??= { value, where };
    }
  }
  for (const [parameter, value] of geometryInName(name)) geometry[parameter] ??= { value, where: 'the file\'s name' };
  temperatureC ??= temperatureInName(name);
  return { geometry, ...(temperatureC === undefined ? {} : { temperatureC }), ...(frequency === undefined ? {} : { frequency }) };
}

function put(geometry: Record<string, Stated>, parameter: string, value: number | undefined, where: string): void {
  if (value !== undefined && value > 0) geometry[parameter] ??= { value, where };
}

/** Constants of all blocks, and columns that have one value in the whole file. */
function constantsOf({ blocks }: Dataset): readonly (readonly [string, number])[] {
  const names = new Set(blocks.flatMap(({ columns, variables }) => [...columns, ...Object.keys(variables)]));
  return [...names].flatMap((name) => {
    const values = blocks.flatMap(({ values, variables }) => [...(values[name] ?? (variables[name] === undefined ? [] : [variables[name]]))]);
    const [first] = values;
    return first !== undefined && values.every((value) => value === first) ? [[name, first] as const] : [];
  });
}

/** `W10u0_L0u13`, `w7u_l0p15u`, `W=10um`. */
function geometryInName(name: string): readonly (readonly [string, number])[] {
  return [...name.matchAll(/(?:^|[^a-z0-9])([wl])\s*=?\s*(\d+(?:[.p]\d+)?[fnuµμm](?:\d+)?)m?(?=[^a-z0-9]|$)/giu)].flatMap(([, parameter, text]) => {
    const value = sizeIn(text!);
    return value === undefined ? [] : [[parameter!.toLowerCase(), value] as const];
  });
}

/** `~300K`, `_125C`, `_m40C`. */
function temperatureInName(name: string): Stated | undefined {
  const [, minus, number, unit] = /(?:^|[^a-z0-9.])(m|-)?(\d{1,3}(?:\.\d+)?)\s*(?:deg)?([ck])(?=[^a-z0-9]|$)/iu.exec(name) ?? [];
  if (number === undefined || unit === undefined) return undefined;
  const value = unit.toLowerCase() === 'k' ? celsius(Number(number)) : Number(number) * (minus === undefined ? 1 : -1);
  return value < -200 || value > 400 ? undefined : { value, where: 'the file\'s name' };
}

function frequencyIn(text: string): number | undefined {
  const [, number, prefix] = /^\s*(\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*([kMG])?(?:Hz)?\s*$/u.exec(text) ?? [];
  return number === undefined ? undefined : Number(number) * ({ k: 1e3, M: 1e6, G: 1e9 }[prefix ?? ''] ?? 1);
}
