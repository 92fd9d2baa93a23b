import type { ProblemParameter } from '@evospice/contracts';

/** Share of the bounds below which a start value on a linear scale is near zero: a difference step of that length would leap over it. */
const near = 1e-3;

interface Stretch {
  /** Value about which the axis turns from linear to logarithmic. */
  readonly scale: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * The unit cube with other axes for parameters on a linear scale that start near zero, measured by their bounds: a saturation
 * current of 1e-14 between 0 and 1e-3, say. Along such an axis the cube's own differences and trust region are many times the
 * value, and know nothing of it. Here it follows asinh(value / start), which is linear up to the start value and logarithmic
 * beyond, through zero if the bounds hold it. All other axes stay as they are.
 */
export class StretchedAxes {
  readonly #stretches: readonly (Stretch | undefined)[];

  constructor(parameters: readonly Pick<ProblemParameter, 'lower' | 'upper' | 'start' | 'scale'>[]) {
    this.#stretches = parameters.map(({ lower, upper, start, scale }) => {
      const size = Math.abs(start);
      return scale === 'lin' && size > 0 && size < near * Math.max(Math.abs(lower), Math.abs(upper)) ? { scale: size, lower, upper } : undefined;
    });
  }

  /** Place on these axes, in [0, 1], of a point of the cube. */
  fromUnit(unit: readonly number[]): number[] {
    return unit.map((place, axis) => {
      const stretch = this.#stretches[axis];
      if (stretch === undefined || place <= 0 || place >= 1) return place;
      const [first, last] = ends(stretch);
      return (Math.asinh((stretch.lower + place * (stretch.upper - stretch.lower)) / stretch.scale) - first) / (last - first);
    });
  }

  /** Point of the cube at a place on these axes; the bounds lie on the bounds. */
  toUnit(place: readonly number[]): number[] {
    return place.map((at, axis) => {
      const stretch = this.#stretches[axis];
      if (stretch === undefined || at <= 0 || at >= 1) return at;
      const [first, last] = ends(stretch);
      return (stretch.scale * Math.sinh(first + at * (last - first)) - stretch.lower) / (stretch.upper - stretch.lower);
    });
  }

  /** Derivatives of the cube's coordinates by those of these axes, at a place on them. */
  slopes(place: readonly number[]): number[] {
    return place.map((at, axis) => {
      const stretch = this.#stretches[axis];
      if (stretch === undefined) return 1;
      const [first, last] = ends(stretch);
      return (stretch.scale * Math.cosh(first + at * (last - first)) * (last - first)) / (stretch.upper - stretch.lower);
    });
  }
}

function ends({ scale, lower, upper }: Stretch): [number, number] {
  return [Math.asinh(lower / scale), Math.asinh(upper / scale)];
}
