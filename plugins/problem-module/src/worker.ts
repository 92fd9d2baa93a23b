import {
  CASE_JOB, EvospiceError, jobHost, type CaseAnswer, type CaseJob, type JobHost, type Json, type ProgramCall, type ProgramText,
} from '@evospice/contracts';
import { caseNamed, failedOutcome, outcomeOf, type ProblemCase } from '@evospice/problem-kit';
import { IsolateProgramRunner } from '@evospice/sandbox';
import { loadModule, moduleFiles } from './load-module.ts';
import type { CallableProgram } from './module-problem.ts';
import type { ModuleProblemOptions } from './options.ts';
import { withEvaluation } from './with-evaluation.ts';

/** What a worker is set up with. */
export interface ModuleSetup extends Pick<ModuleProblemOptions, 'evaluate' | 'limits' | 'isolation'> {
  /** Absolute path. */
  readonly module: string;
  readonly cases: readonly ProblemCase[];
}

type Evaluate = (program: ProgramText, one: ProblemCase, signal: AbortSignal) => Promise<unknown>;

/** Worker module: runs programs in the sandbox and judges what they return. */
export default function openWorker(setup: Json): Promise<JobHost> {
  const { module, cases, evaluate: place, limits, isolation } = setup as unknown as ModuleSetup;
  const runner = new IsolateProgramRunner({ isolation });
  const call = async (request: Omit<ProgramCall, 'limits'>): Promise<Json> => {
    const answer = await runner.call({ ...request, limits });
    if (answer.status === 'completed') return answer.value;
    const { code, message, file, line } = answer.failure;
    const where = line === undefined ? '' : `${file === undefined ? '' : `${file}, `}line ${line}: `;
    throw new EvospiceError(code, message.startsWith('line ') ? message : `${where}${message}`);
  };
  const evaluate = place === 'beside' ? beside(module, call) : inSandbox(module, call);
  const runCase = async ({ subject, case: asked }: CaseJob, signal: AbortSignal): Promise<CaseAnswer> => {
    const one = caseNamed(cases, asked);
    if (one === undefined || subject.kind !== 'program') throw new EvospiceError('PROBLEM_JOB', `there is no case ${asked.id} with seed ${asked.seed} here`, { received: asked });
    try {
      return { outcome: outcomeOf(asked, await evaluate(subject.program, one, signal)) };
    } catch (error) {
      if (signal.aborted || !EvospiceError.is(error)) throw error;
      if (error.code.startsWith('PROGRAM_')) return { outcome: failedOutcome(asked, error.code, error.message) };
      if (error.code.startsWith('SANDBOX_')) return { trouble: { code: error.code, reason: error.message, after: 'stop' } };
      throw error;
    }
  };
  return Promise.resolve(jobHost({
    [CASE_JOB]: async (payload, { signal }) => (await runCase(payload as unknown as CaseJob, signal)) as unknown as Json,
  }, () => runner.close()));
}

function beside(module: string, call: (request: Omit<ProgramCall, 'limits'>) => Promise<Json>): Evaluate {
  const problem = loadModule(module);
  return async (text, one, signal) => {
    const program: CallableProgram = { text, call: (name, ...values) => call({ program: text, function: name, arguments: values, seed: one.seed, signal }) };
    return problem.evaluate(program, one);
  };
}

function inSandbox(module: string, call: (request: Omit<ProgramCall, 'limits'>) => Promise<Json>): Evaluate {
  const evaluation = moduleFiles(module);
  return (text, one, signal) => call({ program: withEvaluation(text, evaluation), arguments: [text as unknown as Json, one as Json], seed: one.seed, signal });
}
