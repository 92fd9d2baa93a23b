import type { Descriptor } from '@evospice/contracts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepFreeze, optimizerRunArbitrary } from './optimizer-run-arbitrary.ts';

const source = `export default async function optimizeSpiceParameters(problem, context) {
  // one candidate
  await context.simulate([problem.parameters.map((parameter) => parameter.start)]);
}
`;

/** Conformance suite of a `Descriptor`: a finite measure for whatever a program did, that depends on the subject alone. */
export function testDescriptor(name: string, makeDescriptor: () => Descriptor): void {
  const runs = fc.array(optimizerRunArbitrary({ minimumLength: 1 }), { minLength: 1, maxLength: 4 });

  describe(`descriptor ${name}`, () => {
    it('states a name, a summary and a range', () => {
      const descriptor = makeDescriptor();
      expect(descriptor.name).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(descriptor.summary.length).toBeGreaterThan(0);
      const [low, high] = descriptor.range;
      expect(Number.isFinite(low) && Number.isFinite(high) && low < high).toBe(true);
    });

    it('is finite for any runs that evaluated something', () => {
      fc.assert(fc.property(runs, (subject) => {
        expect(Number.isFinite(makeDescriptor().measure({ runs: subject, source }))).toBe(true);
      }));
    });

    it('is finite when every evaluation failed, and when no positions were kept', () => {
      fc.assert(fc.property(runs, (subject) => {
        const failed = subject.map((run) => ({
          ...run, trajectory: run.trajectory.map((point) => ({ ...point, error: null, best: null, failure: 'NOT_CONVERGED' })),
        }));
        const bare = subject.map((run) => ({ ...run, trajectory: run.trajectory.map(({ spent, error, best }) => ({ spent, error, best })) }));
        expect(Number.isFinite(makeDescriptor().measure({ runs: failed, source }))).toBe(true);
        expect(Number.isFinite(makeDescriptor().measure({ runs: bare, source }))).toBe(true);
      }));
    });

    it('is a function of its subject and changes nothing in it', () => {
      fc.assert(fc.property(runs, (subject) => {
        const descriptor = makeDescriptor();
        const first = descriptor.measure(deepFreeze({ runs: subject, source }));
        expect(descriptor.measure({ runs: subject, source })).toBe(first);
        expect(makeDescriptor().measure({ runs: structuredClone(subject), source })).toBe(first);
      }));
    });

    it('does not depend on the order of the runs, to 1e-9', () => {
      fc.assert(fc.property(runs, (subject) => {
        const descriptor = makeDescriptor();
        const forward = descriptor.measure({ runs: subject, source });
        const backward = descriptor.measure({ runs: subject.toReversed(), source });
        expect(Math.abs(forward - backward)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(forward)));
      }));
    });
  });
}
