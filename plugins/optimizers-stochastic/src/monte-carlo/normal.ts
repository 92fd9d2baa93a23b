import { EvospiceError, type ProblemParameter, type RandomSource } from '@evospice/contracts';
import { toUnit } from '@evospice/toolbox';

/** Mean and standard deviation of one coordinate of the unit cube. */
export interface NormalAxis {
  readonly mean: number;
  readonly deviation: number;
}

/** Draws that may fall outside before the nearest wall is taken. */
const draws = 100;

/**
 * Normal distribution of every parameter along its own scale.
 * @param given means in physical units, deviations in physical units (linear) or decades (logarithmic); the start and a
 *   sixth of the range for parameters that are not named.
 * @throws EvospiceError `OPTIMIZER_OPTIONS` for the name of a parameter that the problem does not have.
 */
export function normalAxes(
  parameters: readonly ProblemParameter[], given: { readonly means: Readonly<Record<string, number>>; readonly deviations: Readonly<Record<string, number>> },
): NormalAxis[] {
  const unknown = [...Object.keys(given.means), ...Object.keys(given.deviations)].filter((name) => parameters.every((parameter) => parameter.name !== name));
  if (unknown.length > 0) {
    throw new EvospiceError('OPTIMIZER_OPTIONS', 'monte-carlo was given means or deviations of parameters that the task does not tune', {
      received: unknown,
      expected: `names among ${parameters.map(({ name }) => name).join(', ')}`,
    });
  }
  return parameters.map((parameter) => {
    const { name, lower, upper, scale, start } = parameter;
    const range = scale === 'log' ? Math.log10(upper / lower) : upper - lower;
    const deviation = given.deviations[name];
    return { mean: toUnit([parameter], [given.means[name] ?? start])[0]!, deviation: deviation === undefined || range === 0 ? 1 / 6 : deviation / range };
  });
}

/** A point of the unit cube; coordinates outside are drawn again, so that they do not pile up on the bounds. */
export function normalPoint(axes: readonly NormalAxis[], random: RandomSource): number[] {
  return axes.map(({ mean, deviation }) => {
    for (let draw = 0; draw < draws; draw++) {
      const place = mean + deviation * random.normal();
      if (place >= 0 && place <= 1) return place;
    }
    return Math.min(1, Math.max(0, mean));
  });
}
