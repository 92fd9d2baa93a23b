/** What a program must not find under any name. */
const forbidden = [
  'process', 'require', 'module', 'exports', '__dirname', '__filename', 'Buffer', 'global', 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker',
  'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'structuredClone', 'performance', 'navigator', 'crypto', 'Deno', 'Bun', 'importScripts',
  'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'WeakRef', 'FinalizationRegistry', 'Intl', 'Temporal',
];

/** Guest code: `search(label, value)` reports what the realm behind a value offers, and whether it is another realm than the program's own. */
export const searcher = `
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
export const escapes: Readonly<Record<string, string>> = {
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
