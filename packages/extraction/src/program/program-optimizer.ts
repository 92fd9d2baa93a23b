import { EvospiceError, type Optimizer, type ProgramLimits, type ProgramRunner, type ProgramText } from '@evospice/contracts';

export interface ProgramOptimizerOptions {
  /** What results call it: a program id or a file name. */
  readonly name: string;
  readonly program: ProgramText;
  readonly runner: ProgramRunner;
  readonly limits: ProgramLimits;
}

/** Largest seed a guest is given. */
const largestSeed = 2 ** 31 - 1;

/**
 * A program as an optimizer like any other. Its chance comes from the extraction's seed.
 * `optimize` throws EvospiceError `BUDGET_EXHAUSTED` when the program ran until the budget was gone (a normal end), and
 * the outcome's own code (`PROGRAM_*`) when it failed.
 */
export function programOptimizer(options: ProgramOptimizerOptions): Optimizer {
  const { name, program, runner, limits } = options;
  return {
    name,
    async optimize(problem, context) {
      const seed = context.random.integer(0, largestSeed);
      const outcome = await runner.run({ program, problem, context, seed, limits });
      // A program that was killed at its limit had no chance to tell.
      context.workedElsewhere?.(outcome.cpuSeconds ?? (outcome.failure?.code === 'PROGRAM_DEADLINE' ? limits.wallSeconds : 0));
      if (outcome.status === 'budget') throw new EvospiceError('BUDGET_EXHAUSTED', `program ${name} ran until the budget was gone`);
      if (outcome.status === 'completed') return;
      const { code, message, line } = outcome.failure ?? { code: 'PROGRAM_CRASHED', message: 'the runner gave no reason' };
      throw new EvospiceError(code, message, { file: name, ...(line === undefined ? {} : { line }), received: outcome.isolation });
    },
  };
}
