import { counted } from '@evospice/contracts';
import { WaveformError, type WaveformPlace } from '../errors.ts';
import type { Plot } from '../model.ts';
import type { PostHeader } from './post-header.ts';

/** Every table ends with 1e30, in single precision 1.0000000150474662e+30. */
const endMark = 0.99e30;

/**
 * Cuts the numbers of a `post` file into tables: outer values, rows, end mark. A complex variable takes two numbers.
 *
 * @param place where a given number stands, for errors
 * @throws WaveformError `WAVEFORM_TRUNCATED` without the last end mark, `WAVEFORM_COUNT_MISMATCH` if the number of
 * tables differs from the header's or numbers are after it
 */
export function cutTables(header: PostHeader, numbers: Float64Array, source: { readonly file: string; place(index: number): WaveformPlace }): Plot[] {
  const widths = header.variables.map((variable) => (variable.complex ? 2 : 1));
  const width = widths.reduce((sum, next) => sum + next, 0);
  const expected = header.tables ?? 1;
  const plots: Plot[] = [];
  let at = 0;
  while (at < numbers.length) {
    if (plots.length === expected) {
      throw new WaveformError('WAVEFORM_COUNT_MISMATCH', `numbers follow the ${counted(expected, 'table')} that the header states`, { ...source.place(at), expected: counted(expected, 'table') });
    }
    const first = at + header.outer.length;
    let end = first;
    while (end < numbers.length && !(numbers[end]! >= endMark)) end += width;
    if (end >= numbers.length) {
      throw new WaveformError('WAVEFORM_TRUNCATED', `table ${plots.length + 1} has no end mark`, { ...source.place(numbers.length - 1), expected: '1e30 after the last row' });
    }
    if (end === first) throw new WaveformError('WAVEFORM_COUNT_MISMATCH', `table ${plots.length + 1} has no rows`, { ...source.place(at), expected: 'at least one row' });
    plots.push(tableOf(header, numbers, { at, first, points: (end - first) / width, widths, width }));
    at = end + 1;
  }
  if (plots.length !== expected) {
    throw new WaveformError('WAVEFORM_TRUNCATED', `${counted(plots.length, 'table is', 'tables are')} where the header states ${expected}`, { ...source.place(numbers.length - 1), expected: counted(expected, 'table') });
  }
  return plots;
}

function tableOf(header: PostHeader, numbers: Float64Array, table: { at: number; first: number; points: number; widths: readonly number[]; width: number }): Plot {
  const { first, points, widths, width } = table;
  const real = widths.map(() => new Float64Array(points));
  const imaginary = widths.map((size) => (size === 2 ? new Float64Array(points) : undefined));
  let offset = 0;
  widths.forEach((size, column) => {
    const re = real[column]!;
    const im = imaginary[column];
    for (let point = 0, next = first + offset; point < points; point += 1, next += width) {
      re[point] = numbers[next]!;
      if (im !== undefined) im[point] = numbers[next + 1]!;
    }
    offset += size;
  });
  return {
    name: header.title, analysis: header.analysis, variables: header.variables, independent: [0],
    outer: header.outer.map((name, index) => ({ name, value: numbers[table.at + index]! })),
    points, real, imaginary,
  };
}
