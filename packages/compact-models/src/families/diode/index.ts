import { completeCard } from '../../card.ts';
import type { ModelFamily } from '../../model.ts';
import { refused } from '../refused.ts';
import { code } from './generated.ts';
import { geometry, parameters, withoutEffect } from './parameters.ts';

/** The junction diode, levels 1 and 3. Self-heating, which needs `thermal` on the element line, is not there. */
export const diode: ModelFamily = {
  name: 'diode',
  terminals: ['a', 'c'],
  internalNodes: [{ name: 'ai', onto: 'a', present: 'conductance' }],
  parameters,
  geometry,
  accepts: (kind, { type, level = 1 }) => (kind === 'diode' && type.toLowerCase() === 'd' && (level === 1 || level === 3) ? 1 : undefined),
  complete(values, identity) {
    const { card, unsupported } = completeCard({ parameters, code, withoutEffect, fields: { level: identity.level ?? 1 } }, values, identity);
    return { card, unsupported: [...unsupported, ...refused(values, { tlev: [0, 1], tlevc: [0, 1] })] };
  },
  code,
};
