import { createRandom } from '@evospice/toolbox';
import { describe, expect, test } from 'vitest';
import { strategyBlocks, composeProgram, chooseBlocks } from '../index.ts';
import { parseProgram, type ParsedProgram } from './parse-program.ts';
import { programBlocks } from './program-blocks.ts';
import { settleBlocks } from './settle-blocks.ts';
import { undeclaredTypes, undeclaredValues } from './undeclared-names.ts';
import { childFault } from './verify-child.ts';

const entry = 'export default async function optimizeSpiceParameters(): Promise<void> {}';
const program = (inner: string): string => `// EVOLVE-BLOCK-START\n${inner}\n// EVOLVE-BLOCK-END\n${entry}\n`;
const parsed = (source: string): ParsedProgram => {
  const outcome = parseProgram(source);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.program;
};

describe('parsing', () => {
  test.each([
    ['a syntax error with its line', program('const a = ;'), 'line 2:'],
    ['a name declared twice', program('const a = 1; const a = 2;'), 'line 2:'],
    ['no default export', '// EVOLVE-BLOCK-START\n// EVOLVE-BLOCK-END\n', '0 default exports'],
    ['no markers', entry, '0 evolve blocks'],
    ['two start markers', `// EVOLVE-BLOCK-START\n${program('')}`, 'EVOLVE-BLOCK-START (2)'],
    ['markers in the wrong order', `// EVOLVE-BLOCK-END\n// EVOLVE-BLOCK-START\n${entry}\n`, 'do not come in pairs'],
  ])('%s is the reason given', (_, source, reason) => expect(parseProgram(source)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) }));

  test('a marker inside a string is not a marker', () => {
    expect(programBlocks(parsed(program("const text = '// EVOLVE-BLOCK-END';\n// STRATEGY: restart none\nconst after = text;")))).toMatchObject([{ kind: 'restart', name: 'none', declares: ['after'] }]);
  });
});

describe('undeclared names', () => {
  test('values: free names only, not those of parameters, catch clauses, patterns, labels, members or types', () => {
    const inner = `async function f(a: Foo, { b, c: [d] }: Bar, ...rest: number[]) {
      try { await g(a, b, d, rest); } catch (problem) { throw problem; }
      const use = (later: number) => later + hoisted() + Math.PI + missing;
      for (const [i, v] of [1].entries()) use(i + v);
      const { x = absent, ...others } = { x: 1, key: 2, use };
      label: for (;;) break label;
      class Local { #p = 1; get() { return this.#p; } }
      return [new Local().get(), others, typeof unknownToo, arguments.length, x, globalThis_.y];
    }
    function hoisted() { return f; }`;
    expect([...undeclaredValues(parsed(program(inner)))].sort()).toEqual(['absent', 'g', 'globalThis_', 'missing', 'unknownToo']);
  });

  test('types: those neither declared, imported, generic nor of the language', () => {
    const source = `import type { A } from 'somewhere';\ninterface B { readonly a: A }\ntype C<T> = readonly T[];\n${program('const x: C<B> = []; function f<U>(u: U, r: Record<string, Promise<Missing>>) { return [u, r, x]; }')}`;
    expect(undeclaredTypes(parsed(source))).toEqual(['Missing']);
  });
});

describe('settling blocks', () => {
  const seed = composeProgram(chooseBlocks({ residuals: 'metric', differences: 'forward', 'trust-scale': 'unit-cube', initialisation: 'start-card', 'local-search': 'levenberg-marquardt', restart: 'back-to-best', schedule: 'local-rounds' }));
  const settled = (source: string): readonly string[] => {
    const outcome = settleBlocks(source, strategyBlocks, createRandom(5));
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(undeclaredValues(outcome.program)).toEqual([]);
    return programBlocks(outcome.program).map(({ kind }) => kind).sort();
  };

  test('a settled program stays as it is', () => expect(settleBlocks(seed, strategyBlocks, createRandom(1))).toMatchObject({ ok: true, program: { source: seed } }));

  test('a call without its block gets one, with all that block calls', () => {
    const call = seed.replace('await restart(state);', 'await restart(state);\n    await globalSearch(state, 5);');
    expect(settled(call)).toEqual(expect.arrayContaining(['global-search', 'local-search', 'restart']));
  });

  test('a block that nothing calls any more goes, and with it what only it called', () => {
    const without = seed.replace(/await localSearch\(.*\);/, '');
    expect(settled(without)).toEqual(['initialisation', 'restart', 'schedule']);
  });
});

test('a child may not change its frame, be known, or use a name that its parent lacked', () => {
  const parent = parsed(program('const a = 1;'));
  expect(childFault(parent, parsed(`${program('const a = 2;')}// more\n`), [])).toContain('outside the evolve block');
  expect(childFault(parent, parsed(program('const a = 2;')), [program('const a = 2;')])).toContain('known already');
  expect(childFault(parent, parsed(program('const a = nowhere;')), [])).toBe('it uses undeclared names: nowhere');
  expect(childFault(parent, parsed(program('const a = 2;')), [])).toBeUndefined();
});
