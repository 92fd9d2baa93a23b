import { EvospiceError, type Candidate, type ExtractionProblem, type OptimizerContext } from '@evospice/contracts';
import { BudgetMeter } from '../budget/budget-meter.ts';
import { createContext } from '../context/create-context.ts';
import { TrajectoryRecorder } from '../trajectory/trajectory-recorder.ts';
import { coveredProblem, residualDerivatives } from './covered-problem.ts';
import { modelSession } from './model-session.ts';

/** Evaluations of the model that the search may take; its Jacobians are not counted. */
const modelEvaluations = 200;

/** Where Levenberg-Marquardt ends on the compact model of a device. Errors are of the problem's metric, over the points that the model has. */
export interface ModelMinimum {
  readonly family: string;
  readonly candidate: Candidate;
  /** Scored points that the model has, and of all. */
  readonly points: number;
  readonly of: number;
  /** What the card asks for and the equations do not have, as `name = value`. */
  readonly without: readonly string[];
  /** Error of the start card on the model, null where the model has no answer to it, and of the minimum. */
  readonly from: number | null;
  readonly error: number;
  readonly evaluations: number;
}

/**
 * Searches the compact model of a device with `lm` and exact derivatives, from the start card. No simulation.
 * @throws EvospiceError `OPTIMIZER_UNSUPPORTED` where no model covers the device, none of what is scored, or a parameter is discrete
 */
export async function modelMinimum(problem: ExtractionProblem, context: OptimizerContext): Promise<ModelMinimum> {
  const model = context.models.ofProblem(problem);
  if (model === undefined) throw refused(`no compact model covers ${problem.modelFamily}, the model of task ${problem.task}`, problem.modelFamily);
  const covered = coveredProblem(problem, model);
  if (covered === undefined) throw refused(`the compact model ${model.family} has no scored point of task ${problem.task}`, model.family);
  const { lm } = context.optimizers;
  if (lm === undefined) throw new EvospiceError('OPTIMIZER_UNSUPPORTED', 'a start from the compact model needs the optimizer lm', { received: Object.keys(context.optimizers), expected: 'lm among the optimizers that can be called' });
  const recorder = new TrajectoryRecorder(covered.problem, { positions: false });
  const host = createContext({
    problem: covered.problem, recorder,
    session: modelSession(covered.problem, model),
    budget: new BudgetMeter(covered.problem, modelEvaluations),
    random: context.random.split(), toolbox: context.toolbox, models: context.models, optimizers: context.optimizers, signal: context.signal,
    differentiate: (candidate) => residualDerivatives(covered.problem, model, candidate),
  });
  try {
    await lm(covered.problem, host.context);
  } catch (error) {
    if (!EvospiceError.is(error, 'BUDGET_EXHAUSTED')) throw error;
  } finally {
    await host.close();
  }
  const { best, points: [first] } = recorder;
  if (best === null || first === undefined) throw refused(`the compact model ${model.family} does not have a value at every point of any card tried for task ${problem.task}`, model.family);
  return {
    family: model.family, candidate: best.candidate, points: covered.points, of: covered.of,
    without: model.unsupported.map(({ parameter, value }) => `${parameter} = ${value}`),
    from: first.error, error: best.error, evaluations: recorder.points.length,
  };
}

function refused(message: string, received: string): EvospiceError {
  return new EvospiceError('OPTIMIZER_UNSUPPORTED', `${message}, so the search cannot start from its minimum`, {
    received, expected: 'a device and curves that a compact model covers', remedy: 'start from the card: leave out the start, or say `card`',
  });
}
