import type { AssignedColumns, Measured } from '../columns/assign-columns.ts';
import { changesOf, isStepped, type FileColumn } from '../columns/inventory.ts';
import { namesOf, type ImportedKind } from '../kinds.ts';

/** How the curves of a file lie in it. */
export interface CurveShape {
  readonly sweep: string;
  /** Terminal that is swept. */
  readonly terminal: string;
  /** `idvg`, `gummel`, … */
  readonly kind: string;
  /** Driving columns and constants that stay along a curve, with more than one value in the file. */
  readonly outer: readonly string[];
  /** Those of them that divide the rows of a block into curves. */
  readonly block: readonly string[];
}

export function shapeOf(columns: readonly FileColumn[], { bias, measure }: AssignedColumns, { kind, swept }: { readonly kind: ImportedKind; readonly swept: string | undefined }): CurveShape {
  const driving = Object.entries(bias).flatMap(([terminal, drive]) => {
    const name = typeof drive === 'object' ? drive.col : drive;
    const column = columns.find((each) => each.name === name);
    return column === undefined ? [] : [{ terminal, column }];
  });
  const { control, main } = namesOf(kind);
  // Two biases that move together are one sweep, and the one that controls the device names it.
  const rank = ({ terminal }: { readonly terminal: string }): number => (terminal === control ? 2 : terminal === main ? 1 : 0);
  const moving = driving.filter(({ column }) => !column.constant).toSorted((a, b) => changesOf(b.column.values) - changesOf(a.column.values) || rank(b) - rank(a));
  // Where every block has one bias, as with network parameters, the bias that has most values over the file becomes the sweep.
  const byBlock = driving.toSorted((a, b) => new Set(b.column.values).size - new Set(a.column.values).size || rank(b) - rank(a));
  const { column: { name: sweep }, terminal } = driving.find(({ column }) => column.name === swept && !column.constant) ?? moving[0] ?? byBlock[0]!;
  const outer = driving.map(({ column }) => column).filter((column) => column.name !== sweep && new Set(column.values).size > 1 && (column.constant || isStepped(column.values)));
  return {
    sweep, terminal, kind: kindOf(kind, terminal, measure),
    outer: outer.map(({ name }) => name), block: outer.filter(({ constant }) => !constant).map(({ name }) => name),
  };
}

function kindOf(kind: ImportedKind, swept: string, measure: readonly Measured[]): string {
  if (measure.every((each) => each.kind === 'c')) return 'cv';
  if (kind === 'diode') return 'iv';
  if (kind === 'bjt') return swept === 'b' ? 'gummel' : 'output';
  const node = measure.find((each) => each.kind === 'i')?.node ?? 'd';
  return `i${node}v${swept}`;
}
