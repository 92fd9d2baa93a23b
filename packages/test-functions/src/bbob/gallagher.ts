import type { BbobDefinition } from './form.ts';
import type { BbobInstance } from './instance.ts';
import { Matrix } from './matrix.ts';
import { boundaryPenalty, oscillated } from './transforms.ts';

interface Peaks {
  /** Heights; the first, 10, is the global one. */
  readonly heights: Float64Array;
  /** Places after rotation, peak after peak. */
  readonly places: Float64Array;
  /** Diagonals of the matrices C, peak after peak. */
  readonly scales: Float64Array;
  readonly optimum: readonly number[];
}

/** Positions that sort `values`: entry k is the index of the k-th smallest. */
function ranking(values: Float64Array): number[] {
  return Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
}

function drawPeaks(instance: BbobInstance, count: number, rotation: Matrix): Peaks {
  const { dimension } = instance;
  // 101 peaks fill the box and the best is the easier one; 21 keep a little off its walls and the best is ill-conditioned.
  const reach = count === 101 ? 5 : 4.9;
  const order = ranking(instance.uniform(count - 1));
  const conditions = Array.from({ length: count }, (_, k) => (k === 0 ? (count === 101 ? Math.sqrt(1000) : 1000) : 1000 ** (order[k - 1]! / (count - 2))));
  const heights = Float64Array.from({ length: count }, (_, k) => (k === 0 ? 10 : 1.1 + (8 * (k - 1)) / (count - 2)));
  const scales = new Float64Array(count * dimension);
  for (const [k, condition] of conditions.entries()) {
    for (const [i, rank] of ranking(instance.uniform(dimension, 1000 * k)).entries()) scales[k * dimension + i] = condition ** (rank / (dimension - 1) - 0.5);
  }
  const drawn = instance.uniform(dimension * count);
  const places = new Float64Array(count * dimension);
  const optimum: number[] = [];
  for (let k = 0; k < count; k++) {
    const place = Array.from({ length: dimension }, (_, i) => (k === 0 ? 0.8 : 1) * (2 * reach * drawn[k * dimension + i]! - reach));
    if (k === 0) optimum.push(...place);
    places.set(rotation.multiply(place, new Float64Array(dimension)), k * dimension);
  }
  return { heights, places, scales, optimum };
}

/** Gallagher & Yuan 2006 as RR-6829 has it: the highest of `count` Gaussian peaks, 101 (f21) or 21 (f22). */
export function gallagher(title: string, count: 101 | 21): BbobDefinition {
  return {
    title,
    form(instance) {
      const { dimension } = instance;
      const rotation = instance.rotationQ();
      const { heights, places, scales, optimum } = drawPeaks(instance, count, rotation);
      const y = new Float64Array(dimension);
      return {
        optimum,
        excess(x) {
          rotation.multiply(x, y);
          let highest = 0;
          for (let k = 0, at = 0; k < count; k++) {
            let square = 0;
            for (let i = 0; i < dimension; i++, at++) square += scales[at]! * (y[i]! - places[at]!) ** 2;
            const value = heights[k]! * Math.exp((-0.5 / dimension) * square);
            if (value > highest) highest = value;
          }
          return oscillated(10 - highest) ** 2 + boundaryPenalty(x);
        },
      };
    },
  };
}
