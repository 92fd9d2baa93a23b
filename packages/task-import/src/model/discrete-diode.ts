import type { GenericTunable } from '@evospice/device';

/** A silicon diode as a part of its own: SPICE defaults with the ideality, resistance and capacitance of a small-signal diode. */
export const discreteDiodeCard = `* Generic diode card: small-signal silicon diode
.model generic_diode d
+ level = 1
+ tnom = 27
+ is = 2e-9  n = 1.8  rs = 0.6
+ ikf = 0.05
+ cjo = 2e-12  vj = 0.75  m = 0.4
+ bv = 100  ibv = 1e-6
+ eg = 1.12  xti = 3
`;

export const discreteDiodeTunables: readonly GenericTunable[] = [
  { name: 'is', lower: 1e-18, upper: 1e-5, scale: 'log' },
  { name: 'n', lower: 0.95, upper: 2.4, scale: 'lin' },
  { name: 'rs', lower: 1e-3, upper: 1e3, scale: 'log' },
  { name: 'ikf', lower: 1e-6, upper: 10, scale: 'log' },
  { name: 'xti', lower: 1, upper: 6, scale: 'lin' },
  { name: 'cjo', lower: 1e-14, upper: 1e-8, scale: 'log' },
  { name: 'vj', lower: 0.3, upper: 1.2, scale: 'lin' },
  { name: 'm', lower: 0.2, upper: 0.6, scale: 'lin' },
];
