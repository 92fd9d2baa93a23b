import { setImmediate } from 'node:timers/promises';
import { EvospiceError, type Candidate, type ExtensionRegistry, type SimulatorSession, type Task, type TrajectoryPoint } from '@evospice/contracts';
import { circuitWith } from '@evospice/device';
import { constraintsWith, extract, optimizerLibrary, type ExtractionEnd } from '@evospice/extraction';

export interface FitRequest {
  /** Names of the parameters that may move; the others stay where they are. */
  readonly parameters: readonly string[];
  /** Ids of the training curves that count. */
  readonly curves: readonly string[];
  /** Name of an optimizer. */
  readonly optimizer: string;
  /** Simulations of the chosen curves. */
  readonly budget: number;
  readonly metric: 'relative' | 'log';
  readonly seed: number;
}

export interface FitResult {
  readonly end: ExtractionEnd;
  readonly values: Candidate;
  readonly spent: number;
  /** Why it failed. */
  readonly message?: string;
}

export interface FitRun {
  readonly task: Task;
  readonly registry: ExtensionRegistry;
  /** Opened on all tunables of the task. */
  readonly session: SimulatorSession;
  readonly simulator: string;
  /** Where it begins. */
  readonly from: Candidate;
  /** Ends the search with what was found until then. */
  readonly stop: AbortSignal;
  readonly onStart: (error: number) => void;
  readonly onEvaluation: (point: TrajectoryPoint) => void;
  /** Values of all tunables that are better than all before. */
  readonly onBest: (values: Candidate, error: number) => void;
}

/**
 * Refuses what cannot be fitted.
 * @throws EvospiceError `TUNE_FIT`, `EXTENSION_UNKNOWN`
 */
export function checkFit(task: Task, registry: ExtensionRegistry, request: FitRequest): void {
  const { parameters, curves, optimizer } = request;
  registry.find('Optimizer', optimizer);
  const known = task.tunables.map(({ name }) => name);
  const strange = parameters.find((name) => !known.includes(name));
  if (parameters.length === 0 || strange !== undefined) throw refused(strange === undefined ? 'no parameter is chosen' : `the task has no tunable parameter "${strange}"`, parameters, 'some of the tunable parameters', 'tick the parameters that may move');
  const train = task.curves.filter(({ split }) => split === 'train').map(({ id }) => id);
  const heldOut = curves.find((id) => !train.includes(id));
  if (curves.length === 0 || heldOut !== undefined) throw refused(heldOut === undefined ? 'no curve is chosen' : `the curve "${heldOut}" is not one to be fitted`, curves, 'some of the training curves', 'tick the curves that count; held-out curves stay held out');
}

/** Extracts the chosen parameters from the chosen curves, from where they are. */
export async function runFit(run: FitRun, request: FitRequest): Promise<FitResult> {
  const { task, from, session, registry } = run;
  const { tunables } = task;
  const chosen = tunables.flatMap(({ name }, index) => (request.parameters.includes(name) ? [index] : []));
  const whole = (part: ArrayLike<number>): Candidate => chosen.reduce((all, index, at) => all.with(index, part[at]!), Array.from(from));
  const values = Object.fromEntries(tunables.map(({ name }, index) => [name, from[index]!]));
  const others = Object.fromEntries(Object.entries(values).filter(([name]) => !request.parameters.includes(name)));
  // The parameters that stay are on the card, at their values of now.
  const { card, cards, instances, shifts } = circuitWith(task, values);
  const part: Task = {
    ...task,
    model: { ...task.model, card, ...(cards === undefined ? {} : { cards }), ...(shifts === undefined ? {} : { shifts }) },
    instances,
    tunables: chosen.map((index) => ({ ...tunables[index]!, start: from[index]! })),
    curves: task.curves.filter(({ id }) => request.curves.includes(id)),
    constraints: constraintsWith(task.constraints ?? [], others),
  };
  const ofPart: SimulatorSession = {
    async simulate({ candidates, ...rest }, options) {
      // Lets the page in: equations leave no time for it, nor for the click that stops the fit.
      await setImmediate();
      return session.simulate({ ...rest, candidates: candidates.map(whole) }, options);
    },
    close: async () => undefined,
  };
  const result = await extract({
    task: part, session: ofPart, simulator: run.simulator, optimizer: registry.create('Optimizer', request.optimizer), optimizers: optimizerLibrary(registry),
    budget: request.budget, metric: request.metric, seed: request.seed, stop: run.stop, fits: false, positions: false,
    onStart: ({ error }) => run.onStart(error),
    onEvaluation: run.onEvaluation,
    onBest: ({ parameters, error }) => run.onBest(whole(part.tunables.map(({ name }) => parameters[name]!)), error),
  });
  const found = whole(part.tunables.map(({ name }) => result.parameters[name]!));
  return { end: result.end, values: found, spent: result.budget.spent, ...(result.failure === undefined ? {} : { message: `${result.failure.message} [${result.failure.code}]` }) };
}

function refused(message: string, received: readonly string[], expected: string, remedy: string): EvospiceError {
  return new EvospiceError('TUNE_FIT', message, { received, expected, remedy });
}
