import { splitAssignments, splitWords, type Assignment, type LibraryStatement } from './library-lines.ts';
import { pdkError } from './pdk-error.ts';

/** One element line of a subcircuit, taken apart; values are still texts. */
export interface ReadElement {
  readonly name: string;
  /** First letter, lower case. */
  readonly kind: string;
  readonly nodes: readonly string[];
  /** Name of a model or, for x, of a subcircuit. */
  readonly model?: string;
  /** Name of the voltage source that controls f and h. */
  readonly control?: string;
  readonly value?: string;
  readonly pairs: readonly Assignment[];
  readonly statement: LibraryStatement;
}

/** Nodes of kinds that have a fixed number. */
const nodeCounts: Readonly<Record<string, number>> = { r: 2, c: 2, l: 2, v: 2, i: 2, e: 4, g: 4, f: 2, h: 2 };
/** Least number of nodes in front of the model. */
const leastNodes: Readonly<Record<string, number>> = { d: 2, q: 3, j: 3, m: 3, n: 2 };

/**
 * Reads an element line.
 * @param isModel whether a model of that name is in sight
 * @throws EvospiceError `PDK_ELEMENT` for an element that cannot be simulated beside a device
 */
export function readElement(statement: LibraryStatement, isModel: (name: string) => boolean): ReadElement {
  const { words, pairs: written } = splitAssignments(statement.text);
  const [name = '', ...rest] = words;
  const kind = name[0]?.toLowerCase() ?? '';
  const pairs = withoutFlags(written, statement).flatMap(temperatureCoefficients);
  const base = { name, kind, pairs, statement };
  if (pairs.some(({ text }) => depends(text)) || rest.some(depends)) throw unsupported(statement, 'depends on a voltage or current of the circuit');
  if (kind === 'x') {
    const model = rest.at(-1);
    if (model === undefined) throw unsupported(statement, 'names no subcircuit');
    return { ...base, nodes: rest.slice(0, -1), model };
  }
  const count = nodeCounts[kind];
  if (count !== undefined) {
    if (rest.length < count) throw unsupported(statement, `needs ${count} nodes`);
    return { ...base, nodes: rest.slice(0, count), ...behindNodes(kind, rest.slice(count), pairs, isModel, statement) };
  }
  const least = leastNodes[kind];
  if (least === undefined) throw unsupported(statement, 'is of a kind that is not simulated beside a device');
  const at = rest.findIndex((word, index) => index >= least && isModel(word));
  if (at < 0) throw pdkError('PDK_MODEL', `the element ${name} names no model that the library has`, statement, { received: statement.text, expected: 'a model of the library', remedy: 'include the file or section that has the model' });
  const [value, ...more] = rest.slice(at + 1).filter((word) => !/^off$/i.test(word));
  if (more.length > 0) throw unsupported(statement, `has the word ${more[0]} too many`);
  // Named, as ngspice 39 takes the number for a node on a line that is not inside a subcircuit.
  const area = value === undefined ? [] : [{ name: 'area', text: value }];
  return { ...base, nodes: rest.slice(0, at), model: rest[at]!, pairs: [...area, ...pairs] };
}

/** The rest of a line of an element with a fixed number of nodes. */
function behindNodes(kind: string, words: readonly string[], pairs: readonly Assignment[], isModel: (name: string) => boolean, statement: LibraryStatement): Pick<ReadElement, 'model' | 'control' | 'value'> {
  if (kind === 'v' || kind === 'i') return sourceValue(words, pairs, statement);
  if (kind === 'f' || kind === 'h') {
    const [control, value, ...more] = words;
    if (control === undefined || value === undefined || more.length > 0) throw unsupported(statement, 'is not a linear controlled source');
    return { control, value };
  }
  if (kind === 'e' || kind === 'g') {
    const [value, ...more] = words;
    if (value === undefined || more.length > 0 || pairs.some(({ name }) => name !== 'm')) throw unsupported(statement, 'is not a linear controlled source');
    return { value };
  }
  const model = words.find(isModel);
  const [value, ...more] = words.filter((word) => word !== model);
  if (more.length > 0) throw unsupported(statement, `has the word ${more[0]} too many`);
  return { ...(model === undefined ? {} : { model }), ...(value === undefined ? {} : { value }) };
}

/** The value at rest of a source: `5`, `dc 5`, `dc=5`. */
function sourceValue(words: readonly string[], pairs: readonly Assignment[], statement: LibraryStatement): Pick<ReadElement, 'value'> {
  const named = pairs.find(({ name }) => name === 'dc');
  const [value, ...more] = words.filter((word) => !/^dc$/i.test(word));
  const waveform = words.find((word) => /^[a-z]+\(/i.test(word));
  if (waveform !== undefined) throw unsupported(statement, `has a waveform (${waveform})`);
  if (more.length > 0 || (named !== undefined && value !== undefined)) throw unsupported(statement, `is more than a constant (${more[0] ?? 'dc'})`);
  return { value: value ?? named?.text ?? '0' };
}

/** `w=1u off`: the flag says where to begin the search for an operating point, nothing else. */
function withoutFlags(pairs: readonly Assignment[], statement: LibraryStatement): readonly Assignment[] {
  return pairs.map((pair) => {
    const [first = '', ...more] = splitWords(pair.text);
    if (more.length === 0 || pair.name === 'tc' || pair.name === 'ic') return pair;
    const odd = more.find((word) => !/^off$/i.test(word));
    // `w=a + b` without quotes is left to the expression's reader.
    if (odd !== undefined) return /^[-+*/]/.test(odd) || /[-+*/]$/.test(first) ? pair : refuseWord(odd, statement);
    return { ...pair, text: first };
  }).filter(({ name }) => name !== 'ic');
}

function refuseWord(word: string, statement: LibraryStatement): never {
  throw unsupported(statement, `has the word ${word} too many`);
}

/** `tc=1m,2u` is `tc1=1m tc2=2u`. */
function temperatureCoefficients(pair: Assignment): readonly Assignment[] {
  if (pair.name !== 'tc') return [pair];
  return splitWords(pair.text).map((text, index) => ({ name: `tc${index + 1}`, text }));
}

/** True where a value reads a node or a branch of the circuit. */
function depends(text: string): boolean {
  return /(?:^|[^\w.])(?:v|i)\s*\(/i.test(text);
}

function unsupported(statement: LibraryStatement, why: string, remedy = 'replace it, or write a library without it'): Error {
  const [name = ''] = statement.text.split(/\s/, 1);
  return pdkError('PDK_ELEMENT', `the element ${name} ${why}`, statement, {
    received: statement.text, expected: 'resistors, capacitors, inductors, diodes, transistors, constant sources, linear controlled sources, subcircuits', remedy,
  });
}
