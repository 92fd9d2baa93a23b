import type { CardValues } from '@evospice/contracts';
import type { CompleteCard, CompactParameter, GeneratedCode, GeometryParameter, ModelIdentity, UnsupportedOption } from './model.ts';

/** Description of a card's fields for `completeCard`. */
export interface CardRules {
  readonly parameters: readonly CompactParameter[];
  readonly code: GeneratedCode;
  /** Values of a card that change neither current nor charge, such as those of noise. */
  readonly withoutEffect?: readonly string[];
  /** Fields of the equations' card that are not parameters, such as `sign` or `version`. */
  readonly fields?: CardValues;
}

const named = new WeakMap<readonly CompactParameter[], ReadonlyMap<string, CompactParameter>>();

function namesOf(parameters: readonly CompactParameter[]): ReadonlyMap<string, CompactParameter> {
  const known = named.get(parameters);
  if (known !== undefined) return known;
  const byName = new Map(parameters.flatMap((parameter) => [parameter.name, ...(parameter.aliases ?? [])].map((name) => [name, parameter] as const)));
  named.set(parameters, byName);
  return byName;
}

const isVersion = (name: string) => name === 'level' || name === 'version';

/**
 * Card values in the order of the equations: aliases resolved, defaults filled in, `…Given` set to 1 where the card states a value.
 * Values that are unknown to the family come back as unsupported.
 */
export function completeCard(rules: CardRules, values: CardValues, identity: ModelIdentity): CompleteCard {
  const { code, parameters } = rules;
  const byName = namesOf(parameters);
  const given = new Map<string, number>();
  const unsupported: UnsupportedOption[] = [];
  for (const [name, value] of Object.entries(values)) {
    const parameter = byName.get(name);
    if (parameter !== undefined) given.set(parameter.name, value);
    else if (!(rules.withoutEffect ?? []).includes(name) && !isVersion(name)) {
      unsupported.push({ parameter: name, value, reason: 'the equations do not have this parameter' });
    }
  }
  const card: Record<string, number> = { ...rules.fields };
  if (identity.level !== undefined) card['level'] ??= identity.level;
  for (const { name, default: rule } of parameters) {
    const value = given.get(name);
    card[`${name}Given`] = value === undefined ? 0 : 1;
    card[name] = value ?? (typeof rule === 'number' ? rule : rule === 'none' ? 0 : typeof rule === 'function' ? rule(card) : card[rule.sameAs]!);
  }
  return { card: Float64Array.from(code.card, (field) => card[field] ?? NaN), unsupported };
}

/**
 * What each extracted parameter changes in the card: itself, and every value that is absent and the same as it. Indices into
 * `GeneratedCode.card`.
 */
export function cardPlaces(rules: Pick<CardRules, 'parameters' | 'code'>, values: CardValues, parameter: string): readonly number[] {
  const own = rules.parameters.find(({ name, aliases }) => name === parameter || (aliases ?? []).includes(parameter));
  if (own === undefined) return [];
  const names = new Set([own.name]);
  for (const { name, aliases, default: rule } of rules.parameters) {
    const stated = [name, ...(aliases ?? [])].some((each) => values[each] !== undefined);
    if (!stated && typeof rule === 'object' && names.has(rule.sameAs)) names.add(name);
  }
  return rules.code.card.flatMap((field, place) => (names.has(field) ? [place] : []));
}

/** Instance values in the order of the equations, with the flags `…Given`. `unknown`: names and values of switches that the family does not have. */
export function completeGeometry(parameters: readonly GeometryParameter[], fields: readonly string[], geometry: CardValues): { values: Float64Array; unknown: readonly string[] } {
  const names = new Map(parameters.flatMap((parameter) => [parameter.name, ...(parameter.aliases ?? [])].map((each) => [each, parameter] as const)));
  const given = new Map<string, number>();
  const unknown: string[] = [];
  for (const [name, value] of Object.entries(geometry)) {
    const own = names.get(name);
    if (own === undefined || own.allowed?.includes(value) === false) unknown.push(name);
    else given.set(own.name, value);
  }
  const all: Record<string, number> = {};
  for (const { name, default: rule } of parameters) {
    all[name] = given.get(name) ?? (rule === 'none' ? 0 : rule);
    all[`${name}Given`] = given.has(name) ? 1 : 0;
  }
  return { values: Float64Array.from(fields, (field) => all[field] ?? NaN), unknown };
}
