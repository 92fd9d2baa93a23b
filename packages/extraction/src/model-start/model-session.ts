import { setImmediate } from 'node:timers/promises';
import type { CompactCurves, ExtractionProblem, SimulationOutcome, SimulatorSession } from '@evospice/contracts';
import { refusedAsNone } from './covered-problem.ts';

/** Answers from a compact model in the place of a simulator. What is not scored need not have a value: 0 where it has none. */
export function modelSession(problem: ExtractionProblem, model: CompactCurves): SimulatorSession {
  return {
    async simulate({ candidates, curves: ids = problem.curves.map(({ id }) => id) }) {
      // Lets an interrupt in, as equations leave no time for it.
      await setImmediate();
      const curves = problem.curves.filter(({ id }) => ids.includes(id));
      return candidates.map((candidate): SimulationOutcome => {
        const values = refusedAsNone(() => model.predict(Array.from(candidate), { curves: ids }));
        if (values === undefined) return { ok: false, failure: { code: 'PARAMETER_REFUSED', message: 'the compact model refuses these values' } };
        return {
          ok: true,
          curves: curves.map(({ id, vectors }, index) => ({ curve: id, vectors: vectors.map(({ scored }, of) => withoutGaps(values[index]![of]!, scored)) })),
        };
      });
    },
    close: async () => undefined,
  };
}

function withoutGaps(values: Float64Array, scored: readonly number[]): Float64Array {
  const wanted = new Set(scored);
  return values.map((value, point) => (Number.isFinite(value) || wanted.has(point) ? value : 0));
}
