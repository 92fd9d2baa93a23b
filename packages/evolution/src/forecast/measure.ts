import { CASE_JOB, type Case, type CaseAnswer, type Json, type Problem } from '@evospice/contracts';
import { seedsOf, type EvolutionRequest } from '../loop/request.ts';

/** How long one seed took on one case. */
export interface MeasuredSeed {
  /** Place of the seed, from 1. */
  readonly seed: number;
  readonly stage: string;
  readonly case: string;
  readonly seconds: number;
  /** In the problem's unit: what the outcome tells, else what the case tells; null where neither does. */
  readonly cost: number | null;
  /** Code of its failure; the time that it took counts. */
  readonly failure: string | null;
}

/** Runs every seed once on the cheapest case. @throws what opening the executor and running a job throw */
export async function measureSeeds(request: Pick<EvolutionRequest, 'problem' | 'seeds' | 'executor' | 'signal'>, now: () => number): Promise<readonly MeasuredSeed[]> {
  const { problem, executor, signal } = request;
  const cheapest = cheapestCase(problem);
  if (cheapest === undefined) return [];
  const { stage, one } = cheapest;
  const session = await executor.open(problem.worker, { concurrency: 1 });
  const measured: MeasuredSeed[] = [];
  try {
    for (const [index, { entry, files }] of seedsOf(request).entries()) {
      const begun = now();
      const job = { subject: { kind: 'program', id: `seed-${index + 1}`, program: { entry, files } }, stage, case: one };
      const answer = (await session.execute({ kind: CASE_JOB, payload: job as unknown as Json }, signal === undefined ? {} : { signal })) as unknown as CaseAnswer;
      measured.push({
        seed: index + 1, stage, case: one.id, seconds: (now() - begun) / 1000, cost: answer.outcome?.cost ?? one.cost ?? null,
        failure: answer.trouble?.code ?? answer.outcome?.failure?.code ?? null,
      });
    }
  } finally {
    await session.close();
  }
  return measured;
}

/** The first of those with the least cost; the very first where costs are not told. */
function cheapestCase({ stages }: Problem): { readonly stage: string; readonly one: Case } | undefined {
  const all = stages.flatMap(({ name, cases }) => cases.map((one) => ({ stage: name, one })));
  return all.reduce<(typeof all)[number] | undefined>((best, next) => ((next.one.cost ?? Number.POSITIVE_INFINITY) < (best?.one.cost ?? Number.POSITIVE_INFINITY) || best === undefined ? next : best), undefined);
}
