import type { Candidate, Evaluation, ExtractionProblem, SuccessfulEvaluation } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { extract } from '../extract/extract.ts';
import { lineSession, lineTask } from '../line.fixture.ts';
import { regularise, type RegularisationRequest, type RegularisationRule } from './regularise.ts';

/**
 * Residuals in the unit cube: 3 (a - 0.6) + 0.02, -3 (a - 0.6) + 0.02 and 0.001 (b - 0.9): the curves determine a, and b hardly. The start is at 0.5, 0.5.
 * Least error: sqrt(2 * 0.02^2 / 3) at a = 0.6, b = 0.9.
 */
const problem = {
  metric: 'relative',
  parameters: [{ name: 'a', lower: 0, upper: 1, start: 0.5, scale: 'lin' }, { name: 'b', lower: 0, upper: 1, start: 0.5, scale: 'lin' }],
  curves: [],
} as unknown as ExtractionProblem;
const least = Math.sqrt((2 * 0.02 ** 2) / 3);

function evaluated([a, b]: Candidate): SuccessfulEvaluation {
  const residuals = [3 * (a! - 0.6) + 0.02, -3 * (a! - 0.6) + 0.02, 0.001 * (b! - 0.9)];
  const error = Math.sqrt(residuals.reduce((sum, one) => sum + one * one, 0) / 3);
  return { ok: true, full: true, error, relativeRms: error, logRms: error, residuals, relativeResiduals: residuals, logResiduals: residuals, curves: [], findings: [] };
}

const exact: NonNullable<RegularisationRequest['exact']> = {
  family: 'line', derivatives: () => ({ relative: [[3, 0], [-3, 0], [0, 0.001]].map((row) => Float64Array.from(row)), log: [] }),
};
const run = (rule: RegularisationRule, more: Partial<RegularisationRequest> = {}) => regularise({
  problem, rule, result: { candidate: [0.6, 0.9], evaluation: evaluated([0.6, 0.9]) },
  simulate: async (candidates) => candidates.map((candidate): Evaluation => evaluated(candidate)), validate: async () => null, exact, ...more,
});

describe('regularisation', () => {
  it('takes back what the curves do not determine, at hardly a cost, and leaves what they do', async () => {
    const { path, chosen, derivatives } = await run(0.01);
    expect(derivatives).toBe('line');
    expect(path[chosen]!.error).toBeLessThanOrEqual(1.01 * least);
    expect(path[chosen]!.candidate[1]).toBeCloseTo(0.5, 2);
    // Minimum of e^2 + s e*^2 |u - u0|^2 by hand: 6 (a - 0.6) + s e*^2 (a - 0.5) = 0. The last point may be where the tolerance ends, on the way to it.
    const { candidate: [a], strength } = path.at(-2)!;
    const price = strength * least ** 2;
    expect(a).toBeCloseTo((6 * 0.6 + price * 0.5) / (6 + price), 6);
    expect(path.map((point) => point.distance)).toEqual(path.map((point) => point.distance).toSorted((one, other) => other - one));
  });

  it('goes as far as the validation error falls, and says when the result is best as it is', async () => {
    const bowl = async ([, b]: Candidate): Promise<number> => 0.1 + Math.abs(b! - 0.7);
    const { path, chosen } = await run('validation', { validate: bowl });
    const validations = path.map(({ validation }) => validation!);
    expect(validations[chosen]).toBe(Math.min(...validations));
    expect(chosen).toBeGreaterThan(0);
    expect((await run('validation', { validate: async ([, b]) => 1 - b! })).chosen).toBe(0);
  });

  it('takes differences where there are no exact derivatives, and counts them', async () => {
    const { exact: _, ...without } = { exact };
    const plain = await regularise({
      problem, rule: 0.01, result: { candidate: [0.6, 0.9], evaluation: evaluated([0.6, 0.9]) },
      simulate: async (candidates) => candidates.map((candidate): Evaluation => evaluated(candidate)), validate: async () => null, ...without,
    });
    const known = await run(0.01);
    expect(plain.derivatives).toBeNull();
    expect(plain.simulations).toBeGreaterThan(known.simulations);
    expect(plain.path[plain.chosen]!.candidate[1]).toBeCloseTo(known.path[known.chosen]!.candidate[1]!, 6);
  });

  it('stays where every step fails', async () => {
    const { path, chosen } = await run(0.5, { simulate: async (candidates) => candidates.map((): Evaluation => ({ ok: false, failure: { code: 'X', message: 'x' } })) });
    expect([path.length, chosen]).toEqual([1, 0]);
  });
});

describe('a regularised result', () => {
  /** `y = a + b x` with truth 1 and 2, begun at 5 and 0; the search finds a place beside the truth. */
  const result = (constraints: readonly string[]) => {
    const task = { ...lineTask(), constraints };
    return extract({
      task, session: lineSession(task), simulator: 'line', budget: 5, seed: 1, regularise: 20,
      optimizer: { name: 'knows', optimize: async (_, context) => { await context.simulate([[1.05, 1.98]]); } },
    });
  };

  it('is the point chosen, with its own errors, and keeps constraints', async () => {
    const free = await result([]);
    expect(free.regularisation!.chosen).toBeGreaterThan(0);
    expect(free.parameters['b']).toBeLessThan(1.95);
    expect(free.final.train.relativeRms).toBeCloseTo(free.regularisation!.path[free.regularisation!.chosen]!.error, 12);
    // Between the start and the search's place lies what is forbidden.
    const bound = await result(['b < 0.5 or b > 1.95']);
    expect(bound.parameters['b']).toBeGreaterThan(1.95);
    const judged = await result(['relative_rms < 10 and (b < 0.5 or b > 1.95 or relative_rms > 0.9)']);
    expect(judged.parameters['b']).toBeGreaterThan(1.95);
  });

  it('is refused before anything is simulated where validation is to decide and there is none', async () => {
    const task = lineTask();
    const bare = { ...task, curves: task.curves.filter(({ split }) => split === 'train') };
    await expect(extract({ task: bare, session: lineSession(bare), simulator: 'line', budget: 5, seed: 1, regularise: 'validation', optimizer: { name: 'none', optimize: async () => undefined } }))
      .rejects.toMatchObject({ code: 'EXTRACTION_REGULARISATION' });
  });
});
