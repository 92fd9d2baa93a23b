import type { AssignedColumns } from '../columns/assign-columns.ts';
import { voltageOf } from '../device/signs.ts';
import { namesOf, type ImportedKind } from '../kinds.ts';
import type { KnownSource } from '../shape/entries.ts';
import type { Coverage } from './coverage.ts';

/** Biases that differ by less are one. */
const sameVolts = 0.01;

export function coverageOf(sources: readonly KnownSource[], instances: readonly { readonly params: Readonly<Record<string, number>> }[], kind: ImportedKind): Coverage {
  const { main, control } = namesOf(kind);
  const distinct = (name: string): number => new Set(instances.map(({ params }) => params[name])).size;
  const measured = sources.flatMap(({ assigned }) => assigned.measure);
  const mains = sources.flatMap(({ assigned }) => sizes(assigned, main)).filter((size) => size > sameVolts);
  return {
    temperatures: new Set(sources.map(({ temperatureC }) => temperatureC)).size,
    geometries: instances.length, lengths: distinct('l'), widths: distinct('w'),
    bodyBiases: kind === 'mosfet' ? new Set(sources.flatMap(({ assigned }) => sizes(assigned, 'b').map((size) => Math.round(size / sameVolts)))).size : 1,
    mainRange: mains.length === 0 ? 1 : Math.max(...mains) / Math.min(...mains),
    transfer: sources.some(({ shape }) => shape.terminal === control),
    currents: measured.some((each) => each.kind === 'i'), capacitances: measured.some((each) => each.kind === 'c'),
    reverse: sources.some((source) => conductsReversed(source, kind)),
  };
}

/** Largest voltage at the control or main terminal against the reference, in round steps of a tenth of a volt. */
export function largestVoltage(assigned: readonly AssignedColumns[], kind: ImportedKind): number {
  const { main, control = main } = namesOf(kind);
  const largest = Math.max(0.1, ...assigned.flatMap((columns) => sizes(columns, control)), ...assigned.flatMap((columns) => sizes(columns, main)));
  return Number((Math.round(largest * 10) / 10).toPrecision(3));
}

function sizes(columns: AssignedColumns, terminal: string): readonly number[] {
  const drive = columns.bias[terminal];
  if (typeof drive === 'number') return [Math.abs(drive)];
  return typeof drive === 'string' ? [...new Set(columns.valuesOf(drive))].filter((value) => !Number.isNaN(value)).map(Math.abs) : [];
}

/** A bipolar transistor with its emitter above its collector, a junction FET whose gate current was measured. */
function conductsReversed({ assigned, source }: KnownSource, kind: ImportedKind): boolean {
  if (kind === 'jfet') return assigned.measure.some(({ node }) => node === 'g');
  if (kind !== 'bjt') return false;
  const [collector, emitter, base] = ['c', 'e', 'b'].map((terminal) => voltageOf(assigned, terminal));
  if (collector === undefined || emitter === undefined || base === undefined) return false;
  const rows = source.columns[0]?.values.length ?? 0;
  return Array.from({ length: rows }, (_, row) => row).some((row) => {
    const sign = Math.sign(base(row) - Math.min(collector(row), emitter(row))) || 1;
    return sign * (emitter(row) - collector(row)) > 0.05;
  });
}
