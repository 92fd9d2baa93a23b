import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { libraryLanguages, type LibraryLanguageName } from './library-language.ts';
import { Scope } from './scope.ts';

const place = { file: 'library.lib', line: 7 };
const installed = spawnSync('ngspice', ['--version']).status === 0;
const missing = installed ? '' : ' (skipped: ngspice is not installed)';

function compute(text: string, language: LibraryLanguageName = 'ngspice', values: Readonly<Record<string, number>> = {}): number {
  const scope = new Scope(libraryLanguages[language]);
  for (const [name, value] of Object.entries(values)) scope.fix(name, value);
  return scope.evaluate({ text, ...place });
}

/** Computes all expressions as parameters of one library. */
function ngspice(expressions: readonly string[]): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'evospice-expression-'));
  try {
    const lines = ['* expressions', ...expressions.flatMap((text, index) => [`.param p${index}={${text}}`, `v${index} n${index} 0 {p${index}}`]), '.control', 'set numdgt=16', 'op', ...expressions.map((_, index) => `print v(n${index})`), 'quit', '.endc', '.end', ''];
    writeFileSync(join(folder, 'library.cir'), lines.join('\n'));
    const { stdout, stderr } = spawnSync('ngspice', ['-b', 'library.cir'], { cwd: folder, encoding: 'utf8', timeout: 60_000 });
    const values = [...stdout.matchAll(/^v\(n\d+\) = (\S+)$/gm)].map(([, value]) => Number(value));
    if (values.length !== expressions.length) throw new Error(`ngspice computed ${values.length} of ${expressions.length}: ${stderr}`);
    return values;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Expressions with positive operands, so that every operation is defined; small enough to stay finite. */
const expressions = fc.letrec<{ value: string; number: string }>((tie) => ({
  number: fc.oneof(fc.double({ min: 0.1, max: 9, noNaN: true }).map((value) => value.toFixed(3)), fc.constantFrom('1k', '2.5m', '1e-3', '3meg', '10u', '.5', '4n')),
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('number'),
    fc.tuple(tie('value'), fc.constantFrom('+', '-', '*', '/', ' - ', ' + '), tie('value')).map(([a, operator, b]) => `${a}${operator}${b}`),
    tie('value').map((value) => `(${value})`),
    tie('value').map((value) => `abs(${value})`),
    fc.tuple(fc.constantFrom('max', 'min'), tie('value'), tie('value')).map(([name, a, b]) => `${name}(${a},${b})`),
    fc.tuple(fc.constantFrom('floor', 'ceil', 'int', 'sgn', 'sqr'), tie('number')).map(([name, a]) => `${name}(${a})`),
    fc.tuple(fc.constantFrom('sqrt', 'ln', 'log10', 'exp', 'atan', 'tanh'), fc.constantFrom('2.5', '0.7', '3')).map(([name, a]) => `${name}(${a})`),
    fc.tuple(tie('number'), fc.constantFrom('**', '^'), fc.constantFrom('2', '-1', '0.5', '3')).map(([a, operator, b]) => `${a}${operator}${b}`),
    fc.tuple(tie('number'), fc.constantFrom('<', '>', '<=', '>=', '==', '!='), tie('number'), tie('number'), tie('number')).map(([a, operator, b, c, d]) => `((${a}${operator}${b}) ? ${c} : ${d})`),
    tie('number').map((value) => `(-${value})`),
  ),
})).value;

describe('expressions of libraries', () => {
  // Expected values: tried in ngspice 39.
  it.each([
    ['-2**2', -4], ['2**3**2', 64], ['(-2)**3', 8], ['(-2)^3', 8], ['pow(-2,3)', -8], ['pwr(-2,2)', 4], ['8/4/2', 1], ['2-3-4', -5], ['1 - -1', 2], ['2*-3', -6], ['10%3', 1], ['7\\3', 2],
    ['1>0 ? 5 : 6', 5], ['1?2:3', 2], ['ternary_fcn(0,2,3)', 3], ['nint(2.5)', 2], ['nint(3.5)', 4], ['nint(-0.5)', 0], ['int(-2.5)', -2], ['log(10)', Math.LN10], ['1e3k', 1e6], ['1a', 1], ['2x', 2], ['!0', 1],
    ['3<>4', 1], ['2**-1', 0.5], ['1&&0', 0], ['(1>2)||(3>2)', 1],
  ])('%s is %d in ngspice', (text, value) => {
    expect(compute(text)).toBeCloseTo(value, 12);
  });

  // Expected values: manual of HSPICE.
  it.each([['2x', 2e6], ['3a/1e-18', 3], ['(-2)**3', -8], ['pwr(-2,3)', -8], ['nint(2.5)', 3], ['log(-10)', -Math.LN10], ["'2*(1+1)'", 4]])('%s is %d in HSPICE', (text, value) => {
    expect(compute(text, 'hspice')).toBeCloseTo(value, 12);
  });

  it.skipIf(!installed)(`computes what ngspice computes, to 1e-12${missing}`, () => {
    const drawn = fc.sample(expressions, { numRuns: 300, seed: 11 }).filter((text) => {
      try {
        return Math.abs(compute(text)) < 1e30;
      } catch {
        // Divisions by zero are drawn too; both refuse them.
        return false;
      }
    });
    expect(drawn.length).toBeGreaterThan(200);
    const expected = ngspice(drawn);
    drawn.forEach((text, index) => expect(Math.abs(compute(text) - expected[index]!), text).toBeLessThanOrEqual(1e-12 * Math.abs(expected[index]!) + 1e-25));
  });

  it('takes quotes and braces around parts for parentheses', () => {
    expect(compute("{2*'1+x'}", 'ngspice', { x: 3 })).toBe(8);
  });

  it.each([
    ['2*', 'PDK_EXPRESSION'], ['(1', 'PDK_EXPRESSION'], ['1 2', 'PDK_EXPRESSION'], ['1/0', 'PDK_EXPRESSION'], ['sqrt(-1)', 'PDK_EXPRESSION'], ['1?2', 'PDK_EXPRESSION'], ['a b', 'PDK_EXPRESSION'], ['1mil', 'PDK_EXPRESSION'], ['', 'PDK_EXPRESSION'],
    ['@1', 'PDK_EXPRESSION'], ['sqrtt(2)', 'PDK_FUNCTION'], ['sqrt(1,2)', 'PDK_FUNCTION'], ['nowhere+1', 'PDK_PARAMETER'],
  ])('refuses %j with file and line', (text, code) => {
    expect(() => compute(text)).toThrow(expect.objectContaining({ code, file: 'library.lib', line: 7 }));
  });

  it('never answers with anything but a finite number or a typed error', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('1', '2.', 'x', '+', '-', '*', '/', '(', ')', '?', ':', 'max(', ',', 'e', '^', "'", '{', '}', ' ', 'k', '<', '=') }), (text) => {
        try {
          expect(Number.isFinite(compute(text, 'ngspice', { x: 2 }))).toBe(true);
        } catch (error) {
          expect((error as { code?: string }).code).toMatch(/^PDK_/);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
