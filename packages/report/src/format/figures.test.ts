import type { ComparedFigure } from '@evospice/extraction';
import { expect, test } from 'vitest';
import { figureGroups } from './figures.ts';

const figure = (changes: Partial<ComparedFigure>): ComparedFigure => ({
  name: 'Vth, maximum gm', unit: 'V', compared: 'difference', instance: 'w1', temperatureC: -40, at: 'Vd = 0.05 V', curves: ['a'], measured: 0.5, before: 0.6, after: 0.53, ...changes,
});

test('thresholds are off by volts, currents by their ratio, and what is far off is marked', () => {
  const [cold, warm] = figureGroups([figure({}), figure({ name: 'Ion', unit: 'A', compared: 'ratio', measured: 1e-3, before: null, after: 9.8e-4 }), figure({ temperatureC: 27, after: null })]);
  expect(cold).toEqual({
    title: 'w1 · −40 °C', rows: [
      { name: 'Vth, maximum gm', at: 'Vd = 0.05 V', measured: '500\u00a0mV', before: '600\u00a0mV', after: '530\u00a0mV', off: '+30\u00a0mV', far: true },
      { name: 'Ion', at: 'Vd = 0.05 V', measured: '1\u00a0mA', before: '–', after: '980\u00a0µA', off: '−2 %', far: false },
    ],
  });
  expect(warm!.rows[0]).toMatchObject({ after: '–', off: '–', far: false });
});
