import { completeCard } from '../../card.ts';
import type { CompactParameter, ModelFamily } from '../../model.ts';
import { code } from './generated.ts';

const parameters: readonly CompactParameter[] = [
  { name: 'is', default: 1e-14 }, { name: 'n', default: 1 }, { name: 'rs', default: 0 }, { name: 'rth', default: 0 }, { name: 'cj', default: 1e-12 },
  { name: 'cjsw', default: { sameAs: 'cj' } }, { name: 'tt', default: 1e-9 }, { name: 'cth', default: 1e-7 },
];

/** See `equations.ts`. Its card types are `up` and, turned around, `down`. */
export const lamp: ModelFamily = {
  name: 'diode',
  terminals: ['a', 'c'],
  internalNodes: [{ name: 'ai', onto: 'a', present: 'gs' }, { name: 'dt', present: 'gth', thermal: true }],
  parameters,
  geometry: [{ name: 'area', default: 1 }],
  accepts: (kind, { type }) => (kind !== 'lamp' ? undefined : type === 'up' ? 1 : type === 'down' ? -1 : undefined),
  complete: (values, identity) => completeCard({ parameters, code }, values, identity),
  code,
};
