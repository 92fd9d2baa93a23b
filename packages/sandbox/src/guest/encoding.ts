import type { Evaluation } from '@evospice/contracts';
import { longestGuestLine } from '../child/frames.ts';

const { stringify } = JSON;
const { isArray } = Array;
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
    if (!isVector(candidate)) return { refused: `candidate ${index} is no array of numbers` };
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
    if (typeof curve !== 'string') return { refused: `curve ${index} is no id` };
    text += index === 0 ? stringify(curve) : `,${stringify(curve)}`;
    if (text.length > longest * 1.5) return { refused: 'the curve ids take too many characters' };
  }
  return `${text}]`;
}

/** JSON writes a number that is not finite as null, which compares like 0: it becomes NaN again. */
export function restoreEvaluations(evaluations: readonly Evaluation[]): readonly Evaluation[] {
  for (let index = 0; index < evaluations.length; index++) {
    const evaluation = evaluations[index] as unknown as Record<string, unknown>;
    if (evaluation['ok'] !== true) continue;
    for (const field of ['error', 'relativeRms', 'logRms']) if (evaluation[field] === null) evaluation[field] = NaN;
    for (const field of ['residuals', 'relativeResiduals', 'logResiduals']) restoreArray(evaluation[field]);
    const curves = evaluation['curves'];
    if (!isArray(curves)) continue;
    for (let curve = 0; curve < curves.length; curve++) {
      for (const field of ['relativeRms', 'logRms']) if (curves[curve][field] === null) curves[curve][field] = NaN;
      for (const field of ['relative', 'log']) restoreArray(curves[curve].residuals?.[field]);
      const simulated: unknown = curves[curve].simulated;
      if (isArray(simulated)) for (let vector = 0; vector < simulated.length; vector++) restoreArray(simulated[vector]);
    }
  }
  return evaluations;
}

function restoreArray(values: unknown): void {
  if (!isArray(values)) return;
  for (let index = 0; index < values.length; index++) if (values[index] === null) values[index] = NaN;
}
