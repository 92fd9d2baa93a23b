import { CASE_JOB, EvospiceError, jobHost, type CaseAnswer, type CaseJob, type JobHost, type Json } from '@evospice/contracts';
import { caseNamed, failedOutcome, outcomeOf, type ProblemCase } from '@evospice/problem-kit';
import { CommandRunner, type CommandWords } from '@evospice/sandbox';
import type { CommandProblemOptions } from './options.ts';
import { inFolder, jsonOf } from './run-program.ts';

/** What a worker is set up with; all paths are absolute. */
export interface CommandSetup extends Pick<CommandProblemOptions, 'limits' | 'isolation'> {
  readonly run: CommandWords;
  readonly evaluate: CommandWords | null;
  readonly readable: readonly string[];
  readonly cases: readonly ProblemCase[];
}

/** Worker module: runs programs by a command behind walls, and has what they print judged by another command. */
export default function openWorker(setup: Json): Promise<JobHost> {
  const parts = setup as unknown as CommandSetup;
  const runner = new CommandRunner(parts.isolation);
  return Promise.resolve(jobHost({
    [CASE_JOB]: async (payload, { signal }) => (await runCase(payload as unknown as CaseJob, { ...parts, runner, signal })) as unknown as Json,
  }));
}

type Parts = CommandSetup & { readonly runner: CommandRunner; readonly signal: AbortSignal };

async function runCase({ subject, case: asked }: CaseJob, parts: Parts): Promise<CaseAnswer> {
  const one = caseNamed(parts.cases, asked);
  if (one === undefined || subject.kind !== 'program') throw new EvospiceError('PROBLEM_JOB', `there is no case ${asked.id} with seed ${asked.seed} here`, { received: asked });
  const { entry, files } = subject.program;
  try {
    const answer = await inFolder(files, (folder) => jsonOf(parts.runner, {
      command: parts.run.words.map((word) => word.replaceAll('{entry}', entry)), folder, stdin: JSON.stringify(one), ...shared(parts, parts.run),
    }));
    return { outcome: parts.evaluate === null ? believed(asked, answer) : outcomeOf(asked, await judged(one, answer, parts.evaluate, parts)) };
  } catch (error) {
    if (parts.signal.aborted || !EvospiceError.is(error)) throw error;
    if (error.code.startsWith('PROGRAM_')) return { outcome: failedOutcome(asked, error.code, error.message) };
    if (error.code.startsWith('SANDBOX_')) return { trouble: { code: error.code, reason: error.message, after: 'stop' } };
    throw error;
  }
}

function shared({ readable, limits, signal }: Parts, { files }: CommandWords) {
  return { readable: [...readable, ...files], limits, signal };
}

/** The evaluation runs where the program never was. If it cannot cope with an answer, that is the answer's fault. */
async function judged(one: ProblemCase, answer: Json, evaluate: CommandWords, parts: Parts): Promise<Json> {
  try {
    return await inFolder({}, (folder) => jsonOf(parts.runner, { command: evaluate.words, folder, stdin: JSON.stringify({ case: one, answer }), ...shared(parts, evaluate) }));
  } catch (error) {
    if (parts.signal.aborted || !EvospiceError.is(error) || !error.code.startsWith('PROGRAM_')) throw error;
    throw new EvospiceError('PROGRAM_INVALID', `the evaluation cannot judge what it printed: ${error.message}`, { cause: error });
  }
}

/** Where the program speaks for itself, a malformed evaluation is its own fault. */
function believed(asked: CaseJob['case'], answer: Json) {
  try {
    return outcomeOf(asked, answer);
  } catch (error) {
    if (!EvospiceError.is(error, 'PROBLEM_EVALUATION')) throw error;
    throw new EvospiceError('PROGRAM_OUTPUT', error.message, { cause: error });
  }
}
