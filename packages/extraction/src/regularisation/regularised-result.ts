import { defined, EvospiceError, type Candidate, type CompactModels, type Evaluation, type ExtractionProblem, type PhysicsFinding, type SimulatedCurve, type SimulatorSession, type Task } from '@evospice/contracts';
import { Constraints } from '../constraints/constraints.ts';
import { evaluateWithin } from '../context/create-context.ts';
import { curvesOf, simulateSplit } from '../extract/simulate-split.ts';
import { residualDerivatives } from '../model-start/covered-problem.ts';
import { regularise, type Regularisation, type RegularisationRule } from './regularise.ts';

/** @throws EvospiceError `EXTRACTION_REGULARISATION` where validation curves are to decide and there are none */
export function refuseUnvalidated(task: Task, rule: RegularisationRule | undefined): void {
  if (rule !== 'validation' || curvesOf(task, 'validate').length > 0) return;
  throw new EvospiceError('EXTRACTION_REGULARISATION', `task ${task.id} has no validation curves that could decide how far the result is drawn back`, {
    received: 0, expected: 'curves with `split: validate`', remedy: 'hold some out, or say by how much the training error may grow, such as 0.05',
  });
}

export interface Regularised {
  readonly problem: ExtractionProblem;
  /** The best of the search. */
  readonly candidate: Candidate;
  readonly rule: RegularisationRule;
  /** Physics findings of one simulated candidate, which constraints may be about. */
  readonly findings?: (candidate: Candidate, curves: readonly SimulatedCurve[]) => readonly PhysicsFinding[];
}

/** `regularise` on a simulator, within the problem's constraints. Undefined where the candidate cannot be simulated again. */
export async function regularisedResult(
  { task, session, models, signal }: { readonly task: Task; readonly session: SimulatorSession; readonly models: CompactModels; readonly signal: AbortSignal },
  { problem, candidate, rule, findings }: Regularised,
): Promise<Regularisation | undefined> {
  const curves = problem.curves.filter(({ residuals }) => residuals > 0);
  const validation = curvesOf(task, 'validate');
  const constraints = new Constraints(problem.constraints ?? [], problem.parameters);
  const simulate = (candidates: readonly Candidate[]): Promise<readonly Evaluation[]> =>
    evaluateWithin(constraints, { problem, session, signal, ...defined({ findings }) }, candidates, { curves });
  const [evaluation] = await simulate([candidate]);
  if (evaluation?.ok !== true) return undefined;
  const model = models.ofProblem(problem);
  return regularise({
    problem, rule, simulate, result: { candidate, evaluation },
    validate: async (at) => {
      if (validation.length === 0) return null;
      const { errors } = await simulateSplit(session, validation, at, signal);
      return problem.metric === 'relative' ? errors.relativeRms : errors.logRms;
    },
    ...(model === undefined || model.unsupported.length > 0 || !model.covered.flat().every(Boolean) ? {} : { exact: { family: model.family, derivatives: (at: Candidate) => residualDerivatives(problem, model, at) } }),
  });
}
