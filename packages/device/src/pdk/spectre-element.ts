import { splitAssignments, type LibraryStatement } from './library-lines.ts';
import { pdkError } from './pdk-error.ts';

/** Letters of elements by the master of their model, as Spectre calls masters. */
const letters: Readonly<Record<string, string>> = {
  bsim4: 'm', bsim3v3: 'm', bsimsoi: 'm', mos1: 'm', mos2: 'm', mos3: 'm', psp103: 'm', bsim6: 'm', bjt: 'q', vbic: 'q', bjt504: 'q', hbt: 'q', diode: 'd', jfet: 'j', resistor: 'r', capacitor: 'c', inductor: 'l',
};
/** Masters that need no model, with the parameter that is the value. */
const primitives: Readonly<Record<string, readonly [string, string]>> = {
  resistor: ['r', 'r'], capacitor: ['c', 'c'], inductor: ['l', 'l'], vsource: ['v', 'dc'], isource: ['i', 'dc'], vcvs: ['e', 'gain'], vccs: ['g', 'gm'],
};

/**
 * An element of Spectre, `name (nodes) master parameter=value …`, as a line of SPICE: the letter of its kind in front of its name.
 * @param typeOf type of the model of a name in sight; undefined where there is none
 * @param isSubcircuit whether a name is that of a subcircuit in sight
 * @throws EvospiceError `PDK_ELEMENT` naming a master that is not known
 */
export function spectreElement(statement: LibraryStatement, typeOf: (name: string) => string | undefined, isSubcircuit: (name: string) => boolean): LibraryStatement {
  const { words, pairs } = splitAssignments(statement.text);
  const [name = '', ...rest] = words;
  const master = rest.at(-1) ?? '';
  const nodes = rest.slice(0, -1).join(' ');
  const assigned = (kept: typeof pairs): string => kept.map((pair) => `${pair.name}=${pair.text}`).join(' ');
  const kept = pairs.filter((pair) => pair.name !== 'type');
  const type = typeOf(master);
  const line = (letter: string, behind: string): LibraryStatement => ({ ...statement, text: `${letter}${name} ${nodes} ${behind}`.trimEnd() });
  // Inside a subcircuit of the same name, the name is that of the model or of the subcircuit outside.
  if (type !== undefined && letters[type] !== undefined) return line(letters[type], `${master} ${assigned(kept)}`);
  if (type === undefined && isSubcircuit(master)) return line('x', `${master} ${assigned(kept)}`);
  const primitive = type === undefined && Object.hasOwn(primitives, master) ? primitives[master] : undefined;
  const value = primitive === undefined ? undefined : kept.find((pair) => pair.name === primitive[1])?.text;
  if (primitive !== undefined && value !== undefined) return line(primitive[0], `{${value}} ${assigned(kept.filter((pair) => pair.name !== primitive[1]))}`);
  throw pdkError('PDK_ELEMENT', `the element ${name} is of the master ${master}${type === undefined ? '' : ` (${type})`}, which is not known here`, statement, {
    received: statement.text, expected: `a model of ${Object.keys(letters).join(', ')}, a subcircuit, or one of ${Object.keys(primitives).join(', ')} with its value`, remedy: 'include the file or section that has the model, or replace the element',
  });
}
