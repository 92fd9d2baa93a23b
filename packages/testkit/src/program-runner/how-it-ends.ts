import { EvospiceError } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { bodyLine, type ProgramHarness } from './harness.ts';

/** How ends of programs are told apart. */
export function describeEnds({ runSource, failureOf }: ProgramHarness): void {
  describe('how programs end', () => {
    it.each([
      ['an unfinished statement', 'export default async function f(\n) {\n  const a = ;\n}', 3],
      ['an import', "\nimport fs from 'node:fs';\nexport default async function f() {}", 2],
      ['a dynamic import', 'export default async function f() {\n  await import("fs");\n}', 2],
      ['no default export', 'export async function f() {}', undefined],
      ['a default export that is not a function', '\nexport default 5;', 2],
      ['an empty source', '', undefined],
    ])('PROGRAM_SYNTAX for %s', async (_, source, line) => {
      const { outcome, record } = await runSource(source);
      expect(outcome).toMatchObject({ status: 'failed', failure: { code: 'PROGRAM_SYNTAX' } });
      expect(outcome.failure?.line).toBe(line);
      expect(record.batches).toEqual([]);
    });

    it('PROGRAM_ERROR with the line of the program', async () => {
      expect(await failureOf('  const a: number = 1;\n\n  throw new TypeError("on purpose" + a);')).toMatchObject({ code: 'PROGRAM_ERROR', message: 'TypeError: on purpose1', line: bodyLine + 2 });
      expect(await failureOf('context.log("late");\nawait context.simulate([problem.parameters.map((p: any) => p.start)]);\nproblem.nothing.at.all;')).toMatchObject({ code: 'PROGRAM_ERROR', line: bodyLine + 2 });
    });

    it.each([
      ['a text', 'throw "plain text";', /plain text/],
      ['nothing', 'throw undefined;', /undefined/],
      ['null', 'throw null;', /null/],
      ['an object without prototype', 'throw Object.create(null);', /./],
      ['an object whose getters throw', 'throw { get message() { throw 1; }, get name() { throw 2; }, get stack() { throw 3; }, toString() { throw 4; } };', /./],
      ['a proxy that throws', 'throw new Proxy({}, { get() { throw new Error("trap"); }, getPrototypeOf() { throw new Error("trap"); } });', /./],
      ['a symbol', 'throw Symbol("mark");', /mark/],
      ['megabytes', 'throw new Error("y".repeat(5e6));', /^y+…?$/],
    ])('PROGRAM_ERROR for throwing %s', async (_, body, message) => {
      const failure = await failureOf(body);
      expect(failure.code).toBe('PROGRAM_ERROR');
      expect(failure.message).toMatch(message);
      expect(failure.message.length).toBeLessThan(5000);
    });

    it('PROGRAM_ERROR for endless recursion', async () => {
      expect(await failureOf('const f = (): number => f() + 1; f();')).toMatchObject({ code: 'PROGRAM_ERROR', line: bodyLine });
    });

    it('PROGRAM_ERROR for waiting on what never comes, long before the deadline', async () => {
      expect(await failureOf('await new Promise(() => {});', { limits: { wallSeconds: 60 } })).toMatchObject({ code: 'PROGRAM_ERROR' });
      expect(await failureOf('await context.simulate([problem.parameters.map((p: any) => p.start)]); await new Promise(() => {});', { limits: { wallSeconds: 60 } })).toMatchObject({ code: 'PROGRAM_ERROR' });
    });

    it.each([
      ['a loop', 'for (;;);'],
      ['a loop of promises', 'for (;;) await null;'],
      ['a regular expression', '/^(a+)+$/.test("a".repeat(64) + "b");'],
      ['a getter of what it throws', 'throw { get message() { for (;;); } };'],
      ['a loop after the budget', 'try { for (;;) await context.simulate([problem.parameters.map((p: any) => p.start)]); } catch { for (;;); }'],
    ])('PROGRAM_DEADLINE for %s that does not end', async (_, body) => {
      expect(await failureOf(body, { limits: { wallSeconds: 0.6 } })).toMatchObject({ code: 'PROGRAM_DEADLINE' });
    });

    it('PROGRAM_DEADLINE for a loop outside the function', async () => {
      const { outcome } = await runSource('for (;;);\nexport default async function f() {}', { limits: { wallSeconds: 0.6 } });
      expect(outcome.failure?.code).toBe('PROGRAM_DEADLINE');
    });

    it('PROGRAM_DEADLINE while a simulation hangs', async () => {
      const failure = await failureOf('await context.simulate([problem.parameters.map((p: any) => p.start)]);', { limits: { wallSeconds: 0.2 }, change: () => ({ simulate: () => new Promise(() => undefined) }) });
      expect(failure.code).toBe('PROGRAM_DEADLINE');
    });

    it.each([
      ['arrays', 'const kept: any[] = []; for (;;) kept.push(new Array(1000).fill(1.5));'],
      ['buffers', 'const kept: any[] = []; for (;;) kept.push(new Float64Array(1e6).fill(1));'],
      ['one huge array', 'const kept = new Array(2e8).fill({}); context.log(kept.length);'],
      ['texts', 'const kept: string[] = []; for (let i = 0; ; i++) kept.push(("text" + i).padEnd(1000, "z"));'],
      ['a map', 'const kept = new Map(); for (let i = 0; ; i++) kept.set(i, i);'],
      ['closures of promises', 'const kept: any[] = []; for (;;) { kept.push(Promise.resolve(kept.length)); await null; }'],
    ])('PROGRAM_MEMORY for %s without end', async (_, body) => {
      expect(await failureOf(body, { limits: { memoryMb: 64, wallSeconds: 25 } })).toMatchObject({ code: 'PROGRAM_MEMORY' });
    });

    it('PROGRAM_ABUSE for a flood of calls', async () => {
      const one = 'context.simulate([problem.parameters.map((p: any) => p.start)])';
      for (const budget of [3, 1e9]) expect(await failureOf(`for (;;) ${one};`, { budget })).toMatchObject({ code: 'PROGRAM_ABUSE' });
      expect(await failureOf(`for (;;) { ${one}.catch(() => {}); await null; }`, { budget: 1e9 })).toMatchObject({ code: 'PROGRAM_ABUSE' });
      expect(await failureOf('for (;;) { try { await context.simulate([]); } catch {} }', { budget: 1e9, limits: { wallSeconds: 25 } })).toMatchObject({ code: 'PROGRAM_ABUSE' });
    });

    it('PROGRAM_CANCELLED when the signal fires, before or during the run', async () => {
      const during = new AbortController();
      setTimeout(() => during.abort(), 300);
      expect(await failureOf('for (;;) await null;', { change: () => ({ signal: during.signal }) })).toMatchObject({ code: 'PROGRAM_CANCELLED' });
      expect(await failureOf('for (;;) await null;', { change: () => ({ signal: AbortSignal.abort() }) })).toMatchObject({ code: 'PROGRAM_CANCELLED' });
      const hanging = new AbortController();
      const failure = await failureOf('await context.simulate([problem.parameters.map((p: any) => p.start)]);', {
        change: () => ({ signal: hanging.signal, simulate: async () => { hanging.abort(); throw new EvospiceError('EXTRACTION_CANCELLED', 'cancelled'); } }),
      });
      expect(failure.code).toBe('PROGRAM_CANCELLED');
    });
  });
}
