import type { Dataset, DatasetBlock } from '@evospice/contracts';
import type { TaskDocument, TaskPath } from '../task-document.ts';
import type { TaskDataEntry } from '../task-schema.ts';
import { networkUnit, type NetworkKind } from '@evospice/readers';
import { admittanceOfHybrid, admittanceOfScattering, difference, inverse, type Matrix } from './complex.ts';

/** Measured structures without the device: pads alone, and pads whose lines are shorted where the device would be. */
export interface Dummies {
  readonly open?: Dataset;
  readonly short?: Dataset;
}

/** How far the frequency of a row may be from the one asked for, as a part of it. */
const closeFrequency = 1e-3;

/**
 * A file of network parameters as a table of capacitances and conductances over bias at the entry's `freq`: `c(g,d)` is the capacitance that
 * drives a current out of port g when d moves, -Im(Y) / omega, `c(g,g)` all of a port's, Im(Y) / omega, `g(g,d)` is Re(Y). Rows are those of the
 * frequency in all blocks; blocks are told apart by every constant but the one that is swept.
 *
 * Pads are taken away as Koolen, Geelen and Versleijen (BCTM 1991) do: Y' = Y - Y_open, then Z = Y'^-1 - (Y_short - Y_open)^-1.
 * @throws EvospiceError `TASK_NETWORK` with the line of what does not fit
 */
export function networkColumns(document: TaskDocument, index: number, dataset: Dataset, dummies: Dummies): Dataset {
  const entry = document.task.data[index]!;
  const { network } = entry;
  if (network === undefined) return dataset;
  const path = (...rest: TaskPath): TaskPath => ['data', index, 'network', ...rest];
  const refuse = (message: string, at: TaskPath, expected: string, remedy: string, received?: unknown): Error =>
    document.error('TASK_NETWORK', message, at, { ...(received === undefined ? {} : { received }), expected, remedy });
  const { freq } = entry;
  if (freq === undefined) throw refuse('the entry does not state the frequency', path(), '`freq` in Hz', 'add freq to this data entry');
  const admittances = (source: Dataset, block: DatasetBlock, at: TaskPath): readonly AtRow[] => rowsAt(source, block, { entry, freq, refuse, at });
  const measured = dataset.blocks.map((block) => ({ block, rows: admittances(dataset, block, path()) }));
  if (measured.every(({ rows }) => rows.length === 0)) throw refuse(`${dataset.file} has no row at ${freq} Hz`, ['data', index, 'freq'], `one of ${frequenciesOf(dataset)}`, 'name a frequency that was measured', freq);
  const dummy = (source: Dataset | undefined, key: 'open' | 'short'): Matrix | undefined => {
    if (source === undefined) return undefined;
    const found = source.blocks.flatMap((block) => admittances(source, block, path(key)));
    if (found.length === 1) return found[0]!.admittance;
    throw refuse(`${source.file} has ${found.length} rows at ${freq} Hz`, path(key), 'one', 'name a file with one measurement that includes this frequency', found.length);
  };
  const [open, short] = [dummy(dummies.open, 'open'), dummy(dummies.short, 'short')];
  const groups = new Map<string, { readonly block: DatasetBlock; readonly rows: Record<string, number>[]; readonly lines: number[]; readonly variables: Record<string, number> }>();
  for (const { block, rows } of measured) {
    for (const { row, admittance } of rows) {
      const inner = withoutPads(admittance, open, short);
      if (inner.flat().some(({ re, im }) => !Number.isFinite(re) || !Number.isFinite(im))) {
        throw refuse(`${dataset.file}:${block.rowLines[row]!}: the network parameters have no admittance`, path(), 'a matrix that can be inverted', 'see whether the de-embedding structures belong to the device');
      }
      // The swept bias becomes a column, whether it was one already or a constant of each block.
      const variables = Object.fromEntries(Object.entries(block.variables).filter(([name]) => name !== entry.sweep));
      const key = JSON.stringify(Object.entries(variables).toSorted(([a], [b]) => (a < b ? -1 : 1)));
      const group = groups.get(key) ?? { block, rows: [], lines: [], variables };
      groups.set(key, group);
      const others = Object.fromEntries(block.columns.filter((name) => !/^[RI]:/u.test(name)).map((name) => [name, block.values[name]![row]!]));
      const swept = block.variables[entry.sweep];
      group.rows.push({ ...others, ...(swept === undefined ? {} : { [entry.sweep]: swept }), ...elementsOf(inner, network.ports, 2 * Math.PI * freq) });
      group.lines.push(block.rowLines[row]!);
    }
  }
  return {
    ...dataset,
    sweep: entry.sweep,
    blocks: [...groups.values()].map(({ block, rows, lines, variables }): DatasetBlock => {
      const columns = Object.keys(rows[0]!);
      const names = columns.filter((name) => /^[cg]\(/u.test(name));
      return {
        line: block.line, columns, variables,
        units: { ...block.units, ...Object.fromEntries(names.map((name) => [name, name.startsWith('c') ? 'F' : 'S'])) },
        values: Object.fromEntries(columns.map((name) => [name, Float64Array.from(rows, (row) => row[name]!)])),
        rowLines: Int32Array.from(lines),
      };
    }),
  };
}

interface AtRow {
  readonly row: number;
  readonly admittance: Matrix;
}

interface Wanted {
  readonly entry: TaskDataEntry;
  readonly freq: number;
  readonly at: TaskPath;
  readonly refuse: (message: string, at: TaskPath, expected: string, remedy: string, received?: unknown) => Error;
}

/** The admittances of the rows at one frequency. */
function rowsAt(source: Dataset, block: DatasetBlock, { entry, freq, at, refuse }: Wanted): readonly AtRow[] {
  const network = entry.network!;
  const ports = network.ports.length;
  const matrices = [...new Set(block.columns.flatMap((name) => /^R:(.+)\(1,1\)$/u.exec(name)?.[1] ?? []))];
  const name = network.matrix ?? (matrices.length === 1 ? matrices[0] : undefined);
  if (name === undefined || !matrices.includes(name)) {
    throw refuse(name === undefined ? `${source.file} has ${matrices.length} matrices` : `${source.file} has no matrix ${name}`, at, matrices.length === 0 ? 'columns such as R:S(1,1) and I:S(1,1)' : `matrix: one of ${matrices.join(', ')}`, 'name it as `matrix`', name);
  }
  const part = (kind: 'R' | 'I', row: number, column: number): Float64Array => {
    const values = block.values[`${kind}:${name}(${row},${column})`];
    if (values === undefined) throw refuse(`${source.file} has no column ${kind}:${name}(${row},${column})`, at, `a matrix of ${ports} ports`, 'name as many ports as were measured');
    return values;
  };
  if (block.values[`R:${name}(${ports + 1},1)`] !== undefined) throw refuse(`${name} of ${source.file} has more ports than are named`, at, 'one terminal per port', 'name the terminal of every port', network.ports.length);
  const unit = block.units[`R:${name}(1,1)`];
  const kind = kindOf((row, column) => block.units[`R:${name}(${row},${column})`], ports);
  if (kind === undefined) throw refuse(`${name} of ${source.file} is not S, Y, Z, H or G`, at, 'scattering parameters, admittances, impedances or hybrid parameters of two ports', 'convert it where it was measured', unit);
  const z0 = network.z0 ?? block.variables['z0'] ?? (kind === 'S' && Object.keys(block.variables).some((key) => key.startsWith('z0(')) ? undefined : 50);
  if (z0 === undefined) throw refuse(`${source.file} has ports with different reference impedances`, at, 'one impedance', 'convert the parameters where they were measured');
  const frequency = frequencyOf(block);
  if (frequency === undefined) throw refuse(`${source.file} has no frequency`, at, 'a column or a constant in Hz', 'state its unit with `columns`');
  return Array.from(block.rowLines, (_, row) => row).filter((row) => Math.abs(frequency(row) - freq) <= closeFrequency * freq).map((row) => {
    const matrix = Array.from({ length: ports }, (_, i) => Array.from({ length: ports }, (__, j) => ({ re: part('R', i + 1, j + 1)[row]!, im: part('I', i + 1, j + 1)[row]! })));
    return { row, admittance: admittanceOf(kind, matrix, z0) };
  });
}

/** The kind of matrix that the units of its elements are those of. */
function kindOf(unitAt: (row: number, column: number) => string | undefined, ports: number): NetworkKind | undefined {
  const places = Array.from({ length: ports ** 2 }, (_, index) => [Math.floor(index / ports) + 1, (index % ports) + 1] as const);
  const kinds: readonly NetworkKind[] = ports === 2 ? ['S', 'Y', 'Z', 'H', 'G'] : ['S', 'Y', 'Z'];
  return kinds.find((kind) => places.every(([row, column]) => unitAt(row, column) === networkUnit(kind, row, column)));
}

function admittanceOf(kind: NetworkKind, matrix: Matrix, z0: number): Matrix {
  switch (kind) {
    case 'S': return admittanceOfScattering(matrix, z0);
    case 'Y': return matrix;
    case 'Z': return inverse(matrix);
    default: return admittanceOfHybrid(matrix, kind);
  }
}

function frequencyOf({ columns, units, values, variables }: DatasetBlock): ((row: number) => number) | undefined {
  const column = columns.find((name) => units[name] === 'Hz');
  if (column !== undefined) return (row) => values[column]![row]!;
  const constant = Object.keys(variables).find((name) => units[name] === 'Hz');
  return constant === undefined ? undefined : () => variables[constant]!;
}

function frequenciesOf({ blocks }: Dataset): string {
  const all = [...new Set(blocks.flatMap((block) => Array.from(block.rowLines, (_, row) => frequencyOf(block)?.(row) ?? Number.NaN)))];
  return all.length <= 8 ? all.join(', ') : `${all.length} frequencies from ${Math.min(...all)} to ${Math.max(...all)}`;
}

function withoutPads(measured: Matrix, open: Matrix | undefined, short: Matrix | undefined): Matrix {
  const bare = open === undefined ? measured : difference(measured, open);
  if (short === undefined) return bare;
  return inverse(difference(inverse(bare), inverse(open === undefined ? short : difference(short, open))));
}

function elementsOf(admittance: Matrix, ports: readonly string[], omega: number): Record<string, number> {
  return Object.fromEntries(ports.flatMap((row, i) => ports.flatMap((column, j) => [
    [`c(${row},${column})`, ((i === j ? 1 : -1) * admittance[i]![j]!.im) / omega + 0], [`g(${row},${column})`, admittance[i]![j]!.re + 0],
  ])));
}
