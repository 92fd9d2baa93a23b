import { CONTRACT_VERSION, contribute, definePlugin, type PhysicsRule } from '@evospice/contracts';
import { allOf } from '@evospice/rules-kit';
import { z } from 'zod';
import { curveBeta } from './rules/beta.ts';
import { curveCapacitance } from './rules/capacitance.ts';
import { curvePassivity, curveSymmetry, curveZeroBias } from './rules/conservation.ts';
import { curveCorners } from './rules/corners.ts';
import { curveMonotonic } from './rules/monotonic.ts';
import { curveSmooth } from './rules/smooth.ts';
import { curveSwing } from './rules/swing.ts';
import { curveTrends } from './rules/trends.ts';

/** What counts when nothing else is said. */
const [jump, difference, reciprocity] = [0.05, 0.01, 0.3];

const plain = (rule: PhysicsRule, summary: string) => contribute({ point: 'PhysicsRule', name: rule.name, summary, options: z.strictObject({}), create: () => rule });

export default definePlugin({
  name: '@evospice/plugin-rules-curves',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'PhysicsRule', name: 'curve', summary: 'Every rule over curves, with its own defaults', options: z.strictObject({}),
      create: () => allOf('curve', [curveMonotonic, curveSmooth({ jump }), curveSwing, curveZeroBias, curveSymmetry({ difference }), curvePassivity, curveCapacitance({ reciprocity }), curveTrends, curveBeta, curveCorners]),
    }),
    plain(curveMonotonic, 'Currents that fall where a voltage rises: gm > 0, gds > 0'),
    contribute({
      point: 'PhysicsRule', name: 'curve-smooth', summary: 'Kinks in gm, gds and their slopes',
      options: z.strictObject({ jump: z.number().positive().max(1).default(jump).describe('Jump of a slope, as a part of its largest value, from which it counts') }),
      create: curveSmooth,
    }),
    plain(curveSwing, 'A decade of current in less than ln(10) kT/q'),
    plain(curveZeroBias, 'Current without a voltage'),
    contribute({
      point: 'PhysicsRule', name: 'curve-symmetry', summary: 'Gummel symmetry of MOSFETs about Vds = 0',
      options: z.strictObject({ difference: z.number().positive().max(1).default(difference).describe('Difference of the currents either way round, as a part of the largest') }),
      create: curveSymmetry,
    }),
    plain(curvePassivity, 'Power given off, and currents that do not add up to 0'),
    contribute({
      point: 'PhysicsRule', name: 'curve-capacitance', summary: 'Capacitances below 0, not conserving charge, or not reciprocal at rest',
      options: z.strictObject({ reciprocity: z.number().positive().max(1).default(reciprocity).describe('Difference of a capacitance and the one seen from the other side, as a part of the whole') }),
      create: curveCapacitance,
    }),
    plain(curveTrends, 'Threshold, off and on current of MOSFETs by body, drain, temperature and size'),
    plain(curveBeta, 'Gain of bipolar transistors over current, base voltage over temperature'),
    plain(curveCorners, 'Corners of bias, temperature and geometry without a solution'),
  ],
});
