import { fisherInformation, identifiability, unitSlopes } from '@evospice/toolbox';
import { genericDevice } from '../generic/generic-devices.ts';
import { compactProblemOf } from '../tasks/compact-problem.ts';
import { testbenchOf } from '../tasks/testbench.ts';
import { noiseOf, type GeneratedTask, type GenerateSpec } from './generate-task.ts';

/** What the training curves of a generated task say of its hidden values, by the exact derivatives of the device's compact model; nothing is simulated. */
export interface Determination {
  readonly task: string;
  /** The compact model's family. */
  readonly family: string;
  readonly parameters: number;
  /** Parameters that move no scored point at the hidden values: none finds them. */
  readonly withoutEffect: readonly string[];
  /** Further parameters whose standard error is above a tenth of their bounds, with it as a share of these; the loosest first. */
  readonly loose: readonly { readonly name: string; readonly error: number }[];
}

/** Standard error, as a share of the bounds, above which the curves hardly say where a parameter lies. */
const loose = 0.1;
/** Change of a value over the whole of a parameter's bounds, as a share of the value, below which it is none. */
const negligible = 1e-6;

/**
 * Standard errors that noise of the measurement leaves to the hidden values, from Fisher's information and the bounds as prior knowledge.
 * @returns undefined where no compact model has the device, all of its curves and what its card asks for
 */
export async function determination(spec: GenerateSpec, { task, truth }: GeneratedTask): Promise<Determination | undefined> {
  const { compactCurves } = await import('@evospice/compact-models');
  const names = task.tunables.map(({ name }) => name);
  const candidate = names.map((name) => truth[name]!);
  const problem = compactProblemOf(testbenchOf(task));
  const model = compactCurves(problem);
  if (model === undefined || model.unsupported.length > 0 || !model.covered.flat().every(Boolean)) return undefined;
  const { relative, additive } = noiseOf(spec);
  const { noiseFloor } = genericDevice(spec.family, spec.polarity);
  const widths = unitSlopes(task.tunables, candidate);
  const rows: number[][] = [];
  const largest = names.map(() => 0);
  const { values, jacobian } = model.differentiate(candidate);
  task.curves.forEach(({ split, measured }, curve) => {
    if (split !== 'train') return;
    measured.forEach(({ kind, floor }, vector) => values[curve]![vector]!.forEach((value, point) => {
      if (kind === 'v' || !(Math.abs(value) >= floor)) return;
      const slopes = widths.map((width, k) => width * jacobian[curve]![vector]![point * names.length + k]!);
      if (!slopes.every(Number.isFinite)) return;
      // Even a perfect instrument reports six digits.
      const sigma = Math.hypot(Math.max(relative, 1e-6) * value, additive * noiseFloor[kind]);
      slopes.forEach((slope, k) => (largest[k] = Math.max(largest[k]!, Math.abs(slope / value))));
      rows.push(slopes.map((slope) => slope / sigma));
    }));
  });
  const { errors } = identifiability(fisherInformation(rows, names.length), loose);
  const moves = (index: number): boolean => largest[index]! > negligible;
  return {
    task: task.id, family: model.family, parameters: names.length,
    withoutEffect: names.filter((_, index) => !moves(index)),
    loose: names.flatMap((name, index) => (moves(index) && errors[index]! > loose ? [{ name, error: errors[index]! }] : [])).toSorted((a, b) => b.error - a.error),
  };
}
