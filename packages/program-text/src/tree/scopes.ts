import { analyze, type Scope, type ScopeManager } from 'eslint-scope';
import type { ParsedSource } from './parse-source.ts';
import { plainTree, type PlainNode } from './plain-tree.ts';
import type { SyntaxNode } from './syntax-node.ts';

function scopesOf(tree: PlainNode): ScopeManager {
  return analyze(tree as unknown as Parameters<typeof analyze>[0], { ecmaVersion: 2022, sourceType: 'module' });
}

const known = new WeakMap<SyntaxNode, readonly string[]>();

/** Names of values that a module uses and does not declare; each once, in order of use. Types do not count. */
export function freeNames(parsed: ParsedSource): readonly string[] {
  const before = known.get(parsed.tree);
  if (before !== undefined) return before;
  const references = scopesOf(plainTree(parsed)).globalScope?.through ?? [];
  const names = [...new Set(references.map(({ identifier }) => ('name' in identifier ? String(identifier.name) : '')))];
  known.set(parsed.tree, names);
  return names;
}

/** The binding of every identifier that refers to something the module declares itself. */
export function bindingsOf(tree: PlainNode): ReadonlyMap<unknown, unknown> {
  const bindings = new Map<unknown, unknown>();
  for (const scope of scopesOf(tree).scopes as readonly Scope[]) {
    for (const variable of scope.variables) {
      for (const identifier of variable.identifiers) bindings.set(identifier, firstBinding(scope, variable));
    }
    for (const { resolved, identifier } of scope.references) {
      if (resolved !== null && resolved.defs.length > 0) bindings.set(identifier, firstBinding(resolved.scope, resolved));
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
