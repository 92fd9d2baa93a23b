import { WaveformError } from '../errors.ts';
import type { Waveforms } from '../model.ts';

/**
 * Gives each plot of a stepped Xyce table the parameter values that the `.res` file beside it lists.
 *
 * @param table what `readXyceTable`, `readCsv` or `readXyceProbe` read
 * @param steps what `readXyceTable` read from the `.res` file
 * @throws WaveformError `WAVEFORM_COUNT_MISMATCH` if the number of plots differs from the number of steps
 */
export function withSteps(table: Waveforms, steps: Waveforms): Waveforms {
  const list = steps.plots[0];
  if (list === undefined || list.analysis !== 'sweep' || list.points !== table.plots.length) {
    throw new WaveformError('WAVEFORM_COUNT_MISMATCH', `${table.plots.length} plots do not fit ${list?.points ?? 0} steps of ${steps.file}`, {
      file: table.file, received: table.plots.length, expected: `${list?.points ?? 0} plots`,
    });
  }
  const parameters = list.variables.map((variable, column) => ({ name: variable.name, values: list.real[column]! })).slice(1);
  return {
    ...table,
    plots: table.plots.map((plot, step) => ({
      ...plot, outer: [...plot.outer, ...parameters.map(({ name, values }) => ({ name, value: values[step]! }))],
    })),
  };
}
