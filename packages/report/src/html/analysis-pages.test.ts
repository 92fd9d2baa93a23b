import type { SpaceAxis, SpacePoint } from '@evospice/bench';
import { describe, expect, test } from 'vitest';
import { parseHtml } from '../testing/parse-html.ts';
import { renderCostProfile } from './cost-profile-page.ts';
import { renderParameterSpace } from './parameter-space-page.ts';

const facts = { task: 't1', title: 'A <device>', simulator: 'ngspice', metric: 'relative', command: 'npx evospice …' } as const;
const cost = (error: number | null) => (error === null ? { error, relativeRms: null, logRms: null, failure: 'NOT_CONVERGED' } : { error, relativeRms: error, logRms: error });

describe('cost profile page', () => {
  test('draws each axis and says how many points failed', () => {
    const page = renderCostProfile({
      at: [1, 2], cost: cost(0.5),
      axes: [
        { parameter: 'vth0', scale: 'lin', unit: 'V', at: 1, points: [0, 1, 2].map((value) => ({ value, ...cost(0.5 + value ** 2) })) },
        { parameter: 'u0', scale: 'log', at: 2, points: [{ value: 0.1, ...cost(null) }, { value: 10, ...cost(3) }] },
        { parameter: 'dead', scale: 'lin', at: 2, points: [{ value: 0, ...cost(null) }, { value: 1, ...cost(null) }] },
      ],
    }, facts);
    const { elements, text } = parseHtml(page);
    expect(elements.filter(({ name }) => name === 'svg').map(({ attributes }) => attributes['aria-label'])).toEqual(['Error along vth0 from 0 to 2', 'Error along u0 from 0.1 to 10']);
    expect(text).toContain('3 points could not be simulated');
    expect(text).toContain('dead: no point could be simulated');
    expect(text).toContain('A <device>');
  });
});

describe('parameter space page', () => {
  const axes: readonly SpaceAxis[] = [
    { parameter: 'a', index: 0, scale: 'lin', values: [0, 1, 2] }, { parameter: 'b', index: 1, scale: 'lin', values: [0, 1] }, { parameter: 'c', index: 2, scale: 'lin', values: [0, 1] },
  ];
  const points = axes[0]!.values.flatMap((a) => axes[1]!.values.flatMap((b) => axes[2]!.values.map((c): SpacePoint => ({ values: [a, b, c], ...cost(a === 2 && b === 1 ? null : 1 + a + 2 * b + 4 * c) }))));

  test('draws each pair of axes with the least error over the others', () => {
    const { elements, text } = parseHtml(renderParameterSpace(axes, points, facts));
    const charts = elements.filter(({ name }) => name === 'svg').map(({ attributes }) => attributes['aria-label']);
    expect(charts).toEqual(['Least error over a and b', 'Least error over a and c', 'Least error over b and c']);
    expect(text).toContain('2 points could not be simulated');
    // (1, 1) of b and c has 1 + a + 2 + 4 at a = 0: the least over a.
    expect(text).toContain('b 1\nc 1\nerror 7');
  });

  test('draws a line for one axis', () => {
    const one = [0, 1, 2].map((a): SpacePoint => ({ values: [a], ...cost(1 + a) }));
    const { elements } = parseHtml(renderParameterSpace(axes.slice(0, 1), one, facts));
    expect(elements.filter(({ name }) => name === 'svg')).toHaveLength(1);
  });
});
