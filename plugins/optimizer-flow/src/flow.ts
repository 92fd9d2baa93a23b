import { EvospiceError, type ExtractionProblem, type Optimizer, type OptimizerContext } from '@evospice/contracts';
import { createRandom, directStart, stageOf, startCandidate } from '@evospice/toolbox';
import type { StageOptions } from './options.ts';
import { planStages, type PlannedStage } from './plan.ts';
import { withKnowledge, type KnowingProblem } from './knowledge.ts';
import { mobilityGuard } from './mobility-guard.ts';
import { priorOf, type PriorStrength } from './prior.ts';
import { isBetter, type Standing } from './standing.ts';

/** A stage with the optimizer that works on it. */
export interface FlowStage {
  readonly options: StageOptions;
  readonly optimizer: Optimizer;
}

/** A flow, ready to run. */
export interface Flow {
  readonly name: string;
  readonly direct: boolean;
  /** Strength of the prior around the start card; 0 for none. */
  readonly prior: PriorStrength;
  /** Whether the mobility is kept possible. */
  readonly guard: boolean;
  readonly stages: readonly FlowStage[];
}

/** What running a stage takes of it. */
interface RunStage {
  readonly options: Pick<StageOptions, 'share' | 'from'>;
  readonly optimizer: Optimizer;
}

/** Budget units of the full simulation at the end of a stage. */
const check = 1;

/**
 * Extraction in stages, as engineers do it by hand: each stage gives some parameters, some points and a part of the budget to an optimizer. At its end all
 * training curves are simulated; a stage that made the whole worse is rolled back, and the record says so. The last stage is of everything.
 * @throws EvospiceError `OPTIMIZER_UNSUPPORTED` for a flow none of whose stages names a tunable of the problem, or whose optimizers cannot move discrete parameters.
 */
export async function runFlow({ name, direct, prior, guard, stages }: Flow, problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
  const planned = planStages(problem, stages.map(({ options }) => options)).map((plan, index) => ({ plan, stage: stages[index]! }));
  refuseForeign(name, problem, planned.filter(({ stage }) => stage.options.parameters !== undefined).map(({ plan }) => plan));
  const last = planned.at(-1)!;
  const ending = last.plan.whole ? [] : [{ plan: everything(problem), stage: { options: { share: undefined, from: undefined }, optimizer: last.stage.optimizer } }];
  const runs = [...planned, ...ending].flatMap(({ plan, stage }) => {
    const lacks = plan.parameters.length === 0 ? 'no tunable that it names' : plan.count === 0 ? 'no point of what it names' : undefined;
    if (lacks !== undefined) context.log(`stage ${plan.name} is skipped: the problem has ${lacks}`);
    return lacks === undefined ? [{ plan, stage }] : [];
  });
  for (const { plan, stage } of runs) await refuseDiscrete(stage.optimizer, plan, problem, context);
  const begun = await beginning(direct, problem, context);
  // What was read off the curves is right to some per cent: a place to begin at, while the card is what is known.
  const flow = new FlowRun(withKnowledge(problem, context, [
    priorOf(problem.parameters, startCandidate(problem.parameters), prior), guard ? mobilityGuard(problem) : undefined,
  ].filter((one) => one !== undefined)), begun);
  for (const [index, { plan, stage }] of runs.entries()) {
    if (flow.isOver) return;
    await flow.stage(plan, stage, runs.slice(index).filter((one) => one.stage.options.share === undefined).length);
  }
}

/** The start card, or starting values read off the curves where one simulation finds these better. */
async function beginning(direct: boolean, problem: ExtractionProblem, context: OptimizerContext): Promise<Standing> {
  const card = cardOf(problem);
  const { candidate, found } = direct ? directStart(problem) : { candidate: card.candidate, found: [] };
  if (found.length === 0) return card;
  const [evaluation] = await context.simulate([candidate]);
  const read: Standing = { candidate, ...(evaluation?.ok === true ? { evaluation } : {}) };
  const taken = isBetter(read, card);
  const values = found.map(({ parameter, value, quantity }) => `${parameter} ${value.toPrecision(3)} by ${quantity}`).join(', ');
  context.log(`direct extraction, ${taken ? 'better than the card' : 'not better than the card and left'}: ${values}`);
  return taken ? read : card;
}

function cardOf({ parameters, start }: ExtractionProblem): Standing {
  return { candidate: startCandidate(parameters), ...(start.ok ? { evaluation: start } : {}) };
}

class FlowRun {
  readonly #problem: ExtractionProblem;
  readonly #context: OptimizerContext;
  readonly #pointsWith: KnowingProblem['pointsWith'];
  readonly #card: Standing;
  #standing: Standing;

  constructor({ problem, context, pointsWith, evaluationWith }: KnowingProblem, { candidate, evaluation }: Standing) {
    this.#problem = problem;
    this.#context = context;
    this.#pointsWith = pointsWith;
    this.#card = cardOf(problem);
    this.#standing = { candidate, ...(evaluation === undefined ? {} : { evaluation: evaluationWith(evaluation, candidate) }) };
  }

  get isOver(): boolean {
    return this.#context.signal.aborted || this.#context.budget.remaining < check - 1e-9;
  }

  /** @param sharing stages from this one on that have no share of their own. */
  async stage(plan: PlannedStage, { options, optimizer }: RunStage, sharing: number): Promise<void> {
    const { budget } = this.#context;
    const share = options.share === undefined ? budget.remaining / Math.max(1, sharing) : options.share * budget.allowed;
    // What the check at the end takes is not the optimizer's.
    const units = Math.min(share, budget.remaining) - (plan.whole ? 0 : check);
    if (!(units > 0)) return this.#context.log(`stage ${plan.name} is skipped: ${budget.remaining.toFixed(1)} budget units are left`);
    const { candidate, evaluation } = options.from === 'card' ? this.#card : this.#standing;
    const stage = stageOf(this.#problem, this.#context, {
      parameters: plan.parameters, points: this.#pointsWith(plan.points, plan.parameters), at: candidate, units, ...(evaluation === undefined ? {} : { evaluation }),
    });
    const before = stage.best.error;
    await quietly(optimizer, stage.problem, stage.context);
    if (this.#context.signal.aborted) return;
    const { best } = stage;
    const moved = best.candidate.some((value, index) => value !== candidate[index]);
    const kept = moved && (best.evaluation === undefined ? await this.#tried(best.candidate) : this.#takes({ candidate: best.candidate, evaluation: best.evaluation }));
    const names = plan.parameters.length === this.#problem.parameters.length ? 'all parameters' : plan.parameters.map((index) => this.#problem.parameters[index]!.name).join(', ');
    const end = !moved ? 'nothing better found' : kept ? `kept, whole at ${this.#text()}` : `rolled back, the whole was better at ${this.#text()}`;
    this.#context.log(`stage ${plan.name} (${optimizer.name}; ${names}; ${plan.count} points): ${before.toPrecision(4)} to ${best.error.toPrecision(4)}, ${end}, ${this.#context.budget.remaining.toFixed(1)} left`);
  }

  /** Simulates a candidate in full. @returns whether it is better than what there was */
  async #tried(candidate: Standing['candidate']): Promise<boolean> {
    const [evaluation] = await this.#context.simulate([candidate]);
    return evaluation?.ok === true && this.#takes({ candidate, evaluation });
  }

  #takes(found: Required<Standing>): boolean {
    const taken = isBetter(found, this.#standing);
    if (taken) this.#standing = found;
    return taken;
  }

  #text(): string {
    return this.#standing.evaluation?.error.toPrecision(4) ?? 'no success';
  }
}

/** All parameters and points. */
function everything({ parameters, curves }: ExtractionProblem): PlannedStage {
  return {
    name: 'everything', parameters: parameters.map((_, index) => index), points: curves.map(({ vectors }) => vectors.map(({ scored }) => scored)),
    count: curves.reduce((sum, { residuals }) => sum + residuals, 0), whole: true,
  };
}

/** Runs an optimizer until it ends or its budget does. */
async function quietly(optimizer: Optimizer, problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
  try {
    await optimizer.optimize(problem, context);
  } catch (error) {
    if (!EvospiceError.is(error, 'BUDGET_EXHAUSTED')) throw error;
  }
}

/** @param naming the stages that say which parameters they move */
function refuseForeign(flow: string, problem: ExtractionProblem, naming: readonly PlannedStage[]): void {
  if (naming.length === 0 || naming.some(({ parameters }) => parameters.length > 0)) return;
  throw new EvospiceError('OPTIMIZER_UNSUPPORTED', `no stage of the flow ${flow} names a tunable of task ${problem.task}`, {
    received: problem.parameters.map(({ name }) => name), expected: 'a flow for the model of the task', remedy: '`evospice flows list` says which flow is for which model family',
  });
}

/** Gives an optimizer of discrete parameters a budget of nothing, so that one that cannot move them says so before another has spent any. */
async function refuseDiscrete(optimizer: Optimizer, plan: PlannedStage, problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
  if (!plan.parameters.some((index) => problem.parameters[index]!.increment !== undefined)) return;
  const nothing: OptimizerContext = {
    simulate: () => Promise.reject(new EvospiceError('BUDGET_EXHAUSTED', 'the trial has no budget')),
    budget: { allowed: 0, spent: 0, remaining: 0 },
    random: createRandom(0), toolbox: context.toolbox, models: context.models, optimizers: context.optimizers, signal: context.signal, log: () => undefined,
  };
  const stage = stageOf(problem, nothing, { parameters: plan.parameters, points: plan.points, at: startCandidate(problem.parameters), units: 0 });
  await quietly(optimizer, stage.problem, stage.context);
}
