import { EvospiceError, type Json, type ProgramAnswer, type ProgramCall } from '@evospice/contracts';
import { singleFile } from '@evospice/program-text';
import { createRandom } from '@evospice/toolbox';
import { describe, expect, it } from 'vitest';
import { searcher } from './escapes.ts';
import type { ProgramHarness } from './harness.ts';

/** Calls of a function of a program: the same walls, but arguments go in, a value comes out, and the host answers questions. */
export function describeCalls({ runner }: ProgramHarness): void {
  const call = async (source: string, request: Partial<ProgramCall> = {}): Promise<ProgramAnswer> => {
    const limits = { wallSeconds: 10, memoryMb: 128, ...request.limits };
    const answer = await runner().call({ program: singleFile(source), arguments: [], seed: 7, ...request, limits });
    expect(answer.isolation).not.toBe('');
    return answer;
  };
  const valueOf = async (source: string, request?: Partial<ProgramCall>): Promise<Json> => {
    const answer = await call(source, request);
    return answer.status === 'completed' ? answer.value : expect.unreachable(JSON.stringify(answer.failure));
  };
  const failureOf = async (source: string, request?: Partial<ProgramCall>) => {
    const answer = await call(source, request);
    return answer.status === 'failed' ? answer.failure : expect.unreachable(JSON.stringify(answer.value));
  };

  describe('calls of a function', () => {
    it('hand over arguments and give back what it returned, typed arrays as arrays', async () => {
      expect(await valueOf('export default (a: number, b: { c: string }) => ({ sum: a + 1, text: b.c, list: new Float64Array([0.1, 2]) });', { arguments: [1, { c: 'x' }] }))
        .toEqual({ sum: 2, text: 'x', list: [0.1, 2] });
      expect(await valueOf('export default async () => { await null; };')).toBeNull();
      expect(await valueOf('export function pack(n: number) { return n; }\nexport default 3;', { function: 'pack', arguments: [4] })).toBe(4);
    });

    it('give the function chance by the seed, the toolbox and a log', async () => {
      const source = 'export default (context: any) => { context.log("said"); return [context.random.next(), context.toolbox.mean([1, 2, 6]), typeof context.call, typeof context.simulate]; };';
      const answer = await call(source, { seed: 42 });
      expect(answer).toMatchObject({ status: 'completed', value: [createRandom(42).next(), 3, 'undefined', 'undefined'], log: ['said'] });
      expect(await valueOf('export default () => Math.random();', { seed: 5 })).toBe(await valueOf('export default () => Math.random();', { seed: 5 }));
    });

    it('let the function ask the host, one question after another', async () => {
      let pause = 40;
      const host = async (name: string, payload: Json): Promise<Json> => {
        await new Promise((resolve) => { setTimeout(resolve, pause -= 15); });
        if (name === 'refuse') throw new EvospiceError('NOT_NOW', 'later');
        return { name, payload };
      };
      const source = `export default async (context: any) => {
        const order: number[] = [];
        await Promise.all([1, 2].map((n) => context.call('add', [n]).then(() => order.push(n))));
        const refused = await context.call('refuse').catch((error: any) => error.code);
        return [order, refused, await context.call('last', { deep: new Float64Array(2) })];
      };`;
      expect(await valueOf(source, { host })).toEqual([[1, 2], 'NOT_NOW', { name: 'last', payload: { deep: [0, 0] } }]);
      const broken = new Error('the host is broken');
      await expect(call('export default (context: any) => context.call("x");', { host: () => Promise.reject(broken) })).rejects.toBe(broken);
    });

    it('run programs of several files', async () => {
      const files = {
        'main.ts': "import { half } from './lib/half.ts';\nexport default (n: number) => half(n);",
        'lib/half.ts': 'export const half = (n: number): number => {\n  if (n < 0) throw new Error("negative");\n  return n / 2;\n};',
      };
      expect(await valueOf('', { program: { entry: 'main.ts', files }, arguments: [5] })).toBe(2.5);
      expect(await failureOf('', { program: { entry: 'main.ts', files }, arguments: [-5] })).toEqual({ code: 'PROGRAM_ERROR', message: 'negative', file: 'lib/half.ts', line: 2 });
      const outside = { ...files, 'lib/half.ts': "export { half } from '../../half.ts';" };
      expect(await failureOf('', { program: { entry: 'main.ts', files: outside } })).toMatchObject({ code: 'PROGRAM_SYNTAX', file: 'lib/half.ts', line: 1 });
      expect(await failureOf('', { program: { entry: 'main.ts', files: { ...files, '../out.ts': '' } } })).toMatchObject({ code: 'PROGRAM_FILES' });
    });

    it.each([
      ['PROGRAM_SYNTAX', 'a function that is not there', 'export const other = 1;'],
      ['PROGRAM_SYNTAX', 'an export that is not a function', 'export default 5;'],
      ['PROGRAM_SYNTAX', 'an import', "import fs from 'node:fs';\nexport default () => fs;"],
      ['PROGRAM_ERROR', 'a number that is not finite', 'export default () => ({ score: 1 / 0 });'],
      ['PROGRAM_ERROR', 'a value that is not JSON', 'export default () => () => 1;'],
      ['PROGRAM_ERROR', 'a large integer', 'export default () => 1n;'],
      ['PROGRAM_ERROR', 'a circle', 'export default () => { const a: any = {}; a.a = a; return a; };'],
      ['PROGRAM_ERROR', 'megabytes', 'export default () => "x".repeat(3e6);'],
      ['PROGRAM_ERROR', 'waiting for what never comes', 'export default () => new Promise(() => {});'],
      ['PROGRAM_DEADLINE', 'a loop', 'export default () => { for (;;); };'],
      ['PROGRAM_DEADLINE', 'a loop while the value is written', 'export default () => ({ toJSON() { for (;;); } });'],
      ['PROGRAM_MEMORY', 'arrays without end', 'export default () => { const kept: any[] = []; for (;;) kept.push(new Array(1000).fill(1.5)); };'],
    ])('%s for %s', async (code, _, source) => {
      const wallSeconds = code === 'PROGRAM_DEADLINE' ? 0.6 : 25;
      expect(await failureOf(source, { limits: { wallSeconds, memoryMb: 64 } })).toMatchObject({ code });
    });

    it('PROGRAM_ABUSE for a flood of questions, answered or not', { timeout: 90_000 }, async () => {
      const host = (): Promise<Json> => Promise.resolve(null);
      expect(await failureOf('export default (context: any) => { for (;;) context.call("x"); };', { host })).toMatchObject({ code: 'PROGRAM_ABUSE' });
      expect(await failureOf('export default async (context: any) => { for (;;) await context.call("x"); };', { host, limits: { wallSeconds: 60, memoryMb: 128 } })).toMatchObject({ code: 'PROGRAM_ABUSE' });
    });

    it('PROGRAM_CANCELLED when the signal fires', async () => {
      expect(await failureOf('export default () => 1;', { signal: AbortSignal.abort() })).toMatchObject({ code: 'PROGRAM_CANCELLED' });
      expect(await failureOf('export default async () => { for (;;) await null; };', { signal: AbortSignal.timeout(300) })).toMatchObject({ code: 'PROGRAM_CANCELLED' });
    });

    it('let nothing out of the isolate', async () => {
      const source = `export default async (given: any, context: any) => {
        ${searcher}
        const asked = context.call('x');
        for (const [label, value] of Object.entries({ globalThis, given, context, asked, call: context.call, answer: await asked, random: context.random })) search(label, value);
        const refused = await attempt(() => context.call(1));
        search('refused', refused);
        return report;
      };`;
      expect(await valueOf(source, { arguments: [{ a: [1] }], host: () => Promise.resolve({ b: 2 }) })).toEqual([]);
      const polluting = 'export default () => JSON.parse(\'{"__proto__": {"polluted": "yes"}, "constructor": {"prototype": {"polluted": "yes"}}}\');';
      await valueOf(polluting);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    });
  });
}
