import { EvospiceError, type ExtensionRegistry, type ExtractionProblem, type Optimizer, type OptimizerContext } from '@evospice/contracts';
import { modelFamily } from '@evospice/device';
import { selectionSchema } from '@evospice/kernel';
import { runFlow } from './flow.ts';
import type { FlowOptions } from './options.ts';
import { readyFlow, readyFlowNames } from './ready-flows.ts';

/** Name that stands for the ready flow of the model family. */
const automatic = 'auto';

/** The optimizer `flow`: a ready flow by name, the one for the model family, or stages of one's own. */
export class FlowOptimizer implements Optimizer {
  readonly name = 'flow';
  readonly #options: FlowOptions;
  readonly #registry: ExtensionRegistry;

  /** @throws EvospiceError `CONFIG_FLOW` for a ready flow that does not exist */
  constructor(options: FlowOptions, registry: ExtensionRegistry) {
    const { flow } = options;
    this.#options = options;
    this.#registry = registry;
    if (flow !== undefined && flow !== automatic) this.#ready(flow);
  }

  async optimize(problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
    const { name, stages, direct = true, prior = 0, guard = true, families } = this.#chosen(problem, context);
    refuseOtherFamily(name, families, problem);
    const made = stages!.map((stage) => ({ options: stage, optimizer: this.#registry.create('Optimizer', { name: stage.optimizer, options: stage.options }) }));
    await runFlow({ name: name ?? 'of this configuration', direct, prior, guard, stages: made }, problem, context);
  }

  #chosen(problem: ExtractionProblem, context: OptimizerContext): FlowOptions {
    const { flow, stages, ...given } = this.#options;
    if (stages !== undefined) return this.#options;
    const name = flow === undefined || flow === automatic ? this.#flowFor(problem) : flow;
    context.log(`flow ${name}`);
    return { ...this.#ready(name), name, ...given };
  }

  #ready(name: string): FlowOptions {
    return readyFlow(name, selectionSchema(this.#registry));
  }

  #flowFor(problem: ExtractionProblem): string {
    const family = familyOf(problem);
    const found = family === undefined ? undefined : readyFlowNames().find((name) => this.#ready(name).families?.includes(family));
    if (found !== undefined) return found;
    throw new EvospiceError('OPTIMIZER_UNSUPPORTED', `no ready flow is for ${family ?? problem.modelFamily}, the model of task ${problem.task}`, {
      received: family ?? problem.modelFamily, expected: 'a model family that `evospice flows list` names', remedy: 'write a flow of your own: `evospice flows show NAME` prints one to begin with',
    });
  }
}

/** Groups of parameters have the same names in several families, so that a flow for another one would work on what it does not mean. */
function refuseOtherFamily(flow: string | undefined, families: readonly string[] | undefined, problem: ExtractionProblem): void {
  const family = familyOf(problem);
  if (families === undefined || family === undefined || families.includes(family)) return;
  throw new EvospiceError('OPTIMIZER_UNSUPPORTED', `the flow ${flow ?? 'of this configuration'} is not for ${family}, the model of task ${problem.task}`, {
    received: family, expected: `a model of ${families.join(', ')}`, remedy: `take another flow: \`evospice flows list\` says which is for which family, and auto takes the right one`,
  });
}

function familyOf({ device: { kind }, model: { level, type } }: ExtractionProblem): string | undefined {
  return modelFamily(kind, { level, type });
}
