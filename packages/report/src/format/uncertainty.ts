import type { NoUncertainty, ParameterUncertainty, Uncertainty } from '@evospice/extraction';
import { plainNumber } from './engineering.ts';

/** Share of the squared error that one more step promises, from which a result is not at a minimum. */
const notAtMinimum = 0.02;

/** The uncertainty of a result as sentences; those of the table are in `intervalRows`. */
export function uncertaintyTexts(uncertainty: Uncertainty | NoUncertainty): readonly string[] {
  if ('unavailable' in uncertainty) return [`No confidence intervals: ${uncertainty.unavailable}.`];
  const { derivatives, points, independent, neighbours, stepLeft, pairs, together, helpful } = uncertainty;
  const how = 'exact' in derivatives ? `exact derivatives of the compact model ${derivatives.exact}` : `derivatives by differences, ${derivatives.simulations} further simulations`;
  const counted = neighbours === 0 ? `${points} residuals` : `${points} residuals, which count as ${plainNumber(independent, 3)}: neighbours along a curve deviate alike (correlation ${plainNumber(neighbours, 2)})`;
  return [
    `95 % confidence intervals of Student's t, from ${how} and ${counted}.`,
    ...(stepLeft > notAtMinimum ? [`The result is not at a minimum: one more Gauss-Newton step promises ${percent(stepLeft)} off the squared error, so intervals are about a point that can still move.`] : []),
    ...(together.length === 0 ? [] : [`Determined only together: ${together.map((names) => `${names[0]} with ${names.slice(1).join(' and ')}`).join('; ')}.`]),
    ...(pairs.length === 0 ? [] : [`Strongest correlations: ${pairs.map(({ parameters: [a, b], correlation }) => `${a} and ${b} ${plainNumber(correlation, 3)}`).join(', ')}.`]),
    ...helpful.map((curve, index) => `${index === 0 ? 'Would help most' : 'Beside it'}: ${helpfulText(curve)}.`),
  ];
}

function helpfulText({ curve, from, shrinks, most }: Uncertainty['helpful'][number]): string {
  return `${curve} (${from}): standard errors smaller by ${percent(1 - shrinks)} on average, that of ${most.parameter} from ${percent(most.before)} to ${percent(most.after)} of its bounds`;
}

/** A parameter's interval as cells: lower end, upper end, standard error as a share of the bounds, and what is to be said of it. */
export interface IntervalCells {
  readonly lower: string;
  readonly upper: string;
  readonly error: string;
  readonly remark: string;
}

export function intervalCells({ interval, open, error, determined, companions }: ParameterUncertainty): IntervalCells {
  const end = (side: 'lower' | 'upper', value: number): string => (open.includes(side) ? `${side} bound` : plainNumber(value, 4));
  const remark = {
    determined: '', loose: 'loose', none: 'moves nothing', 'at bound': 'at its bound', together: `only with ${companions.join(', ')}`,
  }[determined];
  return {
    lower: interval === null ? '' : end('lower', interval[0]), upper: interval === null ? '' : end('upper', interval[1]),
    error: error === null ? '' : error > 1 ? 'over 100 %' : percent(error), remark,
  };
}

function percent(share: number): string {
  return `${plainNumber(100 * share, 2)} %`;
}
