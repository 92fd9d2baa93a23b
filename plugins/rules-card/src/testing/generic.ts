import type { ModelCard, PhysicsFinding, PhysicsRule, RuleSubject } from '@evospice/contracts';
import { cardTask, genericDevice, NgspiceDialect, type ModelFamily } from '@evospice/device';
import { cardBounds } from '../card-bounds.ts';
import { cardDetermined } from '../card-determined.ts';
import { cardMobility } from '../card-mobility.ts';
import { cardVersion } from '../card-version.ts';
import { cardLimits } from '../limits/card-limits.ts';
import { cardRelations } from '../relations/card-relations.ts';

/** Every rule of the plugin. */
export const allRules: readonly PhysicsRule[] = [cardVersion, cardLimits, cardRelations, cardMobility, cardBounds(0.01), cardDetermined({ noise: 0.01, loose: 0.2 })];

/** Our own card of a family, which no rule has anything against. */
export function genericCard(family: ModelFamily, values: Readonly<Record<string, number>> = {}, polarity: 'n' | 'p' = 'n'): ModelCard {
  const { card, model } = genericDevice(family, polarity);
  return new NgspiceDialect().parse(card, { file: `${family}.mod`, model: model.name }).with(values);
}

/** A card alone, with the sizes and supply of our own device. */
export function subjectOf(family: ModelFamily, card: ModelCard, polarity: 'n' | 'p' = 'n'): RuleSubject {
  const { device, instances } = genericDevice(family, polarity);
  return { card, task: { ...cardTask(card), device, instances: instances.map(({ id, params }) => ({ id, params, info: {} })) } };
}

/** What every rule finds. */
export function findAll(family: ModelFamily, values: Readonly<Record<string, number>>, polarity: 'n' | 'p' = 'n'): readonly PhysicsFinding[] {
  const subject = subjectOf(family, genericCard(family, values, polarity), polarity);
  return allRules.flatMap((rule) => rule.check(subject));
}
