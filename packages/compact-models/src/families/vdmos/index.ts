import { completeCard } from '../../card.ts';
import type { ModelFamily } from '../../model.ts';
import { code } from './generated.ts';
import { geometry, parameters, withoutEffect } from './parameters.ts';

/** Polarity by the words after `.model name`: `vdmos`, `vdmos nchan`, `vdmos pchan`, `vdmosn`, `vdmosp`. */
function polarity(type: string): 1 | -1 | undefined {
  const words = type.toLowerCase().split(/\s+/);
  if (!words[0]!.startsWith('vdmos')) return undefined;
  return words.includes('pchan') || words.includes('vdmosp') ? -1 : 1;
}

/** The vertical power transistor. Self-heating, which needs `thermal` on the element line, is not there. */
export const vdmos: ModelFamily = {
  name: 'vdmos',
  terminals: ['d', 'g', 's'],
  internalNodes: [
    { name: 'di', onto: 'd', present: 'drainResistance' },
    { name: 'gi', onto: 'g', present: 'gateConductance' },
    { name: 'si', onto: 's', present: 'sourceConductance' },
    { name: 'bi', onto: 's', present: 'bodyConductance' },
  ],
  parameters,
  geometry,
  accepts: (kind, { type }) => (kind === 'vdmos' ? polarity(type) : undefined),
  complete: (values, identity) => completeCard({ parameters, code, withoutEffect, fields: { sign: polarity(identity.type) ?? 1 } }, values, identity),
  code,
};
