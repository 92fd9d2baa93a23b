import type { OptimizerRun, Score, Scorer, ScoreSubject } from '@evospice/contracts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepFreeze, optimizerRunArbitrary, withErrors } from './optimizer-run-arbitrary.ts';

/** Values are compared to this relative tolerance: sums may be taken in another order. */
const tolerance = 1e-9;

/**
 * Conformance suite of a `Scorer`: range, purity, order, scale and repetition of runs, and that neither a lower error nor
 * the lack of a failure can cost anything.
 */
export function testScorer(name: string, makeScorer: () => Scorer): void {
  const runs = fc.array(optimizerRunArbitrary(), { minLength: 1, maxLength: 5 });

  describe(`scorer ${name}`, () => {
    it('has a name of lower-case words and dashes', () => {
      expect(makeScorer().name).toMatch(/^[a-z][a-z0-9-]*$/);
    });

    it('refuses to score nothing with SCORE_EMPTY', () => {
      expect(() => makeScorer().score({ runs: [] })).toThrow(expect.objectContaining({ code: 'SCORE_EMPTY' }));
    });

    it('gives finite numbers, not below 0, with a figure for each run in order and parts of the same names', () => {
      fc.assert(fc.property(runs, (subject) => {
        const score = scoreOf(makeScorer(), subject);
        const cases = score.cases ?? [];
        expect(cases.map((one) => [one.case, one.seed])).toEqual(subject.map(({ task, seed }) => [task, seed]));
        expect(Object.keys(score.parts).length).toBeGreaterThan(0);
        for (const { parts } of cases) expect(Object.keys(parts)).toEqual(expect.arrayContaining(Object.keys(score.parts)));
        for (const value of [score.spread ?? 0, ...[score, ...cases].flatMap((one) => [one.value, ...Object.values(one.parts)])]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThan(Number.POSITIVE_INFINITY);
        }
      }));
    });

    it('reads source and findings without changing them', () => {
      fc.assert(fc.property(runs, (subject) => {
        const findings = subject.map(() => [{ rule: 'sanity', severity: 'warning' as const, message: 'odd' }]);
        const { value } = scoreOf(makeScorer(), deepFreeze(subject), deepFreeze({ source: 'export default async () => {};', findings }));
        expect(value).toBeGreaterThanOrEqual(0);
      }));
    });

    it('is a function of the runs and changes nothing in them', () => {
      fc.assert(fc.property(runs, (subject) => {
        const scorer = makeScorer();
        const first = scoreOf(scorer, deepFreeze(subject));
        expect(scoreOf(scorer, subject)).toEqual(first);
        expect(scoreOf(makeScorer(), structuredClone(subject))).toEqual(first);
      }));
    });

    it('does not depend on the order of the runs, nor on all of them being there twice', () => {
      fc.assert(fc.property(runs, (subject) => {
        const { value } = scoreOf(makeScorer(), subject);
        close(scoreOf(makeScorer(), subject.toReversed()).value, value);
        close(scoreOf(makeScorer(), [...subject, ...subject]).value, value);
      }));
    });

    it('does not depend on the unit of the errors', () => {
      fc.assert(fc.property(runs, fc.constantFrom(0.001, 0.5, 100), (subject, unit) => {
        const scaled = subject.map((run) => ({ ...withErrors(run, (error) => error * unit), startError: run.startError * unit }));
        close(scoreOf(makeScorer(), scaled).value, scoreOf(makeScorer(), subject).value);
      }));
    });

    it('never scores lower for lower errors', () => {
      fc.assert(fc.property(optimizerRunArbitrary(), fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (run, factors) => {
        const better = withErrors(run, (error, index) => error * (factors[index % factors.length] ?? 1));
        atLeast(scoreOf(makeScorer(), [better]).value, scoreOf(makeScorer(), [run]).value);
      }));
    });

    it('never scores higher when an evaluation fails', () => {
      fc.assert(fc.property(optimizerRunArbitrary({ minimumLength: 1 }), fc.nat(), (run, pick) => {
        atLeast(scoreOf(makeScorer(), [run]).value, scoreOf(makeScorer(), [withFailure(run, pick % run.trajectory.length)]).value);
      }));
    });
  });
}

/** What a reference did is the same whatever the run did: half of the error for half of the budget. */
function scoreOf(scorer: Scorer, runs: readonly OptimizerRun[], more: Omit<ScoreSubject, 'runs'> = {}): Score {
  const references = scorer.reference === undefined ? {} : { references: runs.map((run) => [{ ...run, trajectory: [{ spent: run.allowed / 2, error: run.startError / 2, best: run.startError / 2 }] }]) };
  return scorer.score({ runs, ...more, ...references });
}

function withFailure(run: OptimizerRun, at: number): OptimizerRun {
  const trajectory = run.trajectory.map((point, index) => (index === at ? { ...point, error: null, failure: 'NOT_CONVERGED' } : point));
  return withErrors({ ...run, trajectory }, (error) => error);
}

function close(received: number, expected: number): void {
  expect(Math.abs(received - expected)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));
}

function atLeast(received: number, least: number): void {
  expect(received).toBeGreaterThanOrEqual(least - tolerance * Math.max(1, Math.abs(least)));
}
