import type { LibraryLanguage } from './library-language.ts';
import { splitAssignments, type Assignment, type LibraryStatement } from './library-lines.ts';
import { pdkError } from './pdk-error.ts';
import { Scope } from './scope.ts';

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
  /** Parameters of its head, with their defaults. */
  readonly parameters: readonly Assignment[];
  readonly body: readonly LibraryStatement[];
}

/** What a library or the body of a subcircuit says, with conditions decided. */
export interface LibraryBlock {
  readonly scope: Scope;
  /** By lower-case name; of several with one name the last counts. */
  readonly models: ReadonlyMap<string, LibraryModel>;
  readonly subcircuits: ReadonlyMap<string, LibrarySubcircuit>;
  /** Lines that are devices. */
  readonly devices: readonly LibraryStatement[];
  /** Statements that say nothing about models, such as options. */
  readonly ignored: readonly LibraryStatement[];
}

/** Values that are set from outside and win over definitions in the block, by lower-case name. */
export type FixedValues = Readonly<Record<string, number>>;

/** @throws EvospiceError `PDK_SYNTAX`, and those of expressions in conditions. */
export function readBlock(statements: readonly LibraryStatement[], language: LibraryLanguage, fixed: FixedValues, parent?: Scope): LibraryBlock {
  const scope = new Scope(language, parent);
  for (const [name, value] of Object.entries(fixed)) scope.fix(name, value);
  const models = new Map<string, LibraryModel>();
  const subcircuits = new Map<string, LibrarySubcircuit>();
  const devices: LibraryStatement[] = [];
  const ignored: LibraryStatement[] = [];
  const conditions: { taken: boolean; active: boolean; readonly statement: LibraryStatement }[] = [];
  const skipping = (): boolean => conditions.some(({ active }) => !active);
  for (let index = 0; index < statements.length; index++) {
    const statement = statements[index]!;
    const keyword = /^\.\w+/.exec(statement.text)?.[0].toLowerCase() ?? '';
    const rest = statement.text.slice(keyword.length).trim();
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
      if (!skipping()) addSubcircuit(subcircuits, statement, rest, statements.slice(index + 1, end));
      index = end;
    } else if (skipping()) continue;
    else if (keyword === '.param' || keyword === '.parameters') define(scope, statement, rest);
    else if (keyword === '.func') defineFunction(scope, statement, rest);
    else if (keyword === '.model') addModel(models, statement, rest);
    else if (keyword === '') devices.push(statement);
    else if (keyword !== '.end' && keyword !== '.ends') ignored.push(statement);
  }
  const open = conditions.at(-1);
  if (open !== undefined) throw pdkError('PDK_SYNTAX', '.if is not closed', open.statement, { received: open.statement.text, expected: '.endif', remedy: 'the file may be cut short' });
  return { scope, models, subcircuits, devices, ignored };
}

function endOfSubcircuit(statements: readonly LibraryStatement[], start: number): number {
  let depth = 0;
  for (let index = start; index < statements.length; index++) {
    if (/^\.(?:subckt|macro)\b/i.test(statements[index]!.text)) depth += 1;
    else if (/^\.(?:ends|eom)\b/i.test(statements[index]!.text) && --depth === 0) return index;
  }
  throw pdkError('PDK_SYNTAX', 'a subcircuit is not closed', statements[start]!, { received: statements[start]!.text, expected: '.ends', remedy: 'the file may be cut short' });
}

function addSubcircuit(subcircuits: Map<string, LibrarySubcircuit>, statement: LibraryStatement, rest: string, body: readonly LibraryStatement[]): void {
  const { words, pairs } = splitAssignments(rest);
  const [name] = words;
  if (name === undefined) throw pdkError('PDK_SYNTAX', 'a subcircuit without a name', statement, { received: statement.text, expected: '.subckt name nodes …', remedy: 'complete the statement' });
  subcircuits.set(name.toLowerCase(), { name, statement, parameters: pairs, body });
}

function define(scope: Scope, statement: LibraryStatement, rest: string): void {
  const { words, pairs } = splitAssignments(rest);
  if (words.length > 0 || pairs.length === 0 || pairs.some(({ text }) => text === '')) {
    throw pdkError('PDK_SYNTAX', 'a parameter statement cannot be read', statement, { received: statement.text, expected: '.param name = value …', remedy: 'complete the statement' });
  }
  for (const { name, text, arguments: args } of pairs) {
    if (args === undefined) scope.define(name, { text, file: statement.file, line: statement.line });
    else scope.defineFunction(name, { text, arguments: args, file: statement.file, line: statement.line });
  }
}

function defineFunction(scope: Scope, statement: LibraryStatement, rest: string): void {
  const match = /^([a-z_]\w*)\s*\(([^()]*)\)\s*=?\s*(\S.*)$/i.exec(rest);
  if (match === null) throw pdkError('PDK_SYNTAX', 'a function cannot be read', statement, { received: statement.text, expected: '.func name(arguments) {expression}', remedy: 'complete the statement' });
  scope.defineFunction(match[1]!, { text: match[3]!, arguments: match[2]!.split(',').map((each) => each.trim().toLowerCase()).filter((each) => each !== ''), file: statement.file, line: statement.line });
}

function addModel(models: Map<string, LibraryModel>, statement: LibraryStatement, rest: string): void {
  // Parentheses around the parameters would hide their equal signs.
  const opened = /^(\S+\s+[^\s(=]+)\s*\((.*)\)\s*$/.exec(rest);
  const { words, pairs } = splitAssignments(opened === null ? rest : `${opened[1]} ${opened[2]}`);
  const [name, ...type] = words;
  if (name === undefined || type.length === 0) throw pdkError('PDK_SYNTAX', 'a model without a name and a type', statement, { received: statement.text, expected: '.model name type parameter = value …', remedy: 'complete the statement' });
  models.set(name.toLowerCase(), { name, type: type.join(' '), statement, pairs });
}
