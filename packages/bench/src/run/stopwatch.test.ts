import type { BudgetView, ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { expect, it } from 'vitest';
import { Stopwatch } from './stopwatch.ts';

const problem = {} as ExtractionProblem;

/** A clock that stands still until it is moved. */
function handClock() {
  let ms = 1000;
  return { now: () => ms, advance: (by: number) => { ms += by; } };
}

function contextWith(simulate: OptimizerContext['simulate'], budget: BudgetView = { allowed: 9, spent: 0, remaining: 9 }): OptimizerContext {
  return { simulate, budget, signal: new AbortController().signal, log: () => undefined } as unknown as OptimizerContext;
}

it('tells the time inside simulations from the optimizer’s own, also when requests overlap', async () => {
  const clock = handClock();
  const context = contextWith(async () => { clock.advance(300); return []; });
  const watch = new Stopwatch({
    name: 'o',
    async optimize(_, { simulate }) {
      clock.advance(20);
      await simulate([]);
      clock.advance(5);
      await Promise.all([simulate([]), simulate([])]);
    },
  }, { clock, cpu: clock.now });
  await watch.optimize(problem, context);
  expect(watch.seconds).toEqual({ wall: 0.925, own: 0.025 });
});

it('counts CPU time, not what passes on the wall, and what was done in another process', async () => {
  const clock = handClock();
  let told = 0;
  const context: OptimizerContext = { ...contextWith(async () => []), workedElsewhere: (seconds) => { told += seconds; } };
  const watch = new Stopwatch({
    name: 'o',
    async optimize(_, { simulate, workedElsewhere }) {
      clock.advance(5000);
      await simulate([]);
      workedElsewhere?.(0.25);
    },
  }, { clock, cpu: () => clock.now() / 100 });
  await watch.optimize(problem, context);
  expect(watch.seconds).toEqual({ wall: 5, own: expect.closeTo(0.3, 9) });
  expect(told).toBe(0.25);
});

it('hands everything on as it is', async () => {
  const clock = handClock();
  const seen: unknown[] = [];
  const differentiate = (): undefined => undefined;
  const context = { ...contextWith(async (...given) => { seen.push(given); return ['answer'] as never; }), differentiate };
  const watch = new Stopwatch({
    name: 'o',
    async optimize(given, inner) {
      expect(given).toBe(problem);
      expect(await inner.simulate([[1]], { curves: ['c'] })).toEqual(['answer']);
      expect(inner.budget).toBe(context.budget);
      expect(inner.signal).toBe(context.signal);
      expect(inner.differentiate).toBe(differentiate);
    },
  }, { clock });
  await watch.optimize(problem, context);
  expect(seen).toEqual([[[[1]], { curves: ['c'] }]]);
  expect(watch.name).toBe('o');
});

it('refuses simulations after the time limit, and keeps time of an optimizer that throws', async () => {
  const clock = handClock();
  let simulated = 0;
  const context = contextWith(async () => { simulated += 1; clock.advance(700); return []; });
  const watch = new Stopwatch({ name: 'o', async optimize(_, { simulate }) { for (;;) await simulate([]); } }, { clock, limitSeconds: 2 });
  await expect(watch.optimize(problem, context)).rejects.toMatchObject({ code: 'BENCH_TIME_LIMIT', received: 2.1 });
  expect(simulated).toBe(3);
  expect(watch.seconds.wall).toBeCloseTo(2.1, 9);
});
