import type { PhysicsFinding, RuleSubject } from '@evospice/contracts';
import { defineRule, effectiveSize, shown, sizedValue, viewOf, type CardView, type Found } from '@evospice/rules-kit';
import { keeps, rangeText, type Limit } from './limit.ts';
import { limitTables } from './tables.ts';

const rank: Readonly<Record<PhysicsFinding['severity'], number>> = { note: 0, warning: 1, violation: 2 };

/** Values outside what the manual of their model allows, or outside what devices have; the gravest finding for each parameter. */
export const cardLimits = defineRule('card-limits', (subject) => {
  const view = viewOf(subject);
  const worst = new Map<string, Found>();
  for (const limit of (view.family === undefined ? undefined : limitTables[view.family]) ?? []) {
    const found = judge(view, subject, limit);
    const known = worst.get(limit.names);
    if (found !== undefined && (known === undefined || rank[found.severity] > rank[known.severity])) worst.set(limit.names, found);
  }
  return [...worst.values()];
});

function judge(view: CardView, { task }: RuleSubject, limit: Limit): Found | undefined {
  const name = view.nameOf(limit.names);
  const base = view.value(name);
  if (base === undefined) return undefined;
  const told = (value: number, place?: string): Found => ({
    severity: limit.severity, parameter: name, value, limit: rangeText(limit), source: limit.source, ...(place === undefined ? {} : { place }),
    message: `${name} = ${shown(value)}${place === undefined ? '' : ` at ${place}`} is not ${rangeText(limit)}: ${limit.reason}`,
  });
  if (!isBinned(view, name)) return keeps(limit, base) ? undefined : told(base);
  // With terms of length and width the base alone is not the value of any device.
  for (const instance of task.instances) {
    const value = sizedValue(view.card, name, effectiveSize(view.card, instance));
    if (value !== undefined && Number.isFinite(value) && !keeps(limit, value)) return told(value, instance.id);
  }
  return undefined;
}

function isBinned({ card, family }: CardView, name: string): boolean {
  return (family === 'bsim4' || family === 'bsim3') && ['l', 'w', 'p'].some((term) => (card.value(`${term}${name}`) ?? 0) !== 0);
}
