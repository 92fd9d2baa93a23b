import type { ArchiveAxis } from '@evospice/contracts';
import { checkAxes, MOST_CELLS, refuseAxes } from './axes.ts';
import { CellArchive, type CellArchiveOptions, type Cells } from './cell-archive.ts';

/** Keeps a measure that lies on the border of two cells, but for rounding, in the upper one (pyribs' `epsilon`). */
const EPSILON = 1e-6;

/** An axis cut into bins. */
export type GridAxis = ArchiveAxis & { readonly bins: number };

export interface GridArchiveOptions extends CellArchiveOptions {
  /** At least one; the product of the bins is at most 2^31 - 1. */
  readonly axes: readonly GridAxis[];
}

/**
 * A grid of boxes. The coordinate on an axis is `floor((bins * (measure - low) + eps) / (high - low))`, eps 1e-6, clipped into the axis, so that
 * measures outside the range count to the outermost cell; on a logarithmic axis the same of the logarithms. Cells are numbered row by row, the last
 * axis fastest.
 */
export class GridArchive extends CellArchive {
  /** @throws EvospiceError `ARCHIVE_AXES` for no axis, two axes of one descriptor, an empty range or too few bins; `ARCHIVE_THRESHOLD` */
  constructor({ axes, ...options }: GridArchiveOptions) {
    super(gridCells(axes), options);
  }
}

/** @throws EvospiceError `ARCHIVE_AXES` */
export function checkGrid(axes: readonly GridAxis[]): void {
  checkAxes(axes);
  for (const { descriptor, bins } of axes) if (!Number.isInteger(bins) || bins < 1) refuseAxes(`axis "${descriptor}" has ${bins} bins`, bins, 'an integer from 1');
  const cells = axes.reduce((product, { bins }) => product * bins, 1);
  if (cells > MOST_CELLS) refuseAxes('the grid is too large', cells, `at most ${MOST_CELLS} cells in all`);
}

function gridCells(wanted: readonly GridAxis[]): Cells {
  checkGrid(wanted);
  const axes = wanted.map((axis) => Object.freeze({ ...axis }));
  const lines = axes.map((axis) => ({ ...axis, isLog: axis.scale === 'log', from: place(axis, axis.low), width: place(axis, axis.high) - place(axis, axis.low) }));
  return {
    axes,
    shape: { kind: 'grid' },
    count: axes.reduce((product, { bins }) => product * bins, 1),
    locate(point) {
      let cell = 0;
      for (let axis = 0; axis < lines.length; axis += 1) {
        const { low, high, bins, isLog, from, width } = lines[axis] as (typeof lines)[number];
        // Clipping the measure first keeps the product below overflow; it changes no coordinate.
        const inside = Math.min(Math.max(point[axis] as number, low), high);
        const coordinate = Math.floor((bins * ((isLog ? Math.log(inside) : inside) - from) + EPSILON) / width);
        cell = cell * bins + Math.min(Math.max(coordinate, 0), bins - 1);
      }
      return cell;
    },
    nameOf: (cell) => coordinatesOf(cell, axes),
  };
}

function place({ scale }: GridAxis, measure: number): number {
  return scale === 'log' ? Math.log(measure) : measure;
}

/** Coordinates of a cell of a grid whose cells are numbered row by row. */
export function coordinatesOf(cell: number, axes: readonly GridAxis[]): number[] {
  const coordinates = axes.map(() => 0);
  let rest = cell;
  for (let axis = axes.length - 1; axis >= 0; axis -= 1) {
    const { bins } = axes[axis] as GridAxis;
    coordinates[axis] = rest % bins;
    rest = Math.floor(rest / bins);
  }
  return coordinates;
}
