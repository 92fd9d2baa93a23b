import { contribute, type Contribution, type ExtractionProblem, type Optimizer, type OptimizerContext } from '@evospice/contracts';
import type { ZodType, output } from 'zod';

/** The work of an optimizer: what its result is says the trajectory. */
export type OptimizerSearch<Options> = (problem: ExtractionProblem, context: OptimizerContext, options: Options) => Promise<void>;

export interface OptimizerDefinition<Schema extends ZodType> {
  /** What configuration calls it. */
  readonly name: string;
  /** One line for `evospice plugins list`. */
  readonly summary: string;
  readonly options: Schema;
  readonly search: OptimizerSearch<output<Schema>>;
  /**
   * URL of a module without Node dependencies that has `search` in its export `searches`, under the optimizer's name: programs in a
   * sandbox may then call it as `context.optimizers`. Left out, they may not.
   */
  readonly module?: string;
}

/** An optimizer as a contribution of a plugin. */
export function defineOptimizer<Schema extends ZodType>({ name, summary, options, search, module }: OptimizerDefinition<Schema>): Contribution<'Optimizer'> {
  const contribution = contribute({ point: 'Optimizer', name, summary, options, create: (chosen) => optimizerOf(name, search, chosen) });
  return module === undefined ? contribution : { ...contribution, searches: module };
}

/** One optimizer with its options. */
export function optimizerOf<Options>(name: string, search: OptimizerSearch<Options>, options: Options): Optimizer {
  return { name, optimize: (problem, context) => search(problem, context, options) };
}
