import { describe, expect, it } from 'vitest';
import { type ProgramHarness, start } from './harness.ts';

/** What happens when the budget is gone. */
export function describeSpentBudget({ run }: ProgramHarness): void {
  describe('when the budget is gone', () => {
    const one = 'await context.simulate([problem.parameters.map((p: any) => p.start)]);';
    it.each([
      ['lets the error through', `for (;;) ${one}`],
      ['wraps the error', `try { for (;;) ${one} } catch (error) { throw new TypeError('wrapped', { cause: error }); }`],
      ['throws something else', `try { for (;;) ${one} } catch (error: any) { throw error.code; }`],
      ['returns', `try { for (;;) ${one} } catch {}`],
      ['goes on calling for ever', `for (;;) try { ${one} } catch {}`],
      ['waits for ever', `try { for (;;) ${one} } catch { await new Promise(() => {}); }`],
    ])('ends as budget a program that %s', async (_, body) => {
      const { outcome, record } = await run(body, { budget: 3 });
      expect(outcome).toMatchObject({ status: 'budget' });
      expect(outcome.failure).toBeUndefined();
      expect(record.candidates).toEqual([start, start, start]);
    });

    it('goes on with what the rest can still pay, however often the whole was refused', async () => {
      const { outcome, record } = await run(`
        const at = [problem.parameters.map((p: any) => p.start)];
        const cheap = problem.curves.reduce((a: any, b: any) => (a.budgetShare < b.budgetShare ? a : b));
        await context.simulate(at);
        for (let i = 0; i < 60; i++) try { await context.simulate(at); } catch {}
        await context.simulate(at, { curves: [cheap.id] });
        for (let i = 0; i < 60; i++) try { await context.simulate(at); } catch {}
        context.log('still here');`, { budget: 1.5 });
      expect(outcome).toMatchObject({ status: 'budget', log: ['still here'] });
      expect(record.candidates).toEqual([start, start]);
    });

    it('tells the program by the code, as it does for a request that makes no sense', async () => {
      const { outcome } = await run(`
        try { await context.simulate([[1, 2, 3, 4, 5, 6, 7]]); } catch (error: any) { context.log(error.code + ' ' + (error instanceof Error)); }
        try { await context.simulate([[NaN]]); } catch (error: any) { context.log(error.code); }
        try { for (;;) ${one} } catch (error: any) { context.log(error.code + ' ' + context.budget.remaining); }`, { budget: 2 });
      expect(outcome.log).toEqual(['EXTRACTION_REQUEST true', 'EXTRACTION_REQUEST', 'BUDGET_EXHAUSTED 0']);
      expect(outcome.status).toBe('budget');
    });
  });
}
