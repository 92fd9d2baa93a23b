import { WaveformError } from '../errors.ts';
import type { AnalysisKind, Variable } from '../model.ts';

/** The text that begins every `post` file, ASCII and binary alike. */
export interface PostHeader {
  readonly version: string;
  readonly title: string;
  readonly date: string;
  /** Number of tables stated; `undefined` without an outer sweep. */
  readonly tables: number | undefined;
  readonly analysis: AnalysisKind;
  readonly variables: readonly Variable[];
  /** Names of the outer sweep's parameters; their values begin each table. */
  readonly outer: readonly string[];
}

/** Type codes of variables (HSPICE's own list is not public; these are what its files hold). */
const quantities: Readonly<Record<number, string>> = { 1: 'voltage', 2: 'voltage', 8: 'current', 15: 'current', 22: 'current', 79: 'device quantity' };
const axes: Readonly<Record<number, { quantity: string; analysis: AnalysisKind }>> = {
  1: { quantity: 'time', analysis: 'tran' },
  2: { quantity: 'frequency', analysis: 'ac' },
  3: { quantity: 'voltage', analysis: 'dc' },
};
const versions = ['9007', '9601', '2001'];
const nameWidth = 16;

/** Version of a `post` header, or undefined if the text is none. */
export function postVersion(text: string): string | undefined {
  if (!/^[\d ]{16}/.test(text)) return undefined;
  return [text.slice(16, 20), text.slice(20, 24)].find((version) => versions.includes(version));
}

/**
 * Reads a header without line ends, `$&%#` included at its end: counts in the first 16 columns, version, title (24),
 * date (88), number of tables (before 256), then type codes, names and outer names between blanks.
 * The bracket that closes a name is missing in these files.
 */
export function readPostHeader(text: string, file: string): PostHeader {
  const fail = (message: string, expected: string): never => {
    throw new WaveformError('WAVEFORM_CORRUPTED', message, { file, offset: 0, expected });
  };
  const version = postVersion(text) ?? fail('the header has no version', versions.join(', '));
  const counts = [0, 4, 8].map((at) => text.slice(at, at + 4));
  if (counts.some((count) => !/^\d{4}$/.test(count))) fail(`"${counts.join(' ')}" are not counts`, 'three whole numbers');
  const [automatic, probes, sweeps] = counts.map(Number) as [number, number, number];
  const count = automatic + probes;
  if (automatic < 1) fail('the header counts no axis', 'at least one variable');
  const stated = /(\d+)\s*$/.exec(text.slice(112, 256))?.[1];
  if (stated === undefined && sweeps > 0) fail('the number of tables is missing', 'a whole number before column 256');
  const { codes, names } = split(text.slice(256, -4), count, sweeps) ?? fail(`the header does not hold ${count} types and ${count + sweeps} names`, 'as many types and names as counted');
  const axis = axes[codes[0]!];
  const complex = codes[0] === 2;
  return {
    version, title: text.slice(24, 88).trim(), date: text.slice(88, 112).replaceAll(/\s+/g, ' ').trim(),
    tables: sweeps > 0 ? Number(stated) : undefined,
    analysis: axis?.analysis ?? 'dc',
    variables: codes.map((code, index) => index === 0
      ? { name: names[0]!, quantity: axis?.quantity ?? 'unknown', complex: false }
      : { name: names[index]!, quantity: quantities[code] ?? `type ${code}`, complex: complex && index < automatic }),
    outer: names.slice(count),
  };
}

/** Names are in fields of 16 columns; a name that fills its field touches the next. */
function split(text: string, count: number, sweeps: number): { codes: number[]; names: string[] } | undefined {
  const types = new RegExp(`^\\s*(?:\\d+\\s+){${count}}`).exec(text);
  if (types === null) return undefined;
  const codes = types[0].trim().split(/\s+/).map(Number);
  const rest = text.slice(types[0].length);
  const names = rest.trim().split(/\s+/);
  if (names.length === count + sweeps) return { codes, names };
  const fields = (rest.match(new RegExp(`.{1,${nameWidth}}`, 'g')) ?? []).map((field) => field.trim()).filter((field) => field !== '');
  return fields.length === count + sweeps && fields.every((field) => !/\s/.test(field)) ? { codes, names: fields } : undefined;
}
