import { CASE_JOB, PRESENT_JOB, jobHost, type CaseAnswer, type CaseJob, type JobHost, type Json } from '@evospice/contracts';
import { mainSource } from '@evospice/program-text';
import { createRandom } from '@evospice/toolbox';

type Answer = (job: CaseJob) => CaseAnswer | undefined | Promise<CaseAnswer | undefined>;

/** Answers that a test plays, by the number that stands for them in a set-up: they cannot leave this process. */
const answers: Answer[] = [];

/** @returns what the worker is set up with to play these answers */
export function shareAnswers(answer: Answer): number {
  return answers.push(answer) - 1;
}

/** Worker module of the toy problem. */
export default function toyWorker(setup: Json): Promise<JobHost> {
  const played = typeof setup === 'number' ? answers[setup] : undefined;
  return Promise.resolve(jobHost({
    [CASE_JOB]: async (payload) => {
      const job = payload as unknown as CaseJob;
      return ((await played?.(job)) ?? judge(job)) as unknown as Json;
    },
    [PRESENT_JOB]: (payload) => Promise.resolve({ picture: `of ${JSON.stringify(payload)}` }),
  }));
}

/** What the worker answers when nothing is played. */
export function judge({ subject, case: { id, seed } }: CaseJob): CaseAnswer {
  const source = subject.kind === 'program' ? mainSource(subject.program) : 'x = 0.5; y = 0.5;';
  const number = (name: string): number => Number(new RegExp(`${name} = ([\\d.e+-]+)`, 'u').exec(source)?.[1] ?? Number.NaN);
  const [x, y] = [number('x'), number('y')];
  const random = createRandom(seed);
  const nearness = Math.exp(-((x - 0.3 - 0.01 * random.next()) ** 2) - (y - 0.7 - 0.01 * random.next()) ** 2);
  const failure = source.includes('fails') ? { failure: { code: 'PROGRAM_ERROR', message: 'it says that it fails' } } : {};
  return { outcome: { case: id, seed, data: { x, y, nearness }, ...failure } };
}
