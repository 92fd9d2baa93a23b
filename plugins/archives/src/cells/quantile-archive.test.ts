import { testArchive } from '@evospice/testkit';
import { createRandom } from '@evospice/toolbox';
import { expect, it } from 'vitest';
import { QuantileArchive } from './quantile-archive.ts';

const axes = [{ descriptor: 'x', low: 0, high: 1, bins: 4, scale: 'quantile' as const }, { descriptor: 'y', low: 0, high: 1, bins: 3 }];
testArchive('map-elites with moving borders', () => new QuantileArchive({ axes, remap: 5, memory: 20 }));
testArchive('map-elites with borders that never move', () => new QuantileArchive({ axes, remap: 10_000, memory: 20 }));

it('draws borders so that each bin has seen as many programs', () => {
  const archive = new QuantileArchive({ axes: [axes[0] as (typeof axes)[number]], remap: 400, memory: 400 });
  const random = createRandom(1);
  // Crowded at the lower end: x = u^3, whose quartiles are 1/64, 1/8 and 27/64.
  const add = (from: number, to: number): void => {
    for (let index = from; index < to; index += 1) archive.add([{ id: `p${index}`, objective: index % 7, measures: { x: random.next() ** 3 }, parents: [] }]);
  };
  add(0, 400);
  const [borders] = archive.statistics().borders ?? [];
  // The standard error of a quartile of u is 0.025 at most; three times that, through the cube, is below 0.13.
  for (const [index, expected] of [1 / 64, 1 / 8, 27 / 64].entries()) expect(Math.abs((borders?.[index] ?? 9) - expected)).toBeLessThan(0.13);
  add(400, 500);
  expect(archive.statistics()).toMatchObject({ elites: 4, coverage: 1 });
});
