import { EvospiceError } from '@evospice/contracts';
import * as fc from 'fast-check';
import { deepestNesting, largestSource, singleFile } from '@evospice/program-text';
import { describe, expect, it } from 'vitest';
import { checkProgram } from './check-program.ts';
import { prepareProgram } from './prepare-program.ts';

const fine = 'export default async function optimizeSpiceParameters(problem: Problem, context: Context): Promise<void> {}';

function javascriptOf(source: string): string {
  return prepareProgram(singleFile(source), 'optimizer').modules['program.ts']?.javascript ?? '';
}

function refusalOf(source: string): EvospiceError {
  try {
    prepareProgram(singleFile(source), 'optimizer');
  } catch (error) {
    if (EvospiceError.is(error, 'PROGRAM_SYNTAX')) return error;
    throw error;
  }
  throw new Error(`not refused: ${source.slice(0, 100)}`);
}

describe('static check of a program', () => {
  it.each([
    ['the usual form', fine, { name: 'optimizeSpiceParameters', line: 1, parameters: 2 }],
    ['a function without name', '\nexport default async function () {}', { name: null, line: 2, parameters: 0 }],
    ['an arrow', 'export default async (problem: any) => {}', { name: null, line: 1, parameters: 1 }],
    ['a name for a function', 'async function f(a, b) {}\nexport default f;', { name: 'f', line: 1, parameters: 2 }],
    ['a name for a constant', 'const f = (async (a, b) => {}) satisfies unknown;\nexport default f;', { name: 'f', line: 1, parameters: 2 }],
    ['helpers that are exported too', 'export const limit = 5;\nexport default async function f() {}', { name: 'f', line: 2, parameters: 0 }],
    ['type imports and exports', "import type { A } from 'a';\nimport { type B } from 'b';\nexport type { C } from 'c';\nexport default async function f() {}", { name: 'f', line: 4, parameters: 0 }],
    ['await in a nested function', 'const g = async () => { await 1; };\nexport default async function f() { await g(); }', { name: 'f', line: 2, parameters: 0 }],
  ])('accepts %s', (_, source, entry) => {
    expect(checkProgram(singleFile(source))).toEqual(entry);
  });

  it.each([
    ['an import', `import { a } from 'a';\n${fine}`, 1, /imports "a"/],
    ['an import for its effects', `import 'a';\n${fine}`, 1, /imports/],
    ['an import of a type and a value', `import { type A, b } from 'a';\n${fine}`, 1, /imports/],
    ['an export from elsewhere', `\nexport * from 'a';\n${fine}`, 2, /imports/],
    ['import()', `${fine}\nconst a = () => import('a');`, 2, /import\(\)/],
    ['import.meta', `${fine}\nconst a = import.meta.url;`, 2, /import\.meta/],
    ['a CommonJS import', `import a = require('a');\n${fine}`, 1, /CommonJS/],
    ['an enum', `${fine}\nenum A { B }`, 2, /enum/],
    ['a namespace', `${fine}\nnamespace A { export const b = 1; }`, 2, /namespaces/],
    ['a parameter property', `${fine}\nclass A {\n  constructor(private b: number) {} }`, 3, /parameter properties/],
    ['await at the top', `${fine}\nawait 1;`, 2, /await/],
    ['for await at the top', `${fine}\nfor await (const a of []) {}`, 2, /for await/],
    ['a function that is not async', '\nexport default function f() {}', 2, /not an async function/],
    ['a generator', 'export default async function* f() {}', 1, /not an async function/],
    ['three parameters', 'export default async function f(a, b, c) {}', 1, /3 parameters/],
    ['a class', 'export default class {}', 1, /not a function/],
    ['an unknown name', 'export default f;', 1, /./],
    ['no default export', 'export const f = async () => {};', undefined, /no default export/],
    ['two default exports', `${fine}\n${fine}`, 2, /./],
    ['broken syntax', `${fine}\n\nconst = 5;`, 3, /Unexpected token/],
    ['text', 'Here is the improved program:', 1, /./],
  ])('refuses %s, with its line', (_, source, line, message) => {
    const error = refusalOf(source);
    expect(error.line).toBe(line);
    expect(error.message).toMatch(message);
    expect(error.expected).toBeTruthy();
    expect(error.remedy).toBeTruthy();
  });

  it('refuses a source that is too long, and files that cannot be written to a folder', () => {
    const codeOf = (files: Readonly<Record<string, string>>): unknown => {
      try {
        return checkProgram({ entry: 'program.ts', files });
      } catch (error) {
        return EvospiceError.is(error) ? error.code : error;
      }
    };
    expect(codeOf({ 'program.ts': `${fine}//${'x'.repeat(largestSource)}` })).toBe('PROGRAM_FILES');
    expect(codeOf({ 'program.ts': fine, '../other.ts': '' })).toBe('PROGRAM_FILES');
  });

  // Each of these, unrefused, kills a native parser or spoils the type stripper of this process.
  const towers: readonly (readonly [string, (n: number) => string])[] = [
    ['parentheses', (n) => `x = ${'('.repeat(n)}1${')'.repeat(n)}`],
    ['arrays', (n) => `x = ${'['.repeat(n)}${']'.repeat(n)}`],
    ['arrows', (n) => `x = ${'a=>'.repeat(n)}1`],
    ['blocks', (n) => `${'{'.repeat(n)}${'}'.repeat(n)}`],
    ['conditions', (n) => `${'if(1)'.repeat(n)};`],
    ['negations', (n) => `x = ${'!'.repeat(n)}1`],
    ['sums', (n) => `x = ${'1+'.repeat(n)}1`],
    ['templates', (n) => `x = ${'`${'.repeat(n)}1${'}`'.repeat(n)}`],
    ['type arguments', (n) => `let x: ${'A<'.repeat(n)}1${'>'.repeat(n)}`],
    ['calls', (n) => `x = f${'()'.repeat(n)}`],
    ['assignments', (n) => `${'x='.repeat(n)}1`],
    ['ternaries', (n) => `x = ${'1?2:'.repeat(n)}3`],
  ];
  it.each(towers)('refuses towers of %s, and takes what lies below the limit', (_, tower) => {
    for (const height of [deepestNesting + 10, 3000, 15_000]) expect(refusalOf(`${fine}\n${tower(height)}`).code).toBe('PROGRAM_SYNTAX');
    // Two levels of syntax a storey at most, and a few around it.
    expect(javascriptOf(`let x, f;\n${fine}\n${tower(Math.floor(deepestNesting / 2) - 20).replace('let x', 'let y')}`)).toContain('async function');
  });

  it('answers any text with a program or PROGRAM_SYNTAX', () => {
    const fragment = fc.constantFrom('import', 'type', '{', '}', '(', ')', '<', '>', '=>', 'async', 'await', 'export', 'default', 'function', 'f', ':', '`', '${', '/', '*/', '/*', "'", '\n', '\u2028', '\u0000', '\ud800', '#', '@', 'x', '1', ';', '?', 'as', 'declare', 'enum');
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(fragment, { maxLength: 40 }).map((parts) => `${fine}\n${parts.join(' ')}`)), (source) => {
      try {
        prepareProgram(singleFile(source), 'optimizer');
      } catch (error) {
        expect(error).toMatchObject({ code: 'PROGRAM_SYNTAX' });
      }
    }), { numRuns: 500 });
    expect(javascriptOf(fine)).toContain('async function');
  });
});

describe('preparing a program', () => {
  it('keeps every statement on its line and leaves no type and no import', () => {
    const source = [
      "import type {", '  A,', "} from '@evospice/toolbox';", "import { type B } from 'b';", "export type { C } from 'c';", 'interface D { e: number }',
      '// EVOLVE-BLOCK-START', 'export default async function f(problem: A, context: B): Promise<void> {', '  const g = <T,>(h: T): T => h as T;', '  throw new Error(g("x")!);', '}', '// EVOLVE-BLOCK-END',
    ].join('\n');
    const javascript = javascriptOf(source);
    const lines = javascript.split('\n');
    expect(lines).toHaveLength(12);
    expect(lines.slice(0, 6).join('').trim()).toBe('');
    expect(lines[9]!.replaceAll(/\s/g, '')).toBe('thrownewError(g("x"));');
    expect(javascript).toContain('// EVOLVE-BLOCK-START');
    expect(javascript).not.toMatch(/import|interface|Promise/);
  });

  it('changes nothing of plain JavaScript', () => {
    const statement = fc.constantFrom('const a = 1;', 'let b = [1, 2].map((x) => x * 2);', 'for (let i = 0; i < 3; i++) { if (i) continue; }', 'const c = `${1 + 1}`;', '// a comment with import x from "y"', 'const d = /[/]import/.test("x");', '');
    fc.assert(fc.property(fc.array(statement, { maxLength: 20 }), (body) => {
      const source = `export default async function f() {\n${body.map((line) => `{ ${line}\n}`).join('\n')}\n}`;
      expect(javascriptOf(source)).toBe(source);
    }));
  });

  it('is done once for a program that comes again', () => {
    const program = singleFile(fine);
    expect(prepareProgram({ ...program }, 'optimizer')).toBe(prepareProgram(program, 'optimizer'));
  });
});

describe('programs of several files', () => {
  const files = {
    'main.ts': "import { half, type Size } from './lib/half.js';\nimport * as all from './lib/half';\nexport * from './more.ts';\nexport default async function f(size: Size) { return half(size) + all.half(1); }",
    'lib/half.ts': "import { two } from '../more.ts';\nexport type Size = number;\nexport const half = (size: Size): Size => size / two;",
    'more.ts': 'export const two: number = 2;',
    'notes.txt': 'import { a } from "nowhere" (not a module)',
  };

  it('import one another with ending, without it, or with that of the compiled file', () => {
    const { entry, modules } = prepareProgram({ entry: 'main.ts', files }, 'optimizer');
    expect(entry).toBe('main.ts');
    expect(Object.fromEntries(Object.entries(modules).map(([path, { imports }]) => [path, imports]))).toEqual({
      'main.ts': { './lib/half.js': 'lib/half.ts', './lib/half': 'lib/half.ts', './more.ts': 'more.ts' }, 'lib/half.ts': { '../more.ts': 'more.ts' }, 'more.ts': {},
    });
    expect(modules['lib/half.ts']?.javascript).not.toContain('Size');
  });

  it.each(['./missing.ts', '../more.ts', '../../etc/passwd.ts', '/more.ts', 'more.ts', './notes.txt', './__proto__', 'file:///more.ts'])('cannot import %s', (specifier) => {
    const changed = { ...files, 'more.ts': `export const two = 2;\nimport ${JSON.stringify(specifier)};` };
    expect(() => prepareProgram({ entry: 'main.ts', files: changed }, 'optimizer')).toThrow(expect.objectContaining({ code: 'PROGRAM_SYNTAX', file: 'more.ts', line: 2 }));
  });

  it('are refused with the file of a syntax error, and when the entry is not a module', () => {
    expect(() => prepareProgram({ entry: 'main.ts', files: { ...files, 'more.ts': '\nlet = ;' } }, 'optimizer')).toThrow(expect.objectContaining({ code: 'PROGRAM_SYNTAX', file: 'more.ts', line: 2 }));
    expect(() => prepareProgram({ entry: 'notes.txt', files }, 'module')).toThrow(expect.objectContaining({ code: 'PROGRAM_SYNTAX' }));
  });
});
