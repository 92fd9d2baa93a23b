import { EvospiceError, type ExtensionRegistry, type ExtractionProblem, type Optimizer, type OptimizerContext } from '@evospice/contracts';
import { modelFamily } from '@evospice/device';
import { selectionSchema } from '@evospice/kernel';
import { runFlow } from './flow.ts';
import type { FlowOptions } from './options.ts';
import { readyFlow, readyFlowNames, readyFlowText } from './ready-flows.ts';

/** Name that stands for the ready flow of the model family. */
const automatic = 'auto';

/** The optimizer `flow`: a ready flow by name, the one for the model family, or stages of one's own. */
export class FlowOptimizer implements Optimizer {
  readonly name = 'flow';
  readonly #options: FlowOptions;
  readonly #registry: ExtensionRegistry;

  /** @throws EvospiceError `CONFIG_FLOW` for a ready flow that there is none of */
  constructor(options: FlowOptions, registry: ExtensionRegistry) {
    const { flow } = options;
    if (flow !== undefined && flow !== automatic) readyFlowText(flow);
    this.#options = options;
    this.#registry = registry;
  }

  async optimize(problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
    const { name, stages, direct = true, prior = 0, families } = this.#chosen(problem, context);
    const made = stages!.map((stage) => ({ options: stage, optimizer: this.#registry.create('Optimizer', { name: stage.optimizer, options: stage.options }) }));
    const family = familyOf(problem);
    if (families !== undefined && family !== undefined && !families.includes(family)) context.log(`the flow ${name ?? ''} is for ${families.join(', ')}, the model is ${family}`);
    await runFlow({ name: name ?? 'of this configuration', direct, prior, stages: made }, problem, context);
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

function familyOf({ device: { kind }, model: { level, type } }: ExtractionProblem): string | undefined {
  return modelFamily(kind, { level, type });
}
