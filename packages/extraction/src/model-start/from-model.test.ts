import { EvospiceError, noCompactModels, type Candidate, type CompactCurves, type CompactModels, type ExtractionProblem, type Optimizer, type OptimizerContext, type Task } from '@evospice/contracts';
import { describe, expect, test } from 'vitest';
import { extract } from '../extract/extract.ts';
import { createProblem } from '../problem/create-problem.ts';
import { lineSession, lineTask } from '../line.fixture.ts';
import { coveredProblem, residualDerivatives } from './covered-problem.ts';
import { fromModel, type ModelStart } from './from-model.ts';

/** The line as a compact model with its derivatives, a little off; without an answer at the first point of curve 0, and without curve 1 if told. */
function lineModel(asked: ExtractionProblem, { covers = true, off = 0 } = {}): CompactCurves {
  const curvesOf = (ids?: readonly string[]): ExtractionProblem['curves'] => asked.curves.filter(({ id }) => ids?.includes(id) ?? true);
  const known = (id: string, point: number): boolean => (id === 'curve-0' ? point > 0 : covers);
  const predict: CompactCurves['predict'] = ([a, b], { curves } = {}) => {
    if (a! > 9.99) throw new EvospiceError('COMPACT_MODEL_VALUE', 'a is too large');
    return curvesOf(curves).map(({ id, x }) => [Float64Array.from(x, (at, point) => (known(id, point) ? a! + (b! + off) * at : Number.NaN))]);
  };
  return {
    family: 'line', unsupported: [{ parameter: 'bend', value: 2, reason: 'a line is straight' }], covered: [[true], [covers]], predict,
    differentiate: (candidate, request) => ({
      values: predict(candidate, request),
      jacobian: curvesOf(request?.curves).map(({ id, x }) => [Float64Array.from(x.flatMap((at, point) => (known(id, point) ? [1, at] : [Number.NaN, Number.NaN])))]),
    }),
  };
}

const models = (options?: { covers?: boolean; off?: number }): CompactModels => ({ without: [], ofProblem: (problem) => lineModel(problem, options) });

/** Gauss-Newton with the derivatives that it is given: lm in a few lines. */
async function newton(problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
  const { toolbox } = context;
  let at: Candidate = problem.parameters.map(({ start }) => start);
  for (let step = 0; step < 3; step++) {
    const [evaluation] = await context.simulate([at]);
    if (evaluation?.ok !== true) return;
    const jacobian = context.differentiate!(at)!.relative.map((row) => [...row]);
    at = toolbox.clipToBounds(problem.parameters, toolbox.addScaled(at, toolbox.leastSquares(jacobian, evaluation.residuals).solution, -1));
  }
}

/** Simulates its start, as most searches do, and keeps what it was given. */
function starting(seen: ExtractionProblem[]): Optimizer {
  return {
    name: 'starting',
    optimize: async (problem, context) => {
      seen.push(problem);
      await context.simulate([problem.parameters.map(({ start }) => start)]);
    },
  };
}

async function run(own: CompactModels, task: Task = lineTask()): Promise<{ result: Awaited<ReturnType<typeof extract>>; start: ModelStart | undefined; seen: ExtractionProblem[] }> {
  const seen: ExtractionProblem[] = [];
  let start: ModelStart | undefined;
  const optimizer = fromModel(starting(seen), (found) => (start = found));
  const result = await extract({ task, optimizer, session: lineSession(task), simulator: 'line', budget: 5, seed: 1, models: own, optimizers: { lm: newton } });
  return { result, start, seen };
}

describe('a search from the compact model', () => {
  test('begins at the minimum of the model, which is simulated once', async () => {
    const { result, start, seen } = await run(models());
    expect(start).toMatchObject({ family: 'line', points: 9, of: 10, without: ['bend = 2'], taken: true });
    expect(start!.error).toBeLessThan(1e-12);
    expect(start!.simulated).toBeCloseTo(0, 10);
    expect(seen[0]!.parameters.map(({ start: value }) => value)).toEqual([expect.closeTo(1, 9), expect.closeTo(2, 9)]);
    expect(seen[0]!.start).toMatchObject({ ok: true, full: true });
    expect(result).toMatchObject({ optimizer: 'starting-from-model', budget: { spent: 1 }, end: 'completed' });
    expect(result.log).toEqual([expect.stringMatching(/^lm with exact derivatives on the compact model line, without bend = 2, which has 9 of 10 scored points: error .+ evaluations of the model; simulated .+, where the search begins$/)]);
  });

  test('begins at the card where the minimum of the model is not better there', async () => {
    const { result, start, seen } = await run(models({ off: 8 }));
    expect(start).toMatchObject({ taken: false });
    expect(seen[0]!.parameters.map(({ start: value }) => value)).toEqual([5, 0]);
    expect(result.log[0]).toContain('so the search begins at the start card');
    expect(result.budget.spent).toBe(2);
  });

  test.each([
    ['no model covers the device', noCompactModels, /^no compact model covers line, the model of task line, so the search cannot start/],
    ['the model has nothing that is scored', { without: [], ofProblem: (problem: ExtractionProblem) => ({ ...lineModel(problem), predict: () => [] }) }, /^the compact model line has no scored point of task line/],
  ])('is refused by name where %s', async (_, own, message) => {
    const { result } = await run(own);
    expect(result).toMatchObject({ end: 'failed', failure: { code: 'OPTIMIZER_UNSUPPORTED', message: expect.stringMatching(message) }, budget: { spent: 0 } });
    expect(result.trajectory).toEqual([]);
  });
});

describe('derivatives of residuals', () => {
  test('are those of the points that the model has, with the weights of their curves', () => {
    const problem = createProblem(lineTask({ weights: [4, 1, 1] }));
    const { problem: covered, points } = coveredProblem(problem, lineModel(problem, { covers: false }))!;
    expect(points).toBe(3);
    const { relative, log } = residualDerivatives(covered, lineModel(problem, { covers: false }), [2, 3])!;
    // Points at x = 2, 3, 4 of y = 1 + 2 x, simulated as 2 + 3 x, weight 4.
    expect(relative.map((row) => [...row])).toEqual([2, 3, 4].map((x) => [expect.closeTo(2 / (1 + 2 * x), 12), expect.closeTo((2 * x) / (1 + 2 * x), 12)]));
    expect(log.map((row) => [...row])).toEqual([2, 3, 4].map((x) => [1, x].map((slope) => expect.closeTo((2 * slope) / ((2 + 3 * x) * Math.LN10), 12))));
    expect(residualDerivatives(covered, lineModel(problem), [9.995, 3])).toBeUndefined();
  });
});
