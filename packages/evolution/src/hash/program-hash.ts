import { createHash } from 'node:crypto';
import { EvospiceError } from '@evospice/contracts';
import { prepareProgram } from '@evospice/sandbox';
import { analyze, type Scope } from 'eslint-scope';
import { parseSync } from 'oxc-parser';

/** A node of the syntax tree, seen as plain data. */
type Node = { readonly type: string } & Record<string, unknown>;

/** Fields that say where or how something was written and not what it is. */
const ignored: ReadonlySet<string> = new Set(['start', 'end', 'range', 'loc', 'raw', 'parent', 'shorthand', 'hashbang', 'phase']);

/**
 * Hash of what a program does, as far as its syntax shows it: equal for two programs that differ only in comments, layout,
 * type annotations, spelling of numbers and strings, optional parentheses and the names of what they declare themselves.
 *
 * @returns 64 hexadecimal digits (SHA-256)
 * @throws EvospiceError `PROGRAM_SYNTAX` for a source that does not pass the static check of the sandbox
 */
export function programHash(source: string): string {
  return treeHash(prepareProgram(source).javascript);
}

/**
 * The same for plain JavaScript that is known to be harmless to a parser.
 *
 * The tree is taken without positions, and each name that the program itself binds is replaced by the number of its binding in
 * order of first appearance. Global names, properties and labels stay as they are.
 */
export function treeHash(javascript: string): string {
  const { program, errors } = parseSync('program.js', javascript, { lang: 'js', sourceType: 'module', preserveParens: false, range: true });
  const [error] = errors;
  if (error !== undefined) throw new EvospiceError('PROGRAM_SYNTAX', `the program does not parse: ${error.message}`, { expected: 'a JavaScript module' });
  const tree = program as unknown as Node;
  return createHash('sha256').update(JSON.stringify(normalise(tree, bindingsOf(tree)))).digest('hex');
}

/** The binding of every identifier that refers to something the program declares. */
function bindingsOf(program: Node): ReadonlyMap<unknown, unknown> {
  const manager = analyze(program as never, { ecmaVersion: 2022, sourceType: 'module', fallback: childKeys } as never);
  const bindings = new Map<unknown, unknown>();
  for (const scope of manager.scopes as readonly Scope[]) {
    for (const variable of scope.variables) {
      for (const identifier of variable.identifiers) bindings.set(identifier, firstBinding(scope, variable));
    }
    for (const reference of scope.references) {
      if (reference.resolved !== null && reference.resolved.defs.length > 0) {
        bindings.set(reference.identifier, firstBinding(reference.resolved.scope, reference.resolved));
      }
    }
  }
  return bindings;
}

/** A class declaration is bound outside and once more inside itself; both are one thing. */
function firstBinding(scope: Scope, variable: Scope['variables'][number]): unknown {
  const [definition] = variable.defs;
  if (scope.type !== 'class' || definition === undefined) return variable;
  return scope.upper?.variables.find((outer) => outer.identifiers.includes(definition.name as never)) ?? variable;
}

function childKeys(node: object): string[] {
  return Object.keys(node).filter((key) => !ignored.has(key));
}

function normalise(program: Node, bindings: ReadonlyMap<unknown, unknown>): unknown {
  const numbers = new Map<unknown, number>();
  const numberOf = (binding: unknown): number => {
    const known = numbers.get(binding);
    if (known !== undefined) return known;
    numbers.set(binding, numbers.size);
    return numbers.size - 1;
  };
  const visit = (value: unknown): unknown => {
    if (typeof value === 'bigint') return `${value}n`;
    // A regular expression literal carries its pattern beside its value.
    if (value === null || typeof value !== 'object' || value instanceof RegExp) return value instanceof RegExp ? null : value;
    if (Array.isArray(value)) return value.map(visit);
    if (bindings.has(value)) return { bound: numberOf(bindings.get(value)) };
    return Object.fromEntries(Object.entries(value).filter(([key]) => !ignored.has(key)).map(([key, child]) => [key, visit(child)]));
  };
  return visit(program);
}
