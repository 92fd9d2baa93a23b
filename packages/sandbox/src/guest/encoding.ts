import type { Evaluation, ExtractionProblem, SuccessfulEvaluation } from '@evospice/contracts';
import { longestGuestLine } from '../child/frames.ts';

const { stringify } = JSON;
const { isArray } = Array;
const { create } = Object;
const { sqrt } = Math;
const { isNaN } = Number;
const { isView } = ArrayBuffer;
const largest = Number.MAX_VALUE;
/** Room is left for the message around the candidates. */
const longest = longestGuestLine / 2;

function isVector(value: unknown): value is ArrayLike<unknown> {
  return isArray(value) || isView(value);
}

/**
 * The request as JSON text, written by hand: a program may have given any prototype a `toJSON`.
 * Infinite values, which JSON cannot carry, become the largest finite ones; the host clips to the bounds anyway.
 */
export function encodeRequest(candidates: unknown, curves: unknown, every: unknown): string | { readonly refused: string } {
  if (!isArray(candidates)) return { refused: 'candidates must be an array of parameter vectors' };
  let text = '"candidates":[';
  for (let index = 0; index < candidates.length; index++) {
    const candidate: unknown = candidates[index];
    if (!isVector(candidate)) return { refused: `candidate ${index} is not an array of numbers` };
    text += index === 0 ? '[' : ',[';
    for (let position = 0; position < candidate.length; position++) {
      const value = candidate[position];
      if (typeof value !== 'number' || isNaN(value)) return { refused: `candidate ${index} has no number at position ${position}` };
      const finite = value > largest ? largest : value < -largest ? -largest : value;
      text += position === 0 ? `${finite}` : `,${finite}`;
      if (text.length > longest) return { refused: `more than ${longest} characters of candidates in one call` };
    }
    text += ']';
    if (text.length > longest) return { refused: `more than ${longest} characters of candidates in one call` };
  }
  text += ']';
  if (every !== undefined) {
    // A value that JSON cannot carry is refused here, any other number by the host.
    if (typeof every !== 'number' || isNaN(every) || every > largest || every < -largest) return { refused: 'every must be a whole number from 1' };
    text += `,"every":${every}`;
  }
  if (curves === undefined) return text;
  if (!isArray(curves)) return { refused: 'curves must be an array of curve ids' };
  text += ',"curves":[';
  for (let index = 0; index < curves.length; index++) {
    const curve: unknown = curves[index];
    if (typeof curve !== 'string') return { refused: `curve ${index} is not an id` };
    text += index === 0 ? stringify(curve) : `,${stringify(curve)}`;
    if (text.length > longest * 1.5) return { refused: 'the curve ids take too many characters' };
  }
  return `${text}]`;
}

/** What of the problem the residual vectors follow from, as it was before the program could change it. */
export interface ResidualRule {
  readonly metric: 'relative' | 'log';
  /** Weight of each curve by id. */
  readonly weights: Readonly<Record<string, number>>;
}

/** @param problem as the host gave it */
export function residualRule({ metric, curves }: ExtractionProblem): ResidualRule {
  const weights: Record<string, number> = create(null);
  for (let index = 0; index < curves.length; index++) weights[curves[index]!.id] = curves[index]!.weight;
  return { metric, weights };
}

/**
 * An evaluation as the host has it: the residual vectors, which follow from the residuals of the curves, do not travel. JSON writes a
 * number that is not finite as null, which compares like 0: it becomes NaN again.
 */
export function restoreEvaluation(evaluation: Evaluation, rule: ResidualRule): Evaluation {
  if (!evaluation.ok) return evaluation;
  const { full, error, relativeRms, logRms, curves, findings } = evaluation;
  for (let index = 0; index < curves.length; index++) restoreCurve(curves[index] as unknown as Record<string, unknown>);
  const relativeResiduals = weighted(curves, 'relative', rule);
  const logResiduals = weighted(curves, 'log', rule);
  return {
    ok: true, full, error: error ?? NaN, relativeRms: relativeRms ?? NaN, logRms: logRms ?? NaN,
    residuals: rule.metric === 'log' ? logResiduals : relativeResiduals, relativeResiduals, logResiduals, curves, findings,
  };
}

export function restoreEvaluations(evaluations: readonly Evaluation[], rule: ResidualRule): readonly Evaluation[] {
  const restored: Evaluation[] = [];
  for (let index = 0; index < evaluations.length; index++) restored[index] = restoreEvaluation(evaluations[index]!, rule);
  return restored;
}

function restoreCurve(curve: Record<string, unknown>): void {
  for (const field of ['relativeRms', 'logRms']) if (curve[field] === null) curve[field] = NaN;
  const residuals = curve['residuals'] as Record<string, unknown>;
  for (const field of ['relative', 'log']) restoreArray(residuals[field]);
  const simulated: unknown = curve['simulated'];
  if (isArray(simulated)) for (let vector = 0; vector < simulated.length; vector++) restoreArray(simulated[vector]);
}

/** Residuals of one kind, curve after curve, times the root of the curve's weight: as the host computes them, to the last bit. */
function weighted(curves: SuccessfulEvaluation['curves'], kind: 'relative' | 'log', { weights }: ResidualRule): number[] {
  const all: number[] = [];
  for (let index = 0; index < curves.length; index++) {
    const { id, residuals } = curves[index]!;
    const root = sqrt(weights[id] ?? 1);
    const own = residuals[kind];
    for (let point = 0; point < own.length; point++) all[all.length] = root === 1 ? own[point]! : own[point]! * root;
  }
  return all;
}

function restoreArray(values: unknown): void {
  if (!isArray(values)) return;
  for (let index = 0; index < values.length; index++) if (values[index] === null) values[index] = NaN;
}
