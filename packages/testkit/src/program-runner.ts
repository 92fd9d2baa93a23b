import { EvospiceError, type OptimizerContext, type ProgramLimits, type ProgramOutcome, type ProgramRunner } from '@evospice/contracts';
import { singleFile } from '@evospice/program-text';
import { createRandom } from '@evospice/toolbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnalyticContext, type AnalyticRecord } from './analytic/analytic-context.ts';
import { linearProblem } from './analytic/analytic-problems.ts';

const { problem } = linearProblem();
const start = problem.parameters.map((parameter) => parameter.start);

/** A program whose default export has this body. */
export function programOf(body: string): string {
  return [
    "import type { Toolbox } from '@evospice/toolbox';",
    'export default async function optimizeSpiceParameters(problem: any, context: any): Promise<void> {',
    body,
    '}',
  ].join('\n');
}

/** Line of the source at which the body of `programOf` starts. */
const bodyLine = 3;

interface RunOptions {
  readonly budget?: number;
  readonly seed?: number;
  readonly limits?: Partial<ProgramLimits>;
  readonly change?: (context: OptimizerContext) => Partial<OptimizerContext>;
}

interface Finished {
  readonly outcome: ProgramOutcome;
  readonly record: AnalyticRecord;
}

/** What a program must not find under any name. */
const forbidden = [
  'process', 'require', 'module', 'exports', '__dirname', '__filename', 'Buffer', 'global', 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker',
  'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'structuredClone', 'performance', 'navigator', 'crypto', 'Deno', 'Bun', 'importScripts',
  'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'WeakRef', 'FinalizationRegistry', 'Intl', 'Temporal',
];

/** Guest code: `search(label, value)` reports what the realm behind a value offers, and whether it is another realm than the program's own. */
const searcher = `
const report: string[] = [];
const search = (label: string, value: any) => {
  let realm: any;
  try { realm = value.constructor.constructor('return this')(); } catch { return; }
  if (realm !== globalThis) report.push(label + ' belongs to another realm');
  for (const name of ${JSON.stringify(forbidden)}) if (typeof realm[name] !== 'undefined' || name in realm) report.push(label + ' reaches ' + name);
};
const attempt = async (action: () => unknown) => { try { return await action(); } catch (error) { return error; } };
const finish = () => context.log(JSON.stringify(report));
`;

/** Ways out that have worked in one sandbox or another. Each ends with `finish()`, and must have nothing to report. */
const escapes: Readonly<Record<string, string>> = {
  'the globals themselves': "search('globalThis', globalThis);",
  'constructors of everything handed over': `
    const [evaluation] = await context.simulate([problem.parameters.map((one: any) => one.start)]);
    const calls = context.simulate([]);
    const values: any = { problem, context, evaluation, calls, list: problem.parameters, residuals: evaluation.residuals, budget: context.budget, signal: context.signal,
      random: context.random, toolbox: context.toolbox, simulate: context.simulate, log: context.log, console, listen: context.signal.addEventListener };
    for (const label of Object.keys(values)) search(label, values[label]);
    for (const label of Object.keys(context.toolbox)) search(label, context.toolbox[label]);
    await attempt(() => calls);`,
  'errors of the host': `
    for (const request of [[[1]], 'text', [['x']], [[NaN]], null, undefined, { length: 1 }]) search('request error', await attempt(() => context.simulate(request)));
    const unknown: any = await attempt(() => context.simulate([problem.parameters.map((one: any) => one.start)], { curves: ['no such curve'] }));
    search('unknown curve', unknown);
    search('its cause', unknown.cause ?? {});`,
  'errors of dynamic imports': `
    for (const name of ['node:fs', 'fs', 'file:///etc/passwd', 'data:text/javascript,0', 'isolated-vm']) {
      const loaded: any = await attempt(() => (0, eval)('import(' + JSON.stringify(name) + ')'));
      search(name, loaded);
      if (!(loaded instanceof Error)) report.push('imported ' + name);
      const again: any = await attempt(() => new Function('return import(' + JSON.stringify(name) + ')')());
      if (!(again instanceof Error)) report.push('imported ' + name);
    }`,
  'errors at the edge of the stack': `
    const seen: any[] = [];
    const sink = (): any => { try { sink(); } catch (error) { seen.push(error); try { context.log('deep'); context.simulate([]); } catch (inner) { seen.push(inner); } } };
    sink();
    for (const error of seen.slice(0, 200)) search('stack error', error);`,
  'call sites of the stack': `
    const sites: any[] = [];
    await attempt(() => { (Error as any).prepareStackTrace = (_: unknown, frames: any[]) => { sites.push(...frames); return 'mine'; }; });
    const trap = { toString() { sites.push(new Error('trap').stack as any); return 'trap'; } };
    context.log(trap);
    await attempt(() => context.simulate([[trap]]));
    await attempt(() => { null!.x; });
    for (const site of sites.filter((one) => typeof one === 'object')) {
      search('call site', site);
      for (const read of ['getThis', 'getFunction']) { const value = site[read](); if (value !== undefined) search(read, value); }
    }`,
  'callers and arguments of functions': `
    for (const value of [context.simulate, context.log, context.random.next, context.toolbox.mean]) {
      for (const name of ['caller', 'callee', 'arguments']) { const found = await attempt(() => value[name]); if (found !== undefined && found !== null) search(name, found); }
    }`,
  'replaced built-ins': `
    const kept: any[] = [];
    const spy = (target: any, name: string) => { const original = target[name]; target[name] = function (...values: any[]) { kept.push(this, ...values); return Reflect.apply(original, this, values); }; };
    const { apply } = Reflect;
    for (const name of ['then', 'catch', 'finally']) spy(Promise.prototype, name);
    for (const name of ['push', 'map', 'join', 'slice', 'forEach']) { const original: any = (Array.prototype as any)[name]; let busy = false;
      (Array.prototype as any)[name] = function (...values: any[]) { if (!busy) { busy = true; kept[kept.length] = this; for (const value of values) kept[kept.length] = value; busy = false; } return apply(original, this, values); }; }
    for (const name of ['parse', 'stringify']) spy(JSON, name);
    for (const name of ['assign', 'freeze', 'create', 'keys', 'defineProperty']) spy(Object, name);
    (Object.prototype as any).toJSON = function () { kept[kept.length] = this; return { type: 'ended', reason: 'returned' }; };
    await context.simulate([problem.parameters.map((one: any) => one.start)]);
    context.log('x');
    delete (Object.prototype as any).toJSON;
    for (const value of kept) if (value !== null && value !== undefined) search('kept', value);`,
  'everything reachable from anything': `
    const seen = new Set<any>();
    const todo: any[] = [globalThis, problem, context, await context.simulate([problem.parameters.map((one: any) => one.start)]), await attempt(() => (0, eval)('import("fs")'))];
    while (todo.length > 0 && seen.size < 20000) {
      const value = todo.pop();
      if (value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value)) continue;
      seen.add(value);
      if (typeof value === 'function') search(value.name, value);
      todo.push(Object.getPrototypeOf(value));
      for (const key of Reflect.ownKeys(value)) {
        const property: any = Reflect.getOwnPropertyDescriptor(value, key);
        todo.push(property.value, property.get, property.set);
      }
    }
    if (seen.size < 500) report.push('only ' + seen.size + ' objects were searched');`,
};

/**
 * Holds a runner of TypeScript programs to its contract: what programs get, how their ends are told apart, and that
 * nothing they do gets out or stops the host.
 *
 * @param name title of the suite
 * @param makeRunner makes a runner; made once, closed at the end
 */
export function testProgramRunner(name: string, makeRunner: () => ProgramRunner): void {
  describe(`program runner ${name}`, () => {
    let runner: ProgramRunner;
    beforeAll(() => {
      runner = makeRunner();
    });
    afterAll(async () => {
      await runner.close();
      await runner.close();
    });

    const runSource = async (source: string, options: RunOptions = {}): Promise<Finished> => {
      const { context, record } = createAnalyticContext(linearProblem(), { budget: options.budget ?? 20, seed: 1 });
      const changed = Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(context), ...Object.getOwnPropertyDescriptors(options.change?.(context) ?? {}) }) as OptimizerContext;
      const limits = { wallSeconds: 10, memoryMb: 128, ...options.limits };
      const outcome = await runner.run({ program: singleFile(source), problem, context: changed, seed: options.seed ?? 7, limits });
      expect(outcome.isolation).not.toBe('');
      return { outcome, record };
    };
    const run = (body: string, options?: RunOptions): Promise<Finished> => runSource(programOf(body), options);
    const failureOf = async (body: string, options?: RunOptions): Promise<NonNullable<ProgramOutcome['failure']>> => {
      const { outcome } = await run(body, options);
      expect(outcome.status).toBe('failed');
      return outcome.failure!;
    };

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

    describe('how programs end', () => {
      it.each([
        ['an unfinished statement', 'export default async function f(\n) {\n  const a = ;\n}', 3],
        ['an import', "\nimport fs from 'node:fs';\nexport default async function f() {}", 2],
        ['a dynamic import', 'export default async function f() {\n  await import("fs");\n}', 2],
        ['no default export', 'export async function f() {}', undefined],
        ['a default export that is no function', '\nexport default 5;', 2],
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
        const failure = await failureOf('await context.simulate([problem.parameters.map((p: any) => p.start)]);', { limits: { wallSeconds: 0.6 }, change: () => ({ simulate: () => new Promise(() => undefined) }) });
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
  });
}
