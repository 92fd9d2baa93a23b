import { InvalidArgumentError } from 'commander';
import { defined, EvospiceError } from '@evospice/contracts';
import { generatedFamilies, writtenNumber, type ModelFamily } from '@evospice/device';
import { nearest } from '@evospice/kernel';
import { importedKinds, portList, type ImportedKind, type ImportOptions, type OfFile, type SplitMode } from '@evospice/task-import';
import { numberSettings } from '../output/settings.ts';

/** The options of `import` as the command line has them. */
export interface WrittenImportOptions {
  readonly device?: string;
  readonly polarity?: 'n' | 'p';
  readonly family?: string;
  readonly card?: string;
  readonly dialect: string;
  readonly section?: string;
  readonly bin?: string;
  readonly param: readonly string[];
  readonly bias: readonly string[];
  readonly measure: readonly string[];
  readonly unit: readonly string[];
  readonly negate: readonly string[];
  readonly sweep?: string;
  readonly temp: readonly string[];
  readonly geometry: readonly string[];
  readonly freq?: number;
  readonly ports?: readonly string[];
  readonly open?: string;
  readonly short?: string;
  readonly split: SplitMode;
  readonly seed: number;
  readonly id?: string;
  readonly title?: string;
}

/** @throws EvospiceError `USAGE_IMPORT` for an option that cannot be read */
export function readImportOptions(written: WrittenImportOptions): ImportOptions {
  const { device, polarity, family, card, dialect, section, bin, sweep, freq, ports, split, seed, id, title } = written;
  return {
    columns: {
      bias: Object.fromEntries(written.bias.map((text) => pairOf('bias', text)).map(([terminal, value]) => [terminal, volts(value)])),
      measure: Object.fromEntries(written.measure.map((text) => pairOf('measure', text))),
      unit: Object.fromEntries(written.unit.map((text) => pairOf('unit', text))),
      negate: written.negate,
      ...(sweep === undefined ? {} : { sweep }),
    },
    temperature: written.temp.map((text) => ofFile(text, (value) => celsius(value, text))),
    geometry: written.geometry.map((text) => ofFile(text, (value) => sizes(value, text))),
    split, seed,
    ...(device === undefined ? {} : { kind: oneOf('device', device, importedKinds) as ImportedKind }),
    ...(family === undefined ? {} : { family: oneOf('family', family, generatedFamilies) as ModelFamily }),
    ...(polarity === undefined ? {} : { polarity }),
    ...(card === undefined ? {} : { card: { card, dialect, ...defined({ section, bin, parameters: written.param.length === 0 ? undefined : numberSettings('param', written.param) }) } }),
    ...(freq === undefined ? {} : { frequency: freq }),
    ...(ports === undefined ? {} : { ports }),
    ...(id === undefined ? {} : { id }), ...(title === undefined ? {} : { title }),
  };
}

/** Terminals, separated by commas. */
export function ports(text: string): readonly string[] {
  const list = portList(text);
  if (list.length === 0 || list.length > 2) throw new InvalidArgumentError('Expected one or two terminals, separated by a comma.');
  return list;
}

/** `name=value`; a column's name may have an equals sign of its own in front of the last one. */
function pairOf(option: string, text: string): readonly [string, string] {
  const at = text.lastIndexOf('=');
  if (at > 0 && at < text.length - 1) return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  const expected = { bias: 'terminal=column or terminal=volts, such as b=0', measure: 'column=terminal, such as ID=d, or column=hi:lo for a capacitance', unit: 'column=unit, such as ID=uA' }[option];
  throw new EvospiceError('USAGE_IMPORT', `cannot read --${option} ${text}`, { received: text, expected: expected ?? 'name=value', remedy: 'write it as it is shown under "expected"' });
}

function volts(text: string): string | number {
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** `value`, or `file:value` for one file. */
function ofFile<T>(text: string, read: (value: string) => T): OfFile<T> {
  const at = text.lastIndexOf(':');
  return at < 1 ? { value: read(text) } : { file: text.slice(0, at), value: read(text.slice(at + 1)) };
}

function celsius(text: string, written: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value > -273.15) return value;
  throw new EvospiceError('USAGE_IMPORT', `cannot read --temp ${written}`, { received: written, expected: 'degrees Celsius, such as 85, or file:85', remedy: 'write a number' });
}

function sizes(text: string, written: string): Readonly<Record<string, number>> {
  return Object.fromEntries(text.split(',').map((part) => {
    const [name = '', value = ''] = part.split('=').map((each) => each.trim());
    const number = writtenNumber(value);
    if (/^[a-z]\w*$/iu.test(name) && number !== undefined && number > 0) return [name.toLowerCase(), number];
    throw new EvospiceError('USAGE_IMPORT', `cannot read --geometry ${written}`, { received: written, expected: 'w=10u,l=130n, or file:w=10u,l=130n', remedy: 'write numbers greater than 0, perhaps with a suffix such as u or n' });
  }));
}

function oneOf(option: string, text: string, known: readonly string[]): string {
  if (known.includes(text)) return text;
  const guess = nearest(text, [...known]);
  throw new EvospiceError('USAGE_IMPORT', `--${option} ${text}: there is none of that name`, { received: text, expected: `one of ${known.join(', ')}`, remedy: guess === undefined ? 'name one of these' : `did you mean "${guess}"?` });
}
