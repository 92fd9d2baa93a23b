import type { CircuitOptions } from '@evospice/contracts';
import { splitAssignments, splitWords, type LibraryStatement } from './library-lines.ts';
import { pdkError, type Place } from './pdk-error.ts';
import type { Scope } from './scope.ts';

export interface KitOptions {
  /** Those that the circuit around the device needs. */
  readonly circuit: CircuitOptions;
  /** Whether a device's width is shared among its fingers before a bin is chosen; undefined where the library does not say. */
  readonly widthPerFinger?: boolean;
  readonly notes: readonly string[];
}

/** Options that change numbers and are carried over. */
const carried = ['scale', 'tnom', 'gmin', 'defl', 'defw', 'defad', 'defas'];
/** Options that change numbers in a way nothing here carries over. */
const refused = ['rshunt', 'gshunt', 'cshunt', 'badmos3', 'noopac', 'epsmin', 'defm', 'scalm', 'geoshrink', 'parhier', 'dcap', 'defnrd', 'defnrs', 'nodedamping'];
/** Options of accuracy: every circuit here has tighter ones. */
const accuracy = ['reltol', 'abstol', 'vntol', 'chgtol', 'trtol', 'absdv', 'reldv'];

/**
 * Options that a library sets, the last of each name. They hold for the whole circuit, wherever they are written.
 * @throws EvospiceError `PDK_OPTION` for one that changes numbers and is not carried over
 */
export function kitOptions(statements: readonly LibraryStatement[], scope: Scope): KitOptions {
  const circuit: Record<string, number> = {};
  const notes: string[] = [];
  let widthPerFinger: boolean | undefined;
  const place = ({ file, line }: Place): string => `${file}:${line}`;
  for (const statement of statements) {
    const rest = /^\.(?:options?|opt)\s+(.*)$/i.exec(statement.text)?.[1];
    if (rest === undefined) continue;
    const { words, pairs } = splitAssignments(rest);
    for (const word of words) refuse(word.toLowerCase(), statement);
    for (const { name, text } of pairs) {
      // Flags may follow a value: `tnom=25 nopage`.
      const [first = '', ...flags] = splitWords(text);
      for (const flag of flags) refuse(flag.toLowerCase(), statement);
      refuse(name, statement);
      const number = (): number => scope.evaluate({ ...statement, text: first });
      if (carried.includes(name)) circuit[name] = number();
      else if (name === 'wnflag') widthPerFinger = number() !== 0;
      else if (name === 'temp') notes.push(`the option temp=${first} (${place(statement)}) is overridden by the temperature of each curve`);
      else if (accuracy.includes(name)) notes.push(`the option ${name}=${first} (${place(statement)}) is overridden by tighter tolerances`);
    }
  }
  for (const name of carried) if (circuit[name] !== undefined) notes.push(`the library's option ${name}=${circuit[name]} is in force`);
  if (circuit['scale'] === 1) delete circuit['scale'];
  return { circuit, notes: [...new Set(notes)], ...(widthPerFinger === undefined ? {} : { widthPerFinger }) };
}

function refuse(name: string, statement: LibraryStatement): void {
  if (!refused.includes(name)) return;
  throw pdkError('PDK_OPTION', `the library's option ${name} changes results and is not carried over`, statement, {
    received: statement.text, expected: `options out of ${[...carried, 'wnflag'].join(', ')}`, remedy: `take ${name} off the library, or simulate with it by hand`,
  });
}
