import { completeCard } from '../../card.ts';
import type { ModelFamily } from '../../model.ts';
import { bipolarSign } from '../bipolar.ts';
import { refused } from '../refused.ts';
import { code } from './generated.ts';
import { geometry, parameters, withoutEffect } from './parameters.ts';

/** The bipolar transistor of level 1 (ngspice takes level 2 for the same). */
export const gummelPoon: ModelFamily = {
  name: 'gummel-poon',
  terminals: ['c', 'b', 'e', 's'],
  internalNodes: [
    { name: 'cx', onto: 'c', present: 'collectorConductance' },
    { name: 'ci', onto: 'cx', present: 'epitaxialResistance' },
    { name: 'bi', onto: 'b', present: 'hasBaseResistance' },
    { name: 'ei', onto: 'e', present: 'emitterConductance' },
  ],
  parameters,
  geometry,
  accepts: (kind, { type, level = 1 }) => (kind === 'bjt' && (level === 1 || level === 2) ? bipolarSign(type) : undefined),
  complete(values, identity) {
    const { card, unsupported } = completeCard({ parameters, code, withoutEffect, fields: { sign: bipolarSign(identity.type) ?? 1 } }, values, identity);
    return { card, unsupported: [...unsupported, ...refused(values, { tlev: [0, 1, 3], tlevc: [0, 1] })] };
  },
  code,
};
