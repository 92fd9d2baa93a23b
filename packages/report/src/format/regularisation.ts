import { counted } from '@evospice/contracts';
import type { Regularisation } from '@evospice/extraction';
import { plainNumber } from './engineering.ts';
import { errorText } from './quantities.ts';

/** How a result was drawn back towards the start card, in a sentence or two. */
export function regularisationText({ rule, path, chosen, derivatives, simulations }: Regularisation, metric: 'relative' | 'log'): string {
  const [first] = path;
  const point = path[chosen];
  if (first === undefined || point === undefined) return 'regularised: nothing came of it';
  const change = (before: number | null, after: number | null): string => (before === null || after === null ? 'not simulated' : `${errorText(before, metric)} -> ${errorText(after, metric)}`);
  const how = rule === 'validation' ? 'as far as the validation curves get better by it: their error is no longer independent' : `as far as the training error grows by ${plainNumber(100 * rule, 3)} % at most`;
  return [
    `Drawn back towards the start card, ${how}.`,
    chosen === 0 ? 'The result is best left as it is:' : `Strength ${plainNumber(point.strength, 2)} of ${path.length - 1} tried:`,
    `training ${change(first.error, point.error)}, validation ${change(first.validation, point.validation)}, mean distance from the start ${plainNumber(first.distance, 2)} -> ${plainNumber(point.distance, 2)} of the bounds;`,
    `${counted(simulations, 'further simulation')}, derivatives ${derivatives === null ? 'by differences' : `of the compact model ${derivatives}`}`,
  ].join(' ');
}
