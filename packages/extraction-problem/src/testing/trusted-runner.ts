import { stripTypeScriptTypes } from 'node:module';
import { mainSource } from '@evospice/program-text';
import { EvospiceError, type ExtractionProblem, type OptimizerContext, type ProgramOutcome, type ProgramRunner } from '@evospice/contracts';

type Optimize = (problem: ExtractionProblem, context: OptimizerContext) => Promise<void>;

/**
 * Runs programs in this process, without any sandbox: only for programs that the test itself wrote.
 * A program that throws an error named `PROGRAM_*` is reported with that code, so that a test can play any failure.
 */
export function trustedRunner(): ProgramRunner {
  return {
    name: 'trusted',
    call: () => Promise.reject(new TypeError('this runner runs optimizers only')),
    close: async () => undefined,
    async run({ program, problem, context }): Promise<ProgramOutcome> {
      const outcome = { isolation: 'none', log: [] };
      try {
        const module = (await import(`data:text/javascript,${encodeURIComponent(stripTypeScriptTypes(mainSource(program)))}`)) as { readonly default: Optimize };
        await module.default(problem, context);
        return { ...outcome, status: 'completed' };
      } catch (error) {
        if (EvospiceError.is(error, 'BUDGET_EXHAUSTED')) return { ...outcome, status: 'budget' };
        const message = error instanceof Error ? error.message : String(error);
        const code = /^PROGRAM_[A-Z]+/u.exec(message)?.[0] ?? 'PROGRAM_ERROR';
        return { ...outcome, status: 'failed', failure: { code: code as 'PROGRAM_ERROR', message } };
      }
    },
  };
}
