import type { ResidualModel } from '@evospice/toolbox';

/** A hill's half-width as a share of the way to the nearest place that worked, so that almost nothing of it is left there. */
const share = 1 / 3;
/** Smallest half-width, in the unit cube. */
const narrowest = 0.01;

interface Hill {
  readonly top: readonly number[];
  /** Way to the nearest place that worked. */
  readonly room: number;
}

/** Places where simulations failed, as hills in the sum of squares: a search that sees them goes around. */
export class Barrier {
  readonly #worked: (readonly number[])[] = [];
  #hills: readonly Hill[] = [];
  #share = share;

  worked(unit: readonly number[]): void {
    this.#worked.push(unit);
    this.#hills = this.#hills.map(({ top, room }) => ({ top, room: Math.min(room, distance(top, unit)) }));
  }

  failed(unit: readonly number[]): void {
    this.#hills = [...this.#hills, { top: unit, room: Math.min(Math.sqrt(unit.length), ...this.#worked.map((other) => distance(unit, other))) }];
  }

  get isEmpty(): boolean {
    return this.#hills.length === 0;
  }

  /** Makes all hills half as wide: what lies between them is worth a look when a search has ended elsewhere. */
  narrow(): void {
    this.#share *= 0.5;
  }

  /**
   * The model with one more residual per failure: `height` at the place itself, falling as a Gauss curve.
   * @param height in the unit of the residuals, such as the error that is to be improved on
   */
  guarded(model: ResidualModel, height: number): ResidualModel {
    const hills = this.#hills;
    if (hills.length === 0) return model;
    const widths = hills.map(({ room }) => Math.max(narrowest, this.#share * room));
    const heights = (unit: readonly number[]): number[] => hills.map(({ top }, k) => height * Math.exp(-0.5 * (distance(unit, top) / widths[k]!) ** 2));
    return {
      residuals: (unit) => {
        const own = model.residuals(unit);
        return own === undefined ? undefined : [...own, ...heights(unit)];
      },
      jacobian: (unit) => [
        ...model.jacobian(unit),
        ...heights(unit).map((value, k) => hills[k]!.top.map((top, axis) => (-value * (unit[axis]! - top)) / widths[k]! ** 2)),
      ],
    };
  }
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, axis) => value - b[axis]!));
}
