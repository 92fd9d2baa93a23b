import type { CardValues } from '@evospice/contracts';
import { completeCard } from '../../card.ts';
import type { ModelFamily, UnsupportedOption } from '../../model.ts';
import { bipolarSign } from '../bipolar.ts';
import { code } from './generated.ts';
import { geometry, parameters, withoutEffect } from './parameters.ts';

const positive = [
  'qp0', 'c10', 'vdei', 'vdep', 'vdci', 'vdcx', 'vds', 'zei', 'zep', 'zci', 'zcx', 'zs', 'rci0', 'vlim', 'vpt', 'delck', 'mcf',
];

function* unsupported(values: CardValues, type: string): Iterable<UnsupportedOption> {
  // It takes the type's sign out of the junction voltages again (hicumL2.cpp), so that a pnp transistor does not conduct.
  if (bipolarSign(type) === -1) yield { parameter: 'type', value: type, reason: 'ngspice 39 evaluates it at the voltages of an npn transistor' };
  for (const parameter of positive) {
    const value = values[parameter];
    if (value !== undefined && value <= 0) yield { parameter, value, reason: 'the equations divide by it or take its logarithm' };
  }
}

/** HICUM/L2 of ngspice 39 (version 2.4), bipolar level 8. */
export const hicum: ModelFamily = {
  name: 'hicum',
  terminals: ['c', 'b', 'e', 's'],
  internalNodes: [
    { name: 'ci', onto: 'c', present: 'rcx' }, { name: 'bp', onto: 'b', present: 'rbx' }, { name: 'bi', onto: 'bp', present: 'rbi0' },
    { name: 'ei', onto: 'e', present: 're' }, { name: 'si', onto: 's', present: 'rsu' },
    // Not a node: the hole charge, whose equation is implicit. Like a temperature it does not change its sign with the type.
    { name: 'q', thermal: true }, { name: 't', present: 'heats', thermal: true },
  ],
  parameters,
  geometry,
  accepts: (kind, { type, level }) => (kind === 'bjt' && level === 8 ? bipolarSign(type) : undefined),
  complete: (values, identity) => {
    const { card, unsupported: unknown } = completeCard({ parameters, code, withoutEffect }, values, identity);
    return { card, unsupported: [...unknown, ...unsupported(values, identity.type)] };
  },
  code,
};
