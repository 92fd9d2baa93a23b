/** What columns of measured files are called for a kind of device, and which of its terminals do what. */
export interface KindNames {
  readonly label: string;
  /** Order of the element line. */
  readonly terminals: readonly string[];
  /** Terminal that voltages with two letters, such as `Vgs`, refer to. */
  readonly reference: string;
  /** Terminal that controls the device; undefined for a diode. */
  readonly control?: string;
  /** Terminal that the main current is counted into. */
  readonly main: string;
  /** Names of each terminal in columns, lower case. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** Currents that are fitted where they were measured, besides the main one. */
  readonly alsoFitted: readonly string[];
}

const drain = ['d', 'drain'];
const gate = ['g', 'gate'];
const source = ['s', 'source', 'src'];

export const kindNames = {
  mosfet: {
    label: 'MOSFET', terminals: ['d', 'g', 's', 'b'], reference: 's', control: 'g', main: 'd', alsoFitted: [],
    words: { d: drain, g: gate, s: source, b: ['b', 'bulk', 'body', 'sub', 'substrate', 'well'] },
  },
  soi: {
    label: 'SOI MOSFET', terminals: ['d', 'g', 's', 'e'], reference: 's', control: 'g', main: 'd', alsoFitted: [],
    words: { d: drain, g: gate, s: source, e: ['e', 'b', 'bg', 'backgate', 'sub', 'substrate', 'handle'] },
  },
  bjt: {
    label: 'bipolar transistor', terminals: ['c', 'b', 'e', 's'], reference: 'e', control: 'b', main: 'c', alsoFitted: ['b'],
    words: { c: ['c', 'collector', 'coll'], b: ['b', 'base'], e: ['e', 'emitter'], s: ['s', 'sub', 'substrate'] },
  },
  diode: {
    label: 'diode', terminals: ['a', 'c'], reference: 'c', main: 'a', alsoFitted: [],
    words: { a: ['a', 'anode', 'p', 'd'], c: ['c', 'k', 'cathode', 'n'] },
  },
  jfet: {
    label: 'junction FET', terminals: ['d', 'g', 's'], reference: 's', control: 'g', main: 'd', alsoFitted: [],
    words: { d: drain, g: gate, s: source },
  },
  vdmos: {
    label: 'power MOSFET (VDMOS)', terminals: ['d', 'g', 's'], reference: 's', control: 'g', main: 'd', alsoFitted: [],
    words: { d: drain, g: gate, s: source },
  },
} as const satisfies Readonly<Record<string, KindNames>>;

export type ImportedKind = keyof typeof kindNames;

export const importedKinds = Object.keys(kindNames) as readonly ImportedKind[];

export function namesOf(kind: ImportedKind): KindNames {
  return kindNames[kind];
}

/** Terminal that a word of a column's name means; undefined where it means none. */
export function terminalOf(kind: ImportedKind, word: string): string | undefined {
  return Object.entries(namesOf(kind).words).find(([, words]) => words.includes(word))?.[0];
}
