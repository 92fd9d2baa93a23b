import type { Curve } from '@evospice/contracts';
import { expect, test } from 'vitest';
import { worstCurves } from './worst-curves.ts';

test('curves are told by their share of the weighted squares, in the metric of the extraction', () => {
  const curves = ['a', 'b', 'c'].map((id) => ({ id, kind: 'iv' }) as Curve);
  const residuals = [
    { id: 'a', roots: 1, relative: [0.1, 0.1], log: [2] },
    { id: 'b', roots: 2, relative: [0.3, -0.4], log: [1] },
    { id: 'c', roots: 1, relative: [], log: [] },
  ];
  const told = worstCurves(curves, residuals, 'relative');
  expect(told.map(({ curve, kind }) => [curve, kind])).toEqual([['b', 'iv'], ['a', 'iv']]);
  // 4 * (0.09 + 0.16) of 1.02.
  expect(told[0]).toMatchObject({ error: expect.closeTo(Math.sqrt(0.125), 12), share: expect.closeTo(1 / 1.02, 12) });
  expect(worstCurves(curves, residuals, 'log')).toMatchObject([{ curve: 'a', share: 0.5 }, { curve: 'b', share: 0.5 }]);
  expect(worstCurves(curves, [{ id: 'a', roots: 1, relative: [0], log: [0] }], 'relative')).toEqual([]);
});
