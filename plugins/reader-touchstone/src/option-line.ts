import { datasetError, type DatasetPlace } from '@evospice/readers';

export type Kind = 'S' | 'Y' | 'Z' | 'H' | 'G';
export type Notation = 'MA' | 'DB' | 'RI';

/** What the line that begins with `#` says of the values. */
export interface OptionLine {
  /** Hz per unit of the frequency column. */
  readonly hertz: number;
  readonly kind: Kind;
  readonly notation: Notation;
  /** Reference impedance in ohms. */
  readonly resistance: number;
}

const frequencies: Readonly<Record<string, number>> = { HZ: 1, KHZ: 1e3, MHZ: 1e6, GHZ: 1e9 };
const kinds: readonly string[] = ['S', 'Y', 'Z', 'H', 'G'];
const notations: readonly string[] = ['MA', 'DB', 'RI'];

/**
 * `# GHz S MA R 50` in any order and case; what is left out has these values.
 * @throws EvospiceError `DATASET_SYNTAX`
 */
export function readOptionLine(line: string, place: DatasetPlace): OptionLine {
  const words = line.replace(/!.*$/u, '').replace(/^\s*#/u, '').trim().toUpperCase().split(/\s+/u).filter((word) => word !== '');
  let [hertz, kind, notation, resistance] = [1e9, 'S', 'MA', 50];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const known = frequencies[word];
    if (known !== undefined) hertz = known;
    else if (kinds.includes(word)) kind = word;
    else if (notations.includes(word)) notation = word;
    else if (word === 'R' && Number(words[at + 1]) > 0) resistance = Number(words[++at]);
    else {
      throw datasetError('DATASET_SYNTAX', place, `the option line has ${JSON.stringify(word)}`, {
        received: line, expected: '# HZ|KHZ|MHZ|GHZ S|Y|Z|H|G MA|DB|RI R ohms', remedy: 'correct the option line, or export the file again',
      });
    }
  }
  return { hertz, kind: kind as Kind, notation: notation as Notation, resistance };
}

/** Real and imaginary part of a pair of numbers. */
export function complexOf(notation: Notation, first: number, second: number): readonly [number, number] {
  if (notation === 'RI') return [first, second];
  const size = notation === 'DB' ? 10 ** (first / 20) : first;
  const angle = (second * Math.PI) / 180;
  return [size * Math.cos(angle) + 0, size * Math.sin(angle) + 0];
}
