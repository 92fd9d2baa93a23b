import type { LibraryLanguage } from './library-language.ts';
import { splitAssignments, type Assignment, type LibraryStatement } from './library-lines.ts';
import { pdkError, type Place } from './pdk-error.ts';
import { Scope } from './scope.ts';
import { refuseOtherCase } from './spellings.ts';
import { withoutTolerances } from './tolerances.ts';

/** A `.model` statement where it stands. */
export interface LibraryModel {
  readonly name: string;
  readonly type: string;
  readonly statement: LibraryStatement;
  readonly pairs: readonly Assignment[];
}

export interface LibrarySubcircuit {
  readonly name: string;
  readonly statement: LibraryStatement;
  /** Nodes of its head, lower case, in order. */
  readonly nodes: readonly string[];
  /** Parameters of its head, with their defaults. */
  readonly parameters: readonly Assignment[];
  /** A second definition of the name whose head has other parameters: which count is not known. */
  readonly conflict?: Place;
  readonly body: readonly LibraryStatement[];
}

/** What a library or the body of a subcircuit says, with conditions decided. */
export interface LibraryBlock {
  readonly scope: Scope;
  /** By lower-case name; of several with one name the first counts, as in ngspice. */
  readonly models: ReadonlyMap<string, LibraryModel>;
  readonly subcircuits: ReadonlyMap<string, LibrarySubcircuit>;
  /** Lines that are devices. */
  readonly devices: readonly LibraryStatement[];
  /** Statements that say nothing about models, such as options. */
  readonly ignored: readonly LibraryStatement[];
  /** Definitions that another of the same name outweighs. */
  readonly repeated: readonly Repeated[];
  /** Definitions in a branch of a condition that does not hold, which count in the language nevertheless. */
  readonly unconditional: readonly LibraryStatement[];
  /** Tolerances that were passed over, as written. */
  readonly tolerances: readonly (Place & { readonly text: string })[];
}

/** A model or subcircuit that is defined twice. */
export interface Repeated {
  readonly what: 'model' | 'subcircuit';
  readonly name: string;
  readonly used: Place;
  readonly unused: Place;
}

/** Values that are set from outside and win over definitions in the block, by lower-case name. */
export type FixedValues = Readonly<Record<string, number>>;

/** @throws EvospiceError `PDK_SYNTAX`, and those of expressions in conditions. */
export function readBlock(statements: readonly LibraryStatement[], language: LibraryLanguage, fixed: FixedValues, parent?: Scope): LibraryBlock {
  // All parameters that a library lacks are named at once.
  const scope = parent === undefined ? new Scope(language, undefined, new Map()) : new Scope(language, parent);
  for (const [name, value] of Object.entries(fixed)) scope.fix(name, value);
  const models = new Map<string, LibraryModel>();
  const subcircuits = new Map<string, LibrarySubcircuit>();
  const devices: LibraryStatement[] = [];
  const ignored: LibraryStatement[] = [];
  const repeated: Repeated[] = [];
  const tolerances: (Place & { readonly text: string })[] = [];
  /** Keeps the first of a name. */
  const add = <T extends { readonly name: string; readonly statement: LibraryStatement }>(all: Map<string, T>, what: Repeated['what'], item: T, text: (each: T) => string): void => {
    const first = all.get(item.name.toLowerCase());
    if (first !== undefined && language.name === 'spectre') refuseOtherCase(what, item.name, item.statement, { name: first.name, place: first.statement });
    if (first === undefined) all.set(item.name.toLowerCase(), item);
    else if (text(first) !== text(item)) repeated.push({ what, name: first.name, used: placeOf(first.statement), unused: placeOf(item.statement) });
  };
  const unconditional: LibraryStatement[] = [];
  // Before any condition is decided: conditions are computed with the last value of a parameter.
  if (language.unconditional) {
    for (let index = 0; index < statements.length; index++) {
      const statement = statements[index]!;
      if (/^\.(?:subckt|macro)\b/i.test(statement.text)) index = endOfSubcircuit(statements, index);
      else defineIn(scope, statement, tolerances);
    }
  }
  const conditions: { taken: boolean; active: boolean; readonly statement: LibraryStatement }[] = [];
  const skipping = (): boolean => conditions.some(({ active }) => !active);
  for (let index = 0; index < statements.length; index++) {
    const statement = statements[index]!;
    const { keyword, rest } = splitKeyword(statement);
    const skipped = skipping();
    if (skipped && language.unconditional && /^\.(?:param|parameters|func|options?|opt|subckt|macro)$/.test(keyword)) unconditional.push(statement);
    if (keyword === '.if') {
      const holds = !skipping() && scope.evaluate({ ...statement, text: rest }) !== 0;
      conditions.push({ taken: holds, active: holds, statement });
    } else if (keyword === '.elseif' || keyword === '.else' || keyword === '.endif') {
      const condition = conditions.at(-1);
      if (condition === undefined) throw pdkError('PDK_SYNTAX', `${keyword} without .if`, statement, { received: statement.text, expected: '.if before it', remedy: 'remove it' });
      if (keyword === '.endif') conditions.pop();
      else {
        // The condition is only computed where it decides something.
        condition.active = true;
        const holds = !condition.taken && !skipping() && (keyword === '.else' || scope.evaluate({ ...statement, text: rest }) !== 0);
        condition.active = holds;
        condition.taken ||= holds;
      }
    } else if (keyword === '.subckt' || keyword === '.macro') {
      const end = endOfSubcircuit(statements, index);
      const counts = !skipped || language.unconditional;
      const again = !counts ? undefined : subcircuits.get(subcircuitOf(statement, rest, []).name.toLowerCase());
      if (again !== undefined) subcircuits.set(again.name.toLowerCase(), withHeadOf(again, subcircuitOf(statement, rest, [])));
      if (counts) add(subcircuits, 'subcircuit', subcircuitOf(statement, rest, statements.slice(index + 1, end)), ({ statement: head, body }) => [head, ...body].map(({ text }) => text).join('\n'));
      index = end;
    } else if (skipped && !(language.unconditional && /^\.opt(?:ions?)?$/.test(keyword))) continue;
    else if (isDefinition(keyword)) {
      if (!language.unconditional) defineIn(scope, statement, tolerances);
    } else if (keyword === '.model') add(models, 'model', modelOf(statement, rest, tolerances), (model) => model.statement.text);
    else if (keyword === '') devices.push(statement);
    else if (keyword !== '.end' && keyword !== '.ends') ignored.push(statement);
  }
  const open = conditions.at(-1);
  if (open !== undefined) throw pdkError('PDK_SYNTAX', '.if is not closed', open.statement, { received: open.statement.text, expected: '.endif', remedy: 'the file may be cut short' });
  return { scope, models, subcircuits, devices, ignored, repeated, unconditional, tolerances };
}

/** Models of a name: itself, or its bins `name.0`, `name.1` … */
export function modelsNamed(name: string, { models }: LibraryBlock): LibraryModel[] {
  const wanted = name.toLowerCase();
  const exact = models.get(wanted);
  if (exact !== undefined) return [exact];
  return [...models].filter(([key]) => key.startsWith(`${wanted}.`) && /^\d+$/.test(key.slice(wanted.length + 1))).map(([, model]) => model);
}

function endOfSubcircuit(statements: readonly LibraryStatement[], start: number): number {
  let depth = 0;
  for (let index = start; index < statements.length; index++) {
    if (/^\.(?:subckt|macro)\b/i.test(statements[index]!.text)) depth += 1;
    else if (/^\.(?:ends|eom)\b/i.test(statements[index]!.text) && --depth === 0) return index;
  }
  throw pdkError('PDK_SYNTAX', 'a subcircuit is not closed', statements[start]!, { received: statements[start]!.text, expected: '.ends', remedy: 'the file may be cut short' });
}

const placeOf = ({ file, line }: Place): Place => ({ file, line });

/** Of two subcircuits of one name ngspice takes the body of the first with the values on the head of the second. */
function withHeadOf(first: LibrarySubcircuit, { statement, parameters }: LibrarySubcircuit): LibrarySubcircuit {
  const names = (list: readonly Assignment[]): string => list.map(({ name }) => name).toSorted().join(' ');
  return names(first.parameters) === names(parameters) ? { ...first, parameters } : { ...first, conflict: placeOf(statement) };
}

type Tolerances = (Place & { readonly text: string })[];

function noteTolerances(found: readonly string[], { file, line }: Place, tolerances: Tolerances): void {
  tolerances.push(...found.map((text) => ({ text, file, line })));
}

function subcircuitOf(statement: LibraryStatement, rest: string, body: readonly LibraryStatement[]): LibrarySubcircuit {
  const { words, pairs } = splitAssignments(rest);
  const [name, ...nodes] = words;
  if (name === undefined) throw pdkError('PDK_SYNTAX', 'a subcircuit without a name', statement, { received: statement.text, expected: '.subckt name nodes …', remedy: 'complete the statement' });
  return { name, statement, nodes: nodes.map((node) => node.toLowerCase()), parameters: pairs, body };
}

function splitKeyword({ text }: LibraryStatement): { readonly keyword: string; readonly rest: string } {
  const written = /^\.\w+/.exec(text)?.[0] ?? '';
  return { keyword: written.toLowerCase(), rest: text.slice(written.length).trim() };
}

const isDefinition = (keyword: string): boolean => keyword === '.param' || keyword === '.parameters' || keyword === '.func';

/** Defines the parameters or the function of a statement that does so. */
function defineIn(scope: Scope, statement: LibraryStatement, tolerances: Tolerances): void {
  const { keyword, rest } = splitKeyword(statement);
  if (!isDefinition(keyword)) return;
  if (keyword === '.func') defineFunction(scope, statement, rest);
  else define(scope, statement, rest, tolerances);
}

function define(scope: Scope, statement: LibraryStatement, rest: string, tolerances: Tolerances): void {
  // A line `.param` and nothing else says nothing.
  if (rest === '') return;
  const { words, pairs: written } = splitAssignments(rest);
  if (words.length > 0 || written.length === 0 || written.some(({ text }) => text === '')) {
    throw pdkError('PDK_SYNTAX', 'a parameter statement cannot be read', statement, { received: statement.text, expected: '.param name = value …', remedy: 'complete the statement' });
  }
  const { pairs, tolerances: found } = withoutTolerances(written, false);
  noteTolerances(found, statement, tolerances);
  for (const { name, spelling, text, arguments: args } of pairs) {
    if (args === undefined) scope.define(name, { text, file: statement.file, line: statement.line }, spelling);
    else scope.defineFunction(name, { text, arguments: args, file: statement.file, line: statement.line });
  }
}

function defineFunction(scope: Scope, statement: LibraryStatement, rest: string): void {
  const match = /^([a-z_]\w*)\s*\(([^()]*)\)\s*=?\s*(\S.*)$/i.exec(rest);
  if (match === null) throw pdkError('PDK_SYNTAX', 'a function cannot be read', statement, { received: statement.text, expected: '.func name(arguments) {expression}', remedy: 'complete the statement' });
  scope.defineFunction(match[1]!, { text: match[3]!, arguments: match[2]!.split(',').map((each) => each.trim().toLowerCase()).filter((each) => each !== ''), file: statement.file, line: statement.line });
}

function modelOf(statement: LibraryStatement, rest: string, tolerances: Tolerances): LibraryModel {
  // Parentheses around the parameters would hide their equal signs.
  const opened = /^(\S+\s+[^\s(=]+)\s*\((.*)\)\s*$/.exec(rest);
  const { words, pairs: written } = splitAssignments(opened === null ? rest : `${opened[1]} ${opened[2]}`);
  const [name, ...type] = words;
  if (name === undefined || type.length === 0) throw pdkError('PDK_SYNTAX', 'a model without a name and a type', statement, { received: statement.text, expected: '.model name type parameter = value …', remedy: 'complete the statement' });
  const { pairs: clean, tolerances: found } = withoutTolerances(written, true);
  noteTolerances(found, statement, tolerances);
  const { pairs, channels } = withoutChannel(clean);
  return { name, type: [...type, ...channels].join(' '), statement, pairs };
}

/** Takes the words `nchan` and `pchan` of a power transistor, which may be anywhere on the statement, off the values in front of them. */
function withoutChannel(pairs: readonly Assignment[]): { readonly pairs: readonly Assignment[]; readonly channels: readonly string[] } {
  const channels: string[] = [];
  const own = pairs.map((pair) => ({ ...pair, text: pair.text.replace(/\s+([np]chan)$/i, (_, word: string) => (channels.push(word), '')) }));
  return { pairs: own, channels };
}
