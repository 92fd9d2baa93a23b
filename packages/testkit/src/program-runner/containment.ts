import { describe, expect, it } from 'vitest';
import { escapes, searcher } from './escapes.ts';
import { type ProgramHarness, start } from './harness.ts';

/** What does not get out. */
export function describeContainment({ run }: ProgramHarness): void {
  describe('what does not get out', () => {
    it.each(Object.entries(escapes))('%s', async (_, body) => {
      const { outcome } = await run(`${searcher}${body}\nfinish();`);
      expect(outcome).toMatchObject({ status: 'completed' });
      expect(outcome.log.at(-1)).toBe('[]');
    });

    it('and the search for it finds what is there to be found', async () => {
      const { outcome } = await run(`${searcher}(globalThis as any).process = {};\nsearch('planted', {});\nfinish();`);
      expect(outcome.log.at(-1)).toBe('["planted reaches process"]');
    });

    it('pollutes no prototype of the host', async () => {
      const { outcome, record } = await run(`
        (Object.prototype as any).polluted = 'yes';
        (Array.prototype as any).polluted = 'yes';
        const candidate: any = problem.parameters.map((p: any) => p.start);
        candidate.__proto__.polluted = 'yes';
        await context.simulate(JSON.parse('[' + JSON.stringify(candidate) + ']'), JSON.parse('{"__proto__": {"polluted": "yes"}}'));
        throw JSON.parse('{"message": "m", "__proto__": {"polluted": "yes"}, "constructor": {"prototype": {"polluted": "yes"}}}');`);
      expect(outcome.failure).toMatchObject({ code: 'PROGRAM_ERROR', message: 'm' });
      expect(record.candidates).toEqual([start]);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      expect(([] as unknown as Record<string, unknown>)['polluted']).toBeUndefined();
      expect((outcome as unknown as Record<string, unknown>)['polluted']).toBeUndefined();
    });
  });
}
