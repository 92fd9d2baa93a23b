import type { ParsedProgram } from './parse-program.ts';
import { undeclaredTypes, undeclaredValues } from './undeclared-names.ts';

/** Why a child may not be proposed; undefined when it may. The child has been parsed already. */
export function childFault(parent: ParsedProgram, child: ParsedProgram, known: readonly string[]): string | undefined {
  if (child.source.slice(0, child.evolve.start) !== parent.source.slice(0, parent.evolve.start) || child.source.slice(child.evolve.end) !== parent.source.slice(parent.evolve.end)) {
    return 'it changes text outside the evolve block';
  }
  if (known.includes(child.source)) return 'the same program is known already';
  // What was missing in the parent already is not this child's fault; the parent did run.
  const before = new Set([...undeclaredValues(parent), ...undeclaredTypes(parent)]);
  const missing = [...undeclaredValues(child), ...undeclaredTypes(child)].filter((name) => !before.has(name));
  return missing.length === 0 ? undefined : `it uses undeclared names: ${missing.join(', ')}`;
}
