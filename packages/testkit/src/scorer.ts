import type { OptimizerRun, Scorer } from '@evospice/contracts';
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
      expect(() => makeScorer().score([])).toThrow(expect.objectContaining({ code: 'SCORE_EMPTY' }));
    });

    it('gives finite numbers, not below 0, for each run in order', () => {
      fc.assert(fc.property(runs, (subject) => {
        const score = makeScorer().score(subject);
        expect(score.runs.map(({ task, seed }) => [task, seed])).toEqual(subject.map(({ task, seed }) => [task, seed]));
        const numbers = [score, ...score.runs].flatMap((one) => [one.precision, one.efficiency, one.robustness]);
        for (const value of [score.value, score.spread, ...score.runs.map((run) => run.score), ...numbers]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThan(Number.POSITIVE_INFINITY);
        }
        for (const { finalRatio } of score.runs) {
          expect(finalRatio).toBeGreaterThanOrEqual(0);
          expect(finalRatio).toBeLessThanOrEqual(1);
        }
      }));
    });

    it('is a function of the runs and changes nothing in them', () => {
      fc.assert(fc.property(runs, (subject) => {
        const scorer = makeScorer();
        const first = scorer.score(deepFreeze(subject));
        expect(scorer.score(subject)).toEqual(first);
        expect(makeScorer().score(structuredClone(subject))).toEqual(first);
      }));
    });

    it('does not depend on the order of the runs, nor on all of them being there twice', () => {
      fc.assert(fc.property(runs, (subject) => {
        const { value } = makeScorer().score(subject);
        close(makeScorer().score(subject.toReversed()).value, value);
        close(makeScorer().score([...subject, ...subject]).value, value);
      }));
    });

    it('does not depend on the unit of the errors', () => {
      fc.assert(fc.property(runs, fc.constantFrom(0.001, 0.5, 100), (subject, unit) => {
        const scaled = subject.map((run) => ({ ...withErrors(run, (error) => error * unit), startError: run.startError * unit }));
        close(makeScorer().score(scaled).value, makeScorer().score(subject).value);
      }));
    });

    it('never scores lower for lower errors', () => {
      fc.assert(fc.property(optimizerRunArbitrary(), fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (run, factors) => {
        const better = withErrors(run, (error, index) => error * (factors[index % factors.length] ?? 1));
        atLeast(makeScorer().score([better]).value, makeScorer().score([run]).value);
      }));
    });

    it('never scores higher when an evaluation fails', () => {
      fc.assert(fc.property(optimizerRunArbitrary({ minimumLength: 1 }), fc.nat(), (run, pick) => {
        atLeast(makeScorer().score([run]).value, makeScorer().score([withFailure(run, pick % run.trajectory.length)]).value);
      }));
    });
  });
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
