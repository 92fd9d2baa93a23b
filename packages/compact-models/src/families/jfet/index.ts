import { completeCard } from '../../card.ts';
import type { ModelFamily } from '../../model.ts';
import { code } from './generated.ts';
import { geometry, parameters, withoutEffect } from './parameters.ts';

/** The junction field-effect transistor, level 1. */
export const jfet: ModelFamily = {
  name: 'jfet',
  terminals: ['d', 'g', 's'],
  internalNodes: [{ name: 'di', onto: 'd', present: 'drainConductance' }, { name: 'si', onto: 's', present: 'sourceConductance' }],
  parameters,
  geometry,
  accepts(kind, { type, level = 1 }) {
    if (kind !== 'jfet' || level !== 1) return undefined;
    return type.toLowerCase() === 'njf' ? 1 : type.toLowerCase() === 'pjf' ? -1 : undefined;
  },
  complete: (values, identity) => completeCard({ parameters, code, withoutEffect }, values, identity),
  code,
};
