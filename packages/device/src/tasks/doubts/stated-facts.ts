import { placeOf, type Doubt, type MeasuredCurve } from './measured-curve.ts';

/** Lengths and areas that files state under the names that instances have for them. */
const lengths = new Set(['w', 'l', 'pd', 'ps', 'pj', 'perim']);
const areas = new Set(['ad', 'as', 'area']);
const counts = new Set(['nf']);
const perFinger = new Set(['w', 'ad', 'as', 'pd', 'ps']);
const prefixes: Readonly<Record<string, number>> = { f: 1e-15, p: 1e-12, n: 1e-9, u: 1e-6, µ: 1e-6, μ: 1e-6, m: 1e-3, k: 1e3 };
const closeEnough = 0.02;

/** Geometry and temperature that a file states in its header, or as constants of a block, against what the task says. */
export function statedDoubts(measured: MeasuredCurve): readonly Doubt[] {
  const { dataset, block, entry, task } = measured;
  const used = new Set<unknown>([entry.sweep, ...Object.values(entry.bias).map((drive) => (typeof drive === 'object' ? drive.col : drive)), ...entry.measure.map(({ col }) => col)]);
  const stated = [
    ...Object.entries(dataset.header).map(([key, text]) => ({ key, text, line: dataset.headerLines?.[key] ?? 1 })),
    ...Object.entries(block.variables).map(([key, value]) => ({ key, text: String(value), line: block.line })),
    // A column that stays as it is says the same in every row.
    ...block.columns.filter((name) => !used.has(name) && !task.device.terminals.includes(name) && block.values[name]!.every((value) => value === block.values[name]![0]))
      .map((key) => ({ key, text: String(Number(block.values[key]![0]!.toPrecision(12))), line: block.rowLines[0] ?? block.line })),
  ];
  return stated.flatMap(({ key, text, line }): Doubt[] => {
    const said = doubtOf(measured, key, text);
    return said === undefined ? [] : [{ kind: `stated ${key} ${said}`, text: `${placeOf(measured, line)}: the file states ${key} = ${text.trim()}, and the task ${said} for instance ${entry.instance}` }];
  });
}

function doubtOf({ task, entry }: MeasuredCurve, key: string, text: string): string | undefined {
  const name = nameIn(key, text);
  if (name === 'temp') return isTemperature(text, entry.temp_c) ? undefined : `has ${entry.temp_c} degrees Celsius`;
  const params = task.instances.find(({ id }) => id === entry.instance)?.params ?? {};
  const own = params[name];
  if (own === undefined || !(lengths.has(name) || areas.has(name) || counts.has(name))) return undefined;
  const readings = readingsOf(text, name);
  // Some files state the width of one finger, some of all; both are what a task may mean.
  const { nf = 1, m = 1 } = params;
  const fingers = perFinger.has(name) ? [nf, m, nf * m] : [];
  const meant = [own, ...fingers.flatMap((count) => [own * count, own / count])];
  if (readings.length === 0 || readings.some((reading) => meant.some((value) => close(reading, value)))) return undefined;
  return `has ${name} = ${shortNumber(own)}`;
}

function shortNumber(value: number): string {
  return value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential() : String(value);
}

/** The parameter that a key is about: `MAIN.W` and `DEV_GEOM_W` are a width, `TEMP` and `temperature (C)` a temperature. */
function nameIn(key: string, text: string): string {
  const lower = key.trim().toLowerCase();
  // A T alone may be a time, or a run's name.
  if (lower === 't' && /\d\s*°?[CK]\b/u.test(text)) return 'temp';
  if (/^(?:main\.)?(?:temp|temperature|temp_c|t_chuck|tchuck|chuck temperature)$/u.test(lower)) return 'temp';
  if (/^(?:main\.|dut\.)?[a-z]+$/u.test(lower)) return lower.replace(/^\w+\./u, '');
  return /^dev_geom_([wl])$/u.exec(lower)?.[1] ?? '';
}

/** What a number with or without unit may mean; nothing for other text. */
function readingsOf(text: string, name: string): readonly number[] {
  const match = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([fpnuµμmk]?)(m\^?2?)?\s*$/iu.exec(text);
  if (match === null) return [];
  const value = Number(match[1]);
  const prefix = match[2] ?? '';
  if (value <= 0) return [];
  if (prefix !== '') {
    const factor = prefixes[prefix] ?? prefixes[prefix.toLowerCase()] ?? 1;
    // A prefix before a square metre is squared with it: 3 um2 is 3e-12.
    return [value * factor, value * factor ** 2, ...(prefix === 'm' && match[3] === undefined ? [value] : [])];
  }
  // A number alone may be in metres or in the micrometres and nanometres of a layout, or just a count.
  return counts.has(name) ? [value] : areas.has(name) ? [value, value * 1e-12] : [value, value * 1e-6, value * 1e-9];
}

function isTemperature(text: string, celsius: number): boolean {
  const match = /^\s*([+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*(?:°?\s*([ckf])\b.*)?$/iu.exec(text);
  if (match === null) return true;
  const value = Number(match[1]);
  const unit = (match[2] ?? '').toLowerCase();
  const near = (one: number): boolean => Math.abs(one - celsius) <= 1;
  if (unit === 'c') return near(value);
  if (unit === 'k') return near(value - 273.15);
  return near(value) || near(value - 273.15) || unit === 'f';
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= closeEnough * Math.max(Math.abs(a), Math.abs(b));
}
