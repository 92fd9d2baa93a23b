import { counted } from '@evospice/contracts';
import type { Diagnosis, ExtractionResult, PointDiagnosis } from '@evospice/extraction';
import { engineering, plainNumber } from './engineering.ts';
import { decades, errorText, percent, unitOfQuantity } from './quantities.ts';

/** Names of a list that are written out; the rest is counted. */
const named = 6;

/** What the user of a card has to know, one sentence each; nothing where it was not diagnosed. */
export function warningsOf({ diagnosis, metric }: { readonly diagnosis?: Partial<Diagnosis>; readonly metric: 'relative' | 'log' }): readonly string[] {
  const { atBounds = [], withoutEffect = [], worse = [], oppositeSigns = [], zeroBias = null } = diagnosis ?? {};
  const warnings: string[] = [];
  if (atBounds.length > 0) {
    const each = atBounds.map(({ name, bound, value }) => `${name} at its ${bound} bound ${plainNumber(value)}`);
    warnings.push(`${atBounds.length === 1 ? 'One parameter ends' : `${atBounds.length} parameters end`} at a bound, so the optimum may lie beyond: ${listed(each)}.`);
  }
  if (withoutEffect.length > 0) {
    const each = withoutEffect.map(({ name, tried }) => `${name} (tried ${tried.map((value) => plainNumber(value)).join(' and ')})`);
    warnings.push(`${withoutEffect.length === 1 ? 'One parameter has' : `${withoutEffect.length} parameters have`} no effect on the training data near the result, so the value found means nothing: ${listed(each)}.`);
  }
  for (const one of worse) {
    const curves = one.split === 'train' ? 'the training curves' : 'the held-out curves';
    const what = one.metric === 'log' ? 'The error of the logarithms' : 'The relative error';
    const although = one.split === 'train' && one.metric !== metric ? `, although the ${metric === 'log' ? 'error of the logarithms' : 'relative error'} got smaller` : '';
    warnings.push(`${what} on ${curves} is larger than the start card's: ${errorText(one.start, one.metric)} -> ${errorText(one.final, one.metric)}${although}.`);
  }
  if (oppositeSigns.length > 0) {
    const each = oppositeSigns.map(({ curve, column, points, of }) => `${column} of ${curve} (${points} of ${counted(of, 'point')})`);
    warnings.push(`Simulated and measured values have opposite signs in ${listed(each)}.`);
  }
  if (zeroBias !== null) {
    const { ends: [first, second], points, curve, share } = zeroBias;
    warnings.push(`${shareText(share)} of the training error is in ${counted(points, 'point')} with v(${first}) = v(${second}), where offset and noise were measured (first curve: ${curve}): leave them out with keep, or raise the floor.`);
  }
  return warnings;
}

function listed(items: readonly string[]): string {
  return items.length <= named ? items.join(', ') : `${items.slice(0, named - 1).join(', ')} and ${items.length - named + 1} more`;
}

/** A fraction, or decades: points of a fit that is better than that are of no interest. */
const negligible = 1e-4;

/** The points that carry most of the training error; none of an error that is none. */
export function pointsOf({ diagnosis, metric, final: { train } }: Pick<ExtractionResult, 'diagnosis' | 'metric' | 'final'>): readonly PointDiagnosis[] {
  const error = metric === 'relative' ? train.relativeRms : train.logRms;
  return error === null || error < negligible ? [] : (diagnosis?.points ?? []);
}

/** Texts of a point that carries much of the error. */
export function pointText({ sweep, x, measured, simulated, share, column, quantity }: PointDiagnosis): { readonly at: string; readonly values: string; readonly part: string } {
  const unit = unitOfQuantity[quantity];
  return { at: `${sweep} = ${plainNumber(x)}`, values: `${column} measured ${engineering(measured, unit)}, simulated ${engineering(simulated, unit)}`, part: shareText(share) };
}

/** A part of the squared error. */
export function shareText(share: number | null): string {
  return share === null ? '-' : `${share >= 0.0995 ? Math.round(share * 100) : plainNumber(Number((share * 100).toPrecision(2)))} %`;
}

/** Start and final error of a curve in both forms. */
export function curveErrorTexts({ relativeRms, logRms }: { readonly relativeRms: number | null; readonly logRms: number | null }): { readonly relative: string; readonly log: string } {
  return { relative: relativeRms === null ? '-' : percent(relativeRms), log: logRms === null ? '-' : decades(logRms) };
}
