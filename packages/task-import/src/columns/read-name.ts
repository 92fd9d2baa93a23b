import { readUnit } from '@evospice/readers';

/** What a column's name says of it. Words are those of the name; which terminals they mean depends on the device. */
export interface NameReading {
  readonly quantity: 'v' | 'i' | 'c' | 'f';
  /** One word for a terminal, or two where a voltage refers to the second; none for a capacitance without letters. */
  readonly words: readonly string[];
  /** Unit at the end of the name, such as `uA` in `Id_uA`. */
  readonly unit?: string;
}

const full = 'drain|gate|source|src|bulk|body|substrate|sub|well|backgate|bg|collector|coll|base|emitter|anode|cathode';
const quantities: Readonly<Record<string, NameReading['quantity']>> = {
  v: 'v', u: 'v', voltage: 'v', volt: 'v', volts: 'v', bias: 'v', i: 'i', current: 'i', amps: 'i', c: 'c', cap: 'c', capacitance: 'c', freq: 'f', frequency: 'f', f: 'f',
};
const quantityWords = Object.keys(quantities).toSorted((a, b) => b.length - a.length).join('|');

const longForm = new RegExp(`^(?:(${quantityWords})(${full})|(${full})(${quantityWords}))$`, 'u');
const letters = /^([vuic])([dgsbceakpn]{1,2})$/u;
const capacitance = /^c([dgsbceakn]{2,4})$/u;

/**
 * Reads names such as `vg`, `VGS`, `V(d)`, `GateV`, `Drain Current`, `I_D`, `Id_uA`, `Cgg`, `freq`. Undefined for any other name, such as
 * `gm` or `abs(Id)`.
 */
export function readName(name: string): NameReading | undefined {
  const { bare, unit } = withoutUnit(name);
  // Brackets around one word are those of V(d); other signs mean a formula.
  const text = bare.toLowerCase().replace(/^([a-z]+)\s*[([]\s*([a-z]+)\s*[)\]]$/u, '$1$2');
  if (/[^a-z0-9\s_.-]/u.test(text)) return undefined;
  const plain = text.replaceAll(/[\s_.-]/gu, '');
  const reading = (quantity: NameReading['quantity'], words: readonly string[]): NameReading => ({ quantity, words, ...(unit === undefined ? {} : { unit }) });
  if (/^(?:freq|frequency|f)$/u.test(plain)) return reading('f', []);
  const long = longForm.exec(plain);
  if (long !== null) return reading(quantities[(long[1] ?? long[4])!]!, [(long[2] ?? long[3])!]);
  const short = letters.exec(plain);
  // Cp, Cs and Cj are what a meter calls a capacitance, whatever it lies between.
  if (short !== null && short[1] !== 'c') return reading(quantities[short[1]!]!, [...short[2]!]);
  const between = capacitance.exec(plain);
  if (between !== null) return reading('c', [...between[1]!]);
  return /^(?:c|cp|cs|cj|cap|capacitance)$/u.test(plain) ? reading('c', []) : undefined;
}

/** `Id_uA` and `Vg.V` without their unit; a name that is nothing but a unit stays. */
function withoutUnit(name: string): { readonly bare: string; readonly unit?: string } {
  const [, bare, unit] = /^(.+?)[\s_.-]+([a-zA-Zµμ]{1,3})$/u.exec(name.trim()) ?? [];
  return bare === undefined || unit === undefined || !/[VAF]$|Hz$/u.test(unit) || readUnit(unit) === undefined || !/^[a-z(]/iu.test(bare) || bare.length === 1 ? { bare: name.trim() } : { bare, unit };
}
