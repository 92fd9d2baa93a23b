import type { Evaluation, ExtractionProblem, ProblemCurve, SuccessfulEvaluation } from '@evospice/contracts';
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
  /** Roots of the weights of each curve's scored points by id: one for all, or by vector one for each. */
  readonly roots: Readonly<Record<string, number | readonly VectorRoots[]>>;
}

interface VectorRoots {
  /** Indices of the scored points. */
  readonly scored: readonly number[];
  readonly roots: readonly number[];
}

/** @param problem as the host gave it */
export function residualRule({ metric, curves }: ExtractionProblem): ResidualRule {
  const roots: Record<string, number | readonly VectorRoots[]> = create(null);
  for (let index = 0; index < curves.length; index++) roots[curves[index]!.id] = rootsOf(curves[index]!);
  return { metric, roots };
}

function rootsOf({ weight, vectors }: ProblemCurve): number | readonly VectorRoots[] {
  const all: VectorRoots[] = [];
  let single = true;
  for (let index = 0; index < vectors.length; index++) {
    const { scored: indices, weights } = vectors[index]!;
    if (weights !== undefined) single = false;
    const scored: number[] = [];
    const roots: number[] = [];
    for (let entry = 0; entry < indices.length; entry++) {
      scored[entry] = indices[entry]!;
      roots[entry] = sqrt(weights === undefined ? weight : weight * weights[indices[entry]!]!);
    }
    all[index] = { scored, roots };
  }
  return single ? sqrt(weight) : all;
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

/** Residuals of one kind, curve after curve, times the roots of their weights: as the host computes them, to the last bit. */
function weighted(curves: SuccessfulEvaluation['curves'], kind: 'relative' | 'log', { roots }: ResidualRule): number[] {
  const all: number[] = [];
  for (let index = 0; index < curves.length; index++) {
    const { id, every = 1, residuals } = curves[index]!;
    const root = roots[id] ?? 1;
    const own = residuals[kind];
    if (typeof root === 'number') {
      for (let point = 0; point < own.length; point++) all[all.length] = root === 1 ? own[point]! : own[point]! * root;
      continue;
    }
    let next = 0;
    for (let vector = 0; vector < root.length; vector++) {
      const { scored, roots: each } = root[vector]!;
      for (let entry = 0; entry < scored.length; entry++) if (scored[entry]! % every === 0) all[all.length] = own[next++]! * each[entry]!;
    }
  }
  return all;
}

function restoreArray(values: unknown): void {
  if (!isArray(values)) return;
  for (let index = 0; index < values.length; index++) if (values[index] === null) values[index] = NaN;
}
