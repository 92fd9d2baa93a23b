import type { ModelFamily } from '@evospice/device';
import { defineRule, viewOf } from '@evospice/rules-kit';
import { diodeRelations, gummelPoonRelations, hicumRelations, jfetRelations, vbicRelations, vdmosRelations } from './junctions.ts';
import { bsim3Relations, bsim4Relations } from './mosfet.ts';
import type { Relation } from './relation.ts';

/** What values of a card must keep to together, by family. */
export const relationTables: Partial<Readonly<Record<ModelFamily, readonly Relation[]>>> = {
  bsim4: bsim4Relations, bsim3: bsim3Relations, diode: diodeRelations, 'gummel-poon': gummelPoonRelations, vbic: vbicRelations, hicum: hicumRelations, jfet: jfetRelations, vdmos: vdmosRelations,
};

/** Values that contradict one another. */
export const cardRelations = defineRule('card-relations', (subject) => {
  const view = viewOf(subject);
  const relations = (view.family === undefined ? undefined : relationTables[view.family]) ?? [];
  return relations.flatMap((relation) => relation.judge(view, subject).map((found) => ({ ...found, source: relation.source })));
});
