import { CASE_JOB, type CaseAnswer, type CaseJob, type JobHost, type JobModule, type Json, type Outcome, type Problem, type ProgramText, type Rejection } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from './optimizer-run-arbitrary.ts';

export interface ProblemSuite {
  /** Programs that `check` refuses, at least one. */
  readonly refused: readonly ProgramText[];
  /** Milliseconds for a test that runs cases; 60 000 by default. */
  readonly timeout?: number;
}

/**
 * What every `Problem` must do: give seed programs that pass its own check and its own cases, name its cases and stages once, answer
 * cases in a worker with plain JSON, and score and measure from those outcomes alone, the same each time.
 * @param makeProblem called afresh for each test; the suite closes what it made
 */
export function testProblem(name: string, makeProblem: () => Problem | Promise<Problem>, suite: ProblemSuite): void {
  const { refused, timeout = 60_000 } = suite;
  const within = async (work: (problem: Problem) => void | Promise<void>): Promise<void> => {
    const problem = await makeProblem();
    try {
      await work(problem);
    } finally {
      await problem.close?.();
    }
  };

  describe(`problem ${name}`, () => {
    it('says what it is: a name, a brief, seeds, stages whose last one is scored', () => within(({ name: own, brief, seeds, stages, descriptors, worker }) => {
      expect(own).toMatch(/^[a-z][a-z0-9-]*$/);
      for (const text of [brief.contract, brief.rules, brief.goal]) expect(text.trim()).not.toBe('');
      expect(seeds.length).toBeGreaterThan(0);
      expect(new Set(stages.map((stage) => stage.name)).size).toBe(stages.length);
      for (const stage of stages) expect(stage.name).not.toMatch(/^(?:proposal|syntax|static|duplicate|novelty|validation|confirmation|reference)$/);
      expect(stages.at(-1)).toMatchObject({ stored: true, cases: expect.arrayContaining([expect.anything()]) });
      expect(new Set(descriptors).size).toBe(descriptors.length);
      expect(worker.module).toMatch(/^file:/);
      expect(JSON.parse(JSON.stringify(worker.setup))).toEqual(worker.setup);
    }));

    it('has each case once in its stage', () => within(({ stages, validation = [], references = [] }) => {
      for (const cases of [...stages.map((stage) => stage.cases), validation, ...references.map((reference) => reference.cases)]) {
        const keys = cases.map(({ id, seed }) => `${id}/${seed}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { seed } of cases) expect(Number.isSafeInteger(seed)).toBe(true);
      }
    }));

    it('confirms champions, if it does, on seeds that nobody saw', { timeout }, () => within(async (problem) => {
      const fresh = problem.confirmation?.(2) ?? [];
      expect(problem.confirmation?.(2) ?? []).toEqual(fresh);
      const scored = problem.stages.at(-1)?.cases ?? [];
      const seen = new Set([...problem.stages.flatMap(({ cases }) => cases), ...(problem.validation ?? [])].map(({ seed }) => seed));
      for (const { id, seed } of fresh) expect([seen.has(seed), scored.some((one) => one.id === id)]).toEqual([false, true]);
      expect(new Set(fresh.map(({ id, seed }) => `${id}/${seed}`)).size).toBe(fresh.length);
      const [one] = fresh;
      if (one === undefined) return;
      expect(fresh).toHaveLength(2 * new Set(scored.map(({ id }) => id)).size);
      const host = await hostOf(problem);
      try {
        await answer(host, { subject: { kind: 'program', id: 'p0001', program: problem.seeds[0] as ProgramText }, stage: 'confirmation', case: one });
      } finally {
        await host.close();
      }
    }));

    it('names everything that decides over outcomes, as plain JSON and the same each time', () => within(async (problem) => {
      const conditions = await problem.conditions();
      expect(Object.keys(conditions).length).toBeGreaterThan(0);
      expect(JSON.parse(JSON.stringify(conditions))).toEqual(conditions);
      await within(async (other) => expect(await other.conditions()).toEqual(conditions));
    }));

    it('accepts its seeds and refuses other programs with a reason', () => within(({ seeds, check }) => {
      for (const program of seeds) expect(() => check(deepFreeze(program))).not.toThrow();
      expect(refused.length).toBeGreaterThan(0);
      for (const program of refused) {
        expect(() => check(program)).toThrow(expect.objectContaining({ code: expect.stringMatching(/^[A-Z][A-Z0-9_]*$/), message: expect.stringMatching(/\S/) }));
      }
    }));

    it('runs a seed through every stage and scores it, the same each time', { timeout }, () => within(async (problem) => {
      const program = problem.seeds[0] as ProgramText;
      const [one, two] = [await outcomesOf(problem, program), await outcomesOf(problem, program)];
      expect(two).toEqual(one);
      const score = problem.score(deepFreeze(one), program);
      expect(problem.score(two, program)).toEqual(score);
      for (const value of [score.value, ...Object.values(score.parts), ...Object.values(score.objectives ?? {})]) expect(Number.isFinite(value)).toBe(true);
      expect(Object.keys(score.parts).length).toBeGreaterThan(0);
      const measures = problem.measures(one, program);
      expect(Object.keys(measures).toSorted()).toEqual([...problem.descriptors].toSorted());
      for (const value of Object.values(measures)) expect(Number.isFinite(value)).toBe(true);
    }));

    it('runs its references on their cases', { timeout }, () => within(async (problem) => {
      const host = await hostOf(problem);
      try {
        for (const { name: own, cases } of problem.references ?? []) {
          for (const one of cases) await answer(host, { subject: { kind: 'reference', name: own }, stage: 'reference', case: one });
        }
      } finally {
        await host.close();
      }
    }));

    it('refuses jobs of a kind that it does not know', { timeout }, () => within(async (problem) => {
      const host = await hostOf(problem);
      try {
        await expect(host.handle({ kind: 'unheard-of', payload: null }, { signal: new AbortController().signal })).rejects.toMatchObject({ code: 'EXECUTOR_JOB' });
      } finally {
        await host.close();
      }
    }));
  });
}

async function hostOf({ worker }: Problem): Promise<JobHost> {
  const { default: open } = (await import(/* @vite-ignore */ worker.module)) as { readonly default: JobModule };
  const silent = (): void => undefined;
  return open(worker.setup, { signal: new AbortController().signal, log: { debug: silent, info: silent, warn: silent } });
}

async function answer(host: JobHost, job: CaseJob): Promise<Outcome> {
  const given = await host.handle({ kind: CASE_JOB, payload: job as unknown as Json }, { signal: new AbortController().signal });
  expect(JSON.parse(JSON.stringify(given)), 'plain JSON').toEqual(given);
  const { outcome } = given as unknown as CaseAnswer;
  expect(outcome, JSON.stringify(given)).toMatchObject({ case: job.case.id, seed: job.case.seed });
  return outcome as Outcome;
}

/** Outcomes of the last stage of a program that passes all gates. */
async function outcomesOf(problem: Problem, program: ProgramText): Promise<readonly Outcome[]> {
  const host = await hostOf(problem);
  try {
    let outcomes: Outcome[] = [];
    for (const stage of problem.stages) {
      outcomes = [];
      for (const one of stage.cases) {
        const outcome = await answer(host, { subject: { kind: 'program', id: 'p0001', program }, stage: stage.name, case: one });
        expect(outcome.failure, `a seed fails on ${one.id}`).toBeUndefined();
        outcomes.push(outcome);
        const stop: Omit<Rejection, 'stage'> | undefined = problem.gate?.(stage, outcomes, program);
        expect(stop, `a seed is turned away at ${stage.name}`).toBeUndefined();
      }
    }
    return outcomes;
  } finally {
    await host.close();
  }
}
