import { stripTypeScriptTypes } from 'node:module';
import { EvospiceError, type ExtractionProblem, type OptimizerContext } from '@evospice/contracts';

/**
 * Runs a program in this process, without any sandbox: for tests of programs that this package wrote itself.
 * @returns undefined when it completed or ran until its budget was gone, else what it threw.
 */
export async function runTrusted(source: string, problem: ExtractionProblem, context: OptimizerContext): Promise<unknown> {
  const script = stripTypeScriptTypes(source).replace('export default async function', 'return async function');
  if (/^\s*import /m.test(script)) return new Error('the program imports something at run time');
  try {
    // oxlint-disable-next-line no-new-func -- the source is our own; in production programs run in the sandbox
    const optimize = new Function(script)() as (problem: ExtractionProblem, context: OptimizerContext) => Promise<void>;
    await optimize(problem, context);
  } catch (error) {
    return EvospiceError.is(error, 'BUDGET_EXHAUSTED') ? undefined : error;
  }
  return undefined;
}
