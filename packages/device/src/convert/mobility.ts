import type { ModelFamilyTable } from './family-table.ts';

/** cm^2 to m^2. */
const perSquareMetre = 1e4;
const names = ['u0', 'lu0', 'wu0', 'pu0'];

/**
 * The BSIM models read a low-field mobility above 1 as cm^2/(V s) and others as m^2/(V s), with its geometry terms in the same unit.
 * Brings them to the family's own unit.
 */
export function normaliseMobility(parameters: Map<string, number>, table: ModelFamilyTable): void {
  const u0 = parameters.get('u0');
  if (table.mobility === undefined || u0 === undefined) return;
  const large = u0 > 1;
  if (large === (table.mobility === 'cm2')) return;
  for (const name of names) {
    const value = parameters.get(name);
    if (value !== undefined) parameters.set(name, large ? value / perSquareMetre : value * perSquareMetre);
  }
}
