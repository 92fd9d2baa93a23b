import { datasetError } from '@evospice/readers';

/** What the keywords of a version 2 file say; empty for a file of version 1. */
export interface Keywords {
  readonly version: 1 | 2;
  readonly ports?: number;
  readonly frequencies?: number;
  /** Of two-port data: whether S12 is in front of S21. */
  readonly order?: '12_21' | '21_12';
  readonly matrix: 'full' | 'lower' | 'upper';
  readonly references: readonly number[];
  readonly optionLine?: { readonly text: string; readonly line: number };
  /** Lines of values, without comments; those of noise are apart. */
  readonly data: readonly DataLine[];
  readonly noise: readonly DataLine[];
  readonly comments: readonly DataLine[];
  /** Whether `[End]` was there. */
  readonly ended: boolean;
}

export interface DataLine {
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
}

const keyword = /^\[([^\]]+)\]\s*(.*)$/u;

/**
 * Divides a file into its keywords and its lines of values.
 * @throws EvospiceError `DATASET_SYNTAX` for a keyword that is unknown or has a wrong value
 */
export function readKeywords(text: string, file: string): Keywords {
  const facts: { version: 1 | 2; ports?: number; frequencies?: number; order?: '12_21' | '21_12'; matrix: 'full' | 'lower' | 'upper'; optionLine?: DataLine; ended: boolean } = { version: 1, matrix: 'full', ended: false };
  const [references, data, noise, comments]: [number[], DataLine[], DataLine[], DataLine[]] = [[], [], [], []];
  let part: 'front' | 'reference' | 'information' | 'data' | 'noise' = 'front';
  for (const [index, whole] of text.split(/\r\n|\n|\r/u).entries()) {
    const place = { file, line: index + 1 };
    const comment = whole.indexOf('!');
    if (comment >= 0) comments.push({ text: whole.slice(comment + 1).trim(), line: place.line });
    const line = (comment < 0 ? whole : whole.slice(0, comment)).trim();
    if (line === '' || facts.ended) continue;
    const match = keyword.exec(line);
    const bad = (expected: string): Error => datasetError('DATASET_SYNTAX', place, `cannot read ${line}`, { received: line, expected, remedy: 'correct the line, or export the file again' });
    if (match === null) {
      if (part === 'information') continue;
      if (line.startsWith('#')) facts.optionLine ??= { text: line, line: place.line };
      else if (part === 'reference' && references.length < (facts.ports ?? 0)) references.push(...numbersOf(line, bad));
      else (part === 'noise' ? noise : data).push({ text: line, line: place.line });
      continue;
    }
    const name = match[1]!.trim().toLowerCase();
    const value = match[2]!.trim();
    const count = (): number => {
      if (/^\d+$/u.test(value) && Number(value) > 0) return Number(value);
      throw bad('a number of at least 1');
    };
    if (name === 'end information') part = 'front';
    else if (part === 'information') continue;
    else if (name === 'version' && /^2\.\d$/u.test(value)) facts.version = 2;
    else if (name === 'number of ports') facts.ports = count();
    else if (name === 'number of frequencies') facts.frequencies = count();
    else if (name === 'number of noise frequencies') count();
    else if (name === 'two-port data order' && (value === '12_21' || value === '21_12')) facts.order = value;
    else if (name === 'matrix format' && /^(?:full|lower|upper)$/iu.test(value)) facts.matrix = value.toLowerCase() as 'full' | 'lower' | 'upper';
    else if (name === 'reference') {
      part = 'reference';
      if (value !== '') references.push(...numbersOf(value, bad));
    } else if (name === 'begin information') part = 'information';
    else if (name === 'network data') part = 'data';
    else if (name === 'noise data') part = 'noise';
    else if (name === 'end') facts.ended = true;
    else throw bad(name === 'mixed-mode order' ? 'single-ended data: mixed modes are not supported' : 'a keyword of Touchstone 2 with its value');
  }
  return { ...facts, references, data, noise, comments };
}

function numbersOf(text: string, bad: (expected: string) => Error): readonly number[] {
  const values = text.split(/\s+/u).map(Number);
  if (values.every((value) => value > 0 && Number.isFinite(value))) return values;
  throw bad('impedances in ohms');
}
