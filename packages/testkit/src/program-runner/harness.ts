import type { OptimizerContext, ProgramLimits, ProgramOutcome, ProgramRunner } from '@evospice/contracts';
import { singleFile } from '@evospice/program-text';
import { expect } from 'vitest';
import { createAnalyticContext, type AnalyticRecord } from '../analytic/analytic-context.ts';
import { linearProblem } from '../analytic/analytic-problems.ts';

export const { problem } = linearProblem();
export const start = problem.parameters.map((parameter) => parameter.start);

/** A program whose default export has this body. */
export function programOf(body: string): string {
  return [
    "import type { Toolbox } from '@evospice/toolbox';",
    'export default async function optimizeSpiceParameters(problem: any, context: any): Promise<void> {',
    body,
    '}',
  ].join('\n');
}

/** Line of the source at which the body of `programOf` starts. */
export const bodyLine = 3;

export interface RunOptions {
  readonly budget?: number;
  readonly seed?: number;
  readonly limits?: Partial<ProgramLimits>;
  readonly change?: (context: OptimizerContext) => Partial<OptimizerContext>;
}

export interface Finished {
  readonly outcome: ProgramOutcome;
  readonly record: AnalyticRecord;
}

/** Ways to run programs that the parts of the suite share. */
export interface ProgramHarness {
  readonly runner: () => ProgramRunner;
  readonly runSource: (source: string, options?: RunOptions) => Promise<Finished>;
  /** Runs a program with this body. */
  readonly run: (body: string, options?: RunOptions) => Promise<Finished>;
  /** How a program with this body fails. */
  readonly failureOf: (body: string, options?: RunOptions) => Promise<NonNullable<ProgramOutcome['failure']>>;
}

export function programHarness(runner: () => ProgramRunner): ProgramHarness {
  const runSource: ProgramHarness['runSource'] = async (source, options = {}) => {
    const { context, record } = createAnalyticContext(linearProblem(), { budget: options.budget ?? 20, seed: 1 });
    const changed = Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(context), ...Object.getOwnPropertyDescriptors(options.change?.(context) ?? {}) }) as OptimizerContext;
    const limits = { wallSeconds: 10, memoryMb: 128, ...options.limits };
    const outcome = await runner().run({ program: singleFile(source), problem, context: changed, seed: options.seed ?? 7, limits });
    expect(outcome.isolation).not.toBe('');
    return { outcome, record };
  };
  const run: ProgramHarness['run'] = (body, options) => runSource(programOf(body), options);
  const failureOf: ProgramHarness['failureOf'] = async (body, options) => {
    const { outcome } = await run(body, options);
    expect(outcome.status).toBe('failed');
    return outcome.failure!;
  };
  return { runner, runSource, run, failureOf };
}
