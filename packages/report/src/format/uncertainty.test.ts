import type { Uncertainty } from '@evospice/extraction';
import { expect, test } from 'vitest';
import { intervalCells, uncertaintyTexts } from './uncertainty.ts';

const found: Uncertainty = {
  level: 0.95, derivatives: { simulations: 5 }, points: 120, independent: 24, neighbours: 2 / 3, degreesOfFreedom: 20, deviation: 0.03, stepLeft: 0.3,
  parameters: [
    { name: 'vth0', value: 0.4, interval: [0.38, 0.42], open: [], error: 0.012, determined: 'determined', companions: [] },
    { name: 'k1', value: 0.5, interval: [0.1, 1], open: ['upper'], error: 0.3, determined: 'together', companions: ['k2'] },
    { name: 'ags', value: 1, interval: [0, 5], open: ['lower', 'upper'], error: null, determined: 'none', companions: [] },
    { name: 'ua', value: 4e-9, interval: null, open: [], error: null, determined: 'at bound', companions: [] },
  ],
  correlation: { parameters: ['vth0', 'k1'], matrix: [[1, -0.97], [-0.97, 1]] }, pairs: [{ parameters: ['vth0', 'k1'], correlation: -0.97 }], together: [['k1', 'k2']],
  helpful: [{ curve: 'a at 125 °C', from: 'to be measured', points: 30, shrinks: 0.8, most: { parameter: 'k1', before: 0.2, after: 0.05 } }],
};

test('says from what, what cannot be told apart, and what to measure', () => {
  expect(uncertaintyTexts(found)).toEqual([
    '95 % confidence intervals of Student\'s t, from derivatives by differences, 5 further simulations and 120 residuals, which count as 24: neighbours along a curve deviate alike (correlation 0.67).',
    'The result is not at a minimum: one more Gauss-Newton step promises 30 % off the squared error, so intervals are about a point that can still move.',
    'Determined only together: k1 with k2.',
    'Strongest correlations: vth0 and k1 −0.97.',
    'Would help most: a at 125 °C (to be measured): standard errors smaller by 20 % on average, that of k1 from 20 % to 5 % of its bounds.',
  ]);
  expect(uncertaintyTexts({ unavailable: 'the extraction was interrupted' })).toEqual(['No confidence intervals: the extraction was interrupted.']);
});

test('cells name the bound that an interval reaches', () => {
  expect(found.parameters.map(intervalCells)).toEqual([
    { lower: '0.38', upper: '0.42', error: '1.2 %', remark: '' }, { lower: '0.1', upper: 'upper bound', error: '30 %', remark: 'only with k2' },
    { lower: 'lower bound', upper: 'upper bound', error: '', remark: 'moves nothing' }, { lower: '', upper: '', error: '', remark: 'at its bound' },
  ]);
});
