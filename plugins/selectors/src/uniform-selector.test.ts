import { optionsOf, selectionOf, testParentSelector } from '@evospice/testkit';
import { createRandom } from '@evospice/toolbox';
import { expect, it } from 'vitest';
import plugin from './index.ts';
import { uniformSelector } from './uniform-selector.ts';

testParentSelector('uniform', () => uniformSelector);

it('gives every elite the same chance, whatever its objective', () => {
  const request = selectionOf([{ id: 'a', objective: 1 }, { id: 'b', objective: 100 }, { id: 'c', objective: -5 }], { count: 1500, random: createRandom(7) });
  const drawn = uniformSelector.select(request).map(({ id }) => id);
  // Binomial with mean 500 and a standard deviation of 18.3: 100 away is more than five of them.
  for (const id of ['a', 'b', 'c']) expect(Math.abs(drawn.filter((other) => other === id).length - 500)).toBeLessThan(100);
});

it('is contributed under its name', () => {
  expect(plugin.contributions[0]).toMatchObject({ point: 'ParentSelector', name: 'uniform' });
  expect(optionsOf(plugin.contributions[0]).safeParse({ share: 1 }).success).toBe(false);
});
