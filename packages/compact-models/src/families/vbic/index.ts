import { completeCard } from '../../card.ts';
import type { ModelFamily } from '../../model.ts';
import { bipolarSign } from '../bipolar.ts';
import { code } from './generated.ts';
import { geometry, parameters, withoutEffect } from './parameters.ts';

/** VBIC 1.2, levels 4 and 9, with self-heating where the card states `rth` and the element line has the thermal node. */
export const vbic: ModelFamily = {
  name: 'vbic',
  terminals: ['c', 'b', 'e', 's'],
  internalNodes: [
    { name: 'cx', onto: 'c', present: 'rcx' },
    { name: 'ci', onto: 'cx' },
    { name: 'bx', onto: 'b', present: 'rbx' },
    { name: 'bi', onto: 'bx' },
    { name: 'bp', onto: 'cx' },
    { name: 'ei', onto: 'e', present: 're' },
    { name: 'si', onto: 's', present: 'rs' },
    { name: 'dt', present: 'thermalConductance', thermal: true },
  ],
  parameters,
  geometry,
  accepts: (kind, { type, level }) => (kind === 'bjt' && (level === 4 || level === 9) ? bipolarSign(type) : undefined),
  complete(values, identity) {
    const { card, unsupported } = completeCard({ parameters, code, withoutEffect }, values, identity);
    const rth = values['rth'] ?? 0;
    if (rth <= 0 || bipolarSign(identity.type) !== -1) return { card, unsupported };
    return { card, unsupported: [...unsupported, { parameter: 'rth', value: rth, reason: 'ngspice 39 counts the heat of a pnp with the wrong sign, these equations do not' }] };
  },
  code,
};
