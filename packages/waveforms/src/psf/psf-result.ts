import { waveforms, type AnalysisKind, type Plot, type RecordValue, type Variable, type WaveformFormat, type WaveformRecord, type Waveforms } from '../model.ts';
import { quantityOfName } from '../table/quantities.ts';
import { columnsOf, type Properties, type PsfTrace } from './psf-types.ts';

/** A named value of a file without a sweep. */
export interface PsfValue extends PsfTrace {
  readonly value: RecordValue;
}

/** Columns of a swept file: the sweep first, then every trace's. */
export interface PsfColumns {
  readonly variables: readonly Variable[];
  readonly real: Float64Array[];
  readonly imaginary: (Float64Array | undefined)[];
}

export interface PsfParts {
  readonly file: string;
  readonly format: WaveformFormat;
  readonly header: Properties;
}

/** The result of a swept file. */
export function sweptResult(parts: PsfParts, columns: PsfColumns): Waveforms {
  const name = String(parts.header['analysis name'] ?? '');
  const variables = columns.variables.map((variable, index) =>
    index === 0 && variable.quantity === 'unknown' ? { ...variable, quantity: quantityOfName(variable.name) } : variable);
  return waveforms(parts.file, parts.format, {
    header: parts.header,
    plots: [{
      name, analysis: analysisOf(parts.header, variables), variables, independent: [0], outer: [], ...temperature(parts.header),
      points: columns.real[0]!.length, real: columns.real, imaginary: columns.imaginary,
    }],
  });
}

/** The result of a file without a sweep: plain numbers become a plot of one point, everything else records. */
export function unsweptResult(parts: PsfParts, values: readonly PsfValue[]): Waveforms {
  const scalars = values.filter((value) => value.type.kind === 'number' || value.type.kind === 'complex');
  const records = values.filter((value) => !scalars.includes(value)).map(recordOf);
  const plots: Plot[] = scalars.length === 0 ? [] : [{
    name: String(parts.header['analysis name'] ?? ''),
    analysis: analysisOf(parts.header, []),
    variables: scalars.flatMap((scalar) => columnsOf(scalar)!),
    independent: [], outer: [], ...temperature(parts.header), points: 1,
    real: scalars.map(({ value }) => Float64Array.of(typeof value === 'number' ? value : (value as { re: number }).re)),
    imaginary: scalars.map(({ value }) => (typeof value === 'number' ? undefined : Float64Array.of((value as { im: number }).im))),
  }];
  return waveforms(parts.file, parts.format, { header: parts.header, plots, records });
}

function recordOf(value: PsfValue): WaveformRecord {
  const members = value.type.kind === 'struct' ? value.value as Record<string, RecordValue> : { value: value.value };
  return { name: value.name, kind: value.type.name, values: members, properties: value.properties };
}

function temperature(header: Properties): { temperature?: number } {
  const value = header['temp'];
  return typeof value === 'number' ? { temperature: value } : {};
}

function analysisOf(header: Properties, variables: readonly Variable[]): AnalysisKind {
  const type = header['analysis type'];
  const sweep = variables[0];
  if (type === 'sweep' || type === 'montecarlo' || sweep !== undefined && variables.length === 1) return 'sweep';
  if (type === 'dc') return sweep === undefined ? 'op' : 'dc';
  if (type === 'ac' || type === 'tran' || type === 'noise') return type;
  if (type !== undefined) return 'unknown';
  if (sweep === undefined) return 'op';
  return sweep.quantity === 'time' ? 'tran' : sweep.quantity === 'frequency' ? 'ac' : 'dc';
}
