import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { singleFile } from '../text/program-text.ts';
import { programHash } from './program-hash.ts';

const treeHash = (source: string): string => programHash(singleFile(source));

const same = (a: string, b: string): void => expect(treeHash(a)).toBe(treeHash(b));
const different = (a: string, b: string): void => expect(treeHash(a)).not.toBe(treeHash(b));

describe('program hash', () => {
  it('is the SHA-256 of something', () => expect(treeHash('')).toMatch(/^[0-9a-f]{64}$/u));

  it.each([
    ['layout and comments', 'let a = 1; // one\nf(a)', '/* EVOLVE-BLOCK-START */\nlet a=1\n\n;f( a );'],
    ['names of locals', 'let step = 1; for (const x of y) step += x;', 'let s = 1; for (const q of y) s += q;'],
    ['names of functions and parameters', 'function go(n, ...r) { return n ? go(n - 1) : r; }', 'function run(k, ...t) { return k ? run(k - 1) : t; }'],
    ['names bound by patterns', 'const { a: [x = 1], ...rest } = o; f(x, rest)', 'const { a: [y = 1], ...others } = o; f(y, others)'],
    ['a shorthand property and the same written out', 'const a = 1; f({ a })', 'const b = 1; f({ a: b })'],
    ['a shorthand pattern and the same written out', 'const { a } = o; f(a)', 'const { a: b } = o; f(b)'],
    ['names of caught errors', 'try { f() } catch (e) { g(e) }', 'try { f() } catch (error) { g(error) }'],
    ['names of classes', 'class A { m() { return new A(); } } new A()', 'class B { m() { return new B(); } } new B()'],
    ['names of the default export', 'export default async function go(p) { await p; }', 'export default async function stop(q) { await q; }'],
    ['the spelling of numbers and strings', 'f(1000, 0.5, "x")', "f(1e3, .5, 'x')"],
    ['parentheses that change nothing', 'f((1 + 2) + 3)', 'f(1 + 2 + 3)'],
  ])('does not see %s', (_what, a, b) => same(a, b));

  it.each([
    ['a constant', 'f(1)', 'f(2)'],
    ['an operator', 'f(a + b)', 'f(a - b)'],
    ['which variable is used', 'const a = f(), b = f(); g(a)', 'const a = f(), b = f(); g(b)'],
    ['which scope a name belongs to', 'let a = 1; { let b = 2; f(a); }', 'let a = 1; { let a = 2; f(a); }'],
    ['a global’s name', 'Math.min(1)', 'Other.min(1)'],
    ['a global that a local hides', 'const x = 1; f(y)', 'const x = 1; f(x)'],
    ['a property’s name', 'const a = o; a.x', 'const a = o; a.y'],
    ['a shorthand property’s name', 'const a = 1; f({ a })', 'const b = 1; f({ b })'],
    ['a method’s name', 'class A { m() {} }', 'class A { n() {} }'],
    ['an exported name', 'const a = 1; export { a as x }', 'const a = 1; export { a as y }'],
    ['computed access', 'const a = 1; o[a]', 'const a = 1; o.a'],
    ['a regular expression', 'f(/a/u)', 'f(/b/u)'],
    ['a large integer', 'f(1n)', 'f(2n)'],
    ['a text', 'f(`a${b}`)', 'f(`c${b}`)'],
    ['await', 'await f()', 'f()'],
    ['let instead of const', 'let a = 1', 'const a = 1'],
    ['parentheses that matter', 'f(1 - (2 - 3))', 'f(1 - 2 - 3)'],
  ])('sees %s', (_what, a, b) => different(a, b));

  it('is the same for any renaming of locals', () => {
    const name = fc.stringMatching(/^[a-z]{6,9}Q$/u);
    fc.assert(fc.property(fc.uniqueArray(name, { minLength: 4, maxLength: 4 }), ([a, b, c, d]) => {
      const program = (p: string, q: string, r: string, s: string): string => `
        const ${p} = 3;
        export default async function ${q}(${r}, { simulate, budget: ${s} }) {
          for (let i = 0; i < ${p}; i += 1) { const ${p} = [i]; await simulate([${p}, ...${r}.start]); }
          return () => ${s}.remaining > ${p} && ${q}(${r}, { simulate });
        }`;
      same(program('one', 'two', 'three', 'four'), program(String(a), String(b), String(c), String(d)));
    }));
  });

  it('does not see types', () => {
    const typed = `import type { ExtractionProblem } from '@evospice/contracts';
      interface State { best: number }
      export default async function f(p: ExtractionProblem, c: any): Promise<void> { const x = p as any; await c.simulate([x!]); }`;
    expect(treeHash(typed)).toBe(treeHash('export default async function f(p, c) { const x = p; await c.simulate([x]); }'));
  });

  it.each(['const = 1', 'export default function (', 'let a: = 2', `export default async () => ${'('.repeat(5000)}1${')'.repeat(5000)}`])('compares by its text what does not parse: %s', (source) => {
    expect(treeHash(source)).toMatch(/^text:[0-9a-f]{64}$/u);
    expect(treeHash(source)).not.toBe(treeHash(`${source} `));
  });

  it('sees enums and parameter properties, which are more than types', () => {
    different('enum A { B }', 'enum A { C }');
    different('class A { constructor(private b: number) {} }', 'class A { constructor(b: number) {} }');
  });

  it('compares programs of other languages by their text', () => {
    expect(programHash(singleFile('x = 1', 'main.py'))).not.toBe(programHash(singleFile('x = 1  # one', 'main.py')));
  });

  it('counts the paths of several files and not that of a single one', () => {
    expect(programHash(singleFile('f(1)', 'a.ts'))).toBe(programHash(singleFile('f(1)', 'b.ts')));
    const two = { entry: 'a.ts', files: { 'a.ts': 'f(1)', 'b.ts': 'g(1)' } };
    expect(programHash(two)).toBe(programHash({ entry: 'a.ts', files: { 'b.ts': 'g( 1 ); // one', 'a.ts': 'f(1)' } }));
    expect(programHash(two)).not.toBe(programHash({ entry: 'a.ts', files: { 'a.ts': 'f(1)', 'c.ts': 'g(1)' } }));
    expect(programHash(two)).not.toBe(programHash({ ...two, entry: 'b.ts' }));
  });
});
