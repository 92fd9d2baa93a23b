import { createRandom } from '@evospice/toolbox';
import { describe, expect, it } from 'vitest';
import { problem, type ProgramHarness, start } from './harness.ts';

/** What an optimizer program gets. */
export function describeGifts({ run }: ProgramHarness): void {
  describe('what a program gets', () => {
    it('the problem, candidates simulated in order, and a budget that follows', async () => {
      const { outcome, record } = await run(`
        const text = JSON.stringify(problem);
        for (let from = 0; from < text.length; from += 400) context.log(text.slice(from, from + 400));
        context.log('end');
        const other: number[] = problem.parameters.map((one: any) => one.lower);
        const evaluations = await context.simulate([problem.parameters.map((one: any) => one.start), new Float64Array(other)]);
        context.log(JSON.stringify(evaluations.map((one: any) => one.error)));
        context.log(JSON.stringify(context.budget));
        context.log(context.signal.aborted);`);
      expect(outcome).toMatchObject({ status: 'completed' });
      expect(outcome.failure).toBeUndefined();
      const end = outcome.log.indexOf('end');
      expect(outcome.log.slice(0, end).join('')).toBe(JSON.stringify(problem));
      expect(record.candidates).toEqual([start, problem.parameters.map(({ lower }) => lower)]);
      expect(JSON.parse(outcome.log[end + 1]!)).toEqual(record.errors);
      expect(outcome.log.slice(end + 2)).toEqual(['{"allowed":20,"spent":2,"remaining":18}', 'false']);
    });

    it('simulates a subset of the curves', async () => {
      const { outcome } = await run('const [one] = await context.simulate([problem.parameters.map((p: any) => p.start)], { curves: [problem.curves[0].id] }); context.log(one.full + " " + one.curves.length);');
      expect(outcome.log).toEqual([`${problem.curves.length === 1} 1`]);
    });

    it('the toolbox, and its generator with the seed given', async () => {
      const { outcome } = await run('context.log(context.random.next()); context.log(context.random.integer(0, 1e6)); context.log(context.toolbox.mean([1, 2, 6]));', { seed: 42 });
      const random = createRandom(42);
      expect(outcome.log).toEqual([String(random.next()), String(random.integer(0, 1e6)), '3']);
    });

    it('the same chance and the same clock for the same seed', async () => {
      const body = 'for (let i = 0; i < 5; i++) { await context.simulate([problem.parameters.map((p: any) => p.lower + Math.random() * (p.upper - p.lower) * context.random.next())]); context.log(Date.now() + " " + new Date() + " " + new (new Date(5) as any).constructor().getTime()); }';
      const [first, second, other] = [await run(body, { seed: 5 }), await run(body, { seed: 5 }), await run(body, { seed: 6 })];
      expect(first.record.candidates).toHaveLength(5);
      expect(second.record.candidates).toEqual(first.record.candidates);
      expect(other.record.candidates).not.toEqual(first.record.candidates);
      expect(other.outcome.log).toEqual(first.outcome.log);
      expect(new Set(first.outcome.log).size).toBe(1);
    });

    it('answers in order of its calls, however they overlap', async () => {
      let pause = 60;
      const { outcome } = await run(`
        const order: number[] = [];
        await Promise.all([1, 2, 3].map((n) => context.simulate([problem.parameters.map((p: any) => p.start)]).then(() => order.push(n))));
        context.log(order.join());`, {
        change: ({ simulate }) => ({ simulate: async (...request) => { await new Promise((resolve) => { setTimeout(resolve, pause -= 15); }); return simulate(...request); } }),
      });
      expect(outcome.log).toEqual(['1,2,3']);
    });

    it('runs of its own, side by side', async () => {
      const outcomes = await Promise.all([1, 2, 3].map((seed) => run('(globalThis as any).mark = ((globalThis as any).mark ?? 0) + 1; context.log((globalThis as any).mark + " " + context.random.next());', { seed })));
      expect(outcomes.map(({ outcome }) => outcome.log[0])).toEqual([1, 2, 3].map((seed) => `1 ${createRandom(seed).next()}`));
    });

    it('a log that is bounded', async () => {
      const { outcome } = await run('for (let i = 0; i < 1e5; i++) context.log("x".repeat(1e4)); console.log("x");');
      expect(outcome.status).toBe('completed');
      expect(outcome.log.length).toBeGreaterThan(10);
      expect(outcome.log.join('').length).toBeLessThan(1e6);
    });
  });
}
