import { EvospiceError, type ExtractionProblem } from '@evospice/contracts';
import { nearest } from '@evospice/kernel';
import type { Sample } from '@evospice/optimizer-kit';
import type { MapElitesOptions } from './options.ts';

/** Place of a sample on one axis of the archive, in [0, 1]. */
export type Measure = (sample: Sample) => number;

/** @throws EvospiceError `OPTIMIZER_MEASURE` for a parameter or a kind of curves that the problem does not have. */
export function measuresOf(problem: ExtractionProblem, chosen: MapElitesOptions['measures']): readonly Measure[] {
  const names = problem.parameters.map(({ name }) => name);
  return (chosen ?? names.slice(0, 2).map((parameter) => ({ parameter }))).map((measure) => {
    if ('parameter' in measure) {
      const index = names.indexOf(measure.parameter);
      if (index < 0) throw unknown('parameter', measure.parameter, names);
      return (sample) => sample.unit[index]!;
    }
    const kinds = [...new Set(problem.curves.map(({ kind }) => kind))];
    const ids = new Set(problem.curves.filter(({ kind }) => kind === measure.curves).map(({ id }) => id));
    if (ids.size === 0) throw unknown('kind of curves', measure.curves, kinds);
    return (sample) => balance(sample, ids);
  });
}

/** log10 of the error on some curves over the error on all, from -1 to 1, moved to [0, 1]. */
function balance({ evaluation }: Sample, ids: ReadonlySet<string>): number {
  if (evaluation === undefined) return 0.5;
  const own = evaluation.curves.filter(({ id }) => ids.has(id));
  const part = Math.sqrt(own.reduce((sum, { relativeRms }) => sum + relativeRms ** 2, 0) / own.length);
  const ratio = Math.log10(part / evaluation.relativeRms);
  return Number.isFinite(ratio) ? Math.min(1, Math.max(0, (ratio + 1) / 2)) : ratio < 0 ? 0 : 0.5;
}

function unknown(what: string, received: string, known: readonly string[]): EvospiceError {
  const guess = nearest(received, known);
  return new EvospiceError('OPTIMIZER_MEASURE', `the problem has no ${what} "${received}"`, {
    received, expected: `one of ${known.join(', ')}`, remedy: guess === undefined ? 'correct the measures of map-elites' : `did you mean "${guess}"?`,
  });
}
