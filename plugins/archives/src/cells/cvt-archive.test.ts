import { testArchive } from '@evospice/testkit';
import { createRandom } from '@evospice/toolbox';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenCentroids } from './centroids.ts';
import { CvtArchive } from './cvt-archive.ts';
import { KdTree } from './k-d-tree.ts';

const axes = [{ descriptor: 'x', low: 0, high: 10 }, { descriptor: 'y', low: -1, high: 1 }];
const centroids = [[2, -0.5], [8, 0.5], [5, 0], [5, 0.9]];
testArchive('cvt-map-elites', () => new CvtArchive({ axes, centroids }));

describe('k-d tree', () => {
  it('finds what comparing with every point finds, the lowest index at a tie', () => {
    // Whole numbers, so that ties are frequent.
    const whole = fc.integer({ min: 0, max: 6 });
    const set = fc.integer({ min: 1, max: 4 }).chain((dimensions) => {
      const point = fc.array(whole, { minLength: dimensions, maxLength: dimensions });
      return fc.record({ points: fc.array(point, { minLength: 1, maxLength: 120 }), queries: fc.array(point, { minLength: 1, maxLength: 20 }) });
    });
    fc.assert(fc.property(set, ({ points, queries }) => {
      const tree = new KdTree(Float64Array.from(points.flat()), points[0]?.length as number);
      for (const query of queries) {
        const distances = points.map((point) => point.reduce((sum, place, axis) => sum + (place - (query[axis] as number)) ** 2, 0));
        expect(tree.nearest(Float64Array.from(query))).toBe(distances.indexOf(Math.min(...distances)));
      }
    }));
  });
});

describe('CVT archive', () => {
  it('measures distance with each axis scaled to [0, 1]', () => {
    const archive = new CvtArchive({ axes, centroids });
    archive.add([{ id: 'a', objective: 1, measures: { x: 5, y: 0.4 }, parents: [] }, { id: 'b', objective: 1, measures: { x: 7, y: 0.4 }, parents: [] }, { id: 'c', objective: 1, measures: { x: -99, y: -99 }, parents: [] }]);
    // Scaled: a is 0.2 from centroid 2 and 0.25 from 3; b is 0.11 from centroid 1.
    expect(archive.elites().map(({ id, cell }) => [id, cell])).toEqual([['c', [0]], ['b', [1]], ['a', [2]]]);
  });

  it('spreads centroids evenly, the same for the same seed', () => {
    const make = () => evenCentroids({ cells: 50, dimensions: 2, samples: 5000, rounds: 50, random: createRandom(3) });
    const points = make();
    expect(make()).toEqual(points);
    const nearest = points.map((point, index) => Math.min(...points.filter((_, other) => other !== index).map((other) => Math.hypot(...other.map((place, axis) => place - (point[axis] as number))))));
    // Hexagons of this area are 0.152 apart; random points are 0.07 apart in the mean and some of them 0.01.
    expect(Math.min(...nearest)).toBeGreaterThan(0.07);
    expect(nearest.reduce((sum, distance) => sum + distance, 0) / 50).toBeGreaterThan(0.11);
  });

  it('refuses what makes no cells', () => {
    const random = createRandom(1);
    expect(() => evenCentroids({ cells: 10, dimensions: 1, samples: 9, rounds: 5, random })).toThrow(expect.objectContaining({ code: 'ARCHIVE_CENTROIDS' }));
    for (const bad of [[], [[1]], [[1, Number.NaN]], [[1, 1], [1, 1]]]) expect(() => new CvtArchive({ axes, centroids: bad })).toThrow(expect.objectContaining({ code: 'ARCHIVE_CENTROIDS' }));
  });
});
