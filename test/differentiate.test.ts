import { stripTypeScriptTypes } from 'node:module';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GeneratedCode } from '@evospice/compact-models';
import { generate } from '../tools/differentiate/family.ts';
import { Modules } from '../tools/differentiate/modules.ts';

const heads = `
import { half } from './helpers.ts';
interface Card { a: number; b: number; c: number }
interface Geometry { l: number }
interface Ambient { temperature: number }
interface Prepared { p: number; r: number }
interface Voltages { d: number; g: number; s: number }
interface Pair { one: number; two: number }
const SCALE = 2 * half(1.5);
function pair(x: number, y: number): Pair { const { one, two } = { one: x * y, two: x - y }; return { one, two }; }
function limited(x: number): number { if (x > 3) { return 3 + Math.log(x - 2); } return x < -3 ? -3 - Math.log(-2 - x) : x; }
`;
const helpers = 'export function half(x: number): number { return x / 2; }';

/** Expressions that stay finite and moderate, with all that the subset has. */
const expression = (names: readonly string[]) => fc.letrec<{ e: string }>((tie) => ({
  e: fc.oneof({ depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(...names),
    fc.double({ min: -2, max: 2, noNaN: true }).map((x) => (x < 0 ? `(${x})` : `${x}`)),
    fc.tuple(tie('e'), fc.constantFrom('+', '-', '*'), tie('e')).map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(tie('e'), tie('e')).map(([a, b]) => `(${a} / (1.1 + (${b}) * (${b})))`),
    fc.tuple(fc.constantFrom('tanh', 'atan', 'sin', 'cos', 'abs'), tie('e')).map(([f, a]) => `Math.${f}(${a})`),
    fc.tuple(fc.constantFrom('exp', 'expm1', 'sinh', 'cosh'), tie('e')).map(([f, a]) => `Math.${f}(limited(${a}))`),
    tie('e').map((a) => `Math.tan(0.4 * Math.sin(${a}))`),
    fc.tuple(fc.constantFrom('log', 'log1p', 'sqrt'), tie('e')).map(([f, a]) => `Math.${f}(0.5 + Math.abs(${a}))`),
    fc.tuple(tie('e'), tie('e')).map(([a, b]) => `Math.pow(0.5 + Math.abs(${a}), limited(${b}))`),
    fc.tuple(fc.constantFrom('min', 'max'), tie('e'), tie('e')).map(([f, a, b]) => `Math.${f}(${a}, ${b})`),
    fc.tuple(tie('e'), fc.constantFrom('<', '>=', '>'), tie('e'), tie('e'), tie('e')).map(([a, op, b, x, y]) => `(${a} ${op} ${b} && !(${a} > 9) || ${b} < -9 ? ${x} : ${y})`),
    fc.tuple(tie('e'), tie('e')).map(([a, b]) => `(SCALE * half(limited(${a} - ${b})))`),
  ),
})).e;

const body = (names: readonly string[]) => fc.tuple(expression(names), expression(names), expression([...names, 'x', 'y']), expression([...names, 'x', 'y']), expression([...names, 'x', 'z']))
  .map(([a, b, c, d, e]) => `
    let x = ${a};
    let y: number;
    if (x > ${b}) { y = x * 0.5; x += 1; const inner = y; if (inner > 0.2) { y = inner - x; } } else if (x < -0.3) { y = ${b}; } else { y = 1; x = Math.sin(x); }
    const { one: z, two } = pair(${c}, ${d});
    x -= two * 0.1;`.replace('{ one: z, two }', '{ one, two }').replace('x -= two', 'const z = limited(one); x -= limited(two)') + `
    const last = ${e};`);

const program = fc.tuple(body(['k.a', 'k.b', 'k.c', 'g.l', 't.temperature']), body(['q.p', 'q.r', 'v.d', 'v.g', 'v.s'])).map(([first, second]) => `${heads}
export function prepare(k: Card, g: Geometry, t: Ambient): Prepared {${first}
  return { p: limited(x + y), r: limited(z * last) };
}
export function evaluate(q: Prepared, v: Voltages): Voltages {${second}
  return { d: limited(x), g: limited(y * z), s: limited(last) };
}`);

function compiled(text: string): { code: GeneratedCode; direct: Record<'prepare' | 'evaluate', (...args: readonly object[]) => Record<string, number>> } {
  const modules = new Modules(new Map([['/equations.ts', text], ['/helpers.ts', helpers]]));
  const plain = stripTypeScriptTypes(`${helpers}\n${text}`.replaceAll(/import .*\n/gu, '').replaceAll('export ', ''));
  return {
    code: new Function(generate(modules, '/equations.ts'))() as GeneratedCode,
    direct: new Function(`${plain}\nreturn { prepare, evaluate };`)() as never,
  };
}

/** Central differences at two steps, extrapolated; undefined where they disagree, as they do across a kink. */
function slope(f: (h: number) => number): number | undefined {
  const at = (h: number) => (f(h) - f(-h)) / (2 * h);
  const bend = (h: number) => f(h) + f(-h) - 2 * f(0);
  const [coarse, fine] = [at(2e-4), at(1e-4)];
  const scale = Math.max(1, Math.abs(fine));
  const kink = Math.abs(bend(2e-4) - 4 * bend(1e-4)) / 1e-4;
  return Math.abs(coarse - fine) < 3e-6 * scale && kink < 1e-6 * scale ? (4 * fine - coarse) / 3 : undefined;
}

const near = (actual: number, f: (h: number) => number, what: string) => {
  const expected = slope(f);
  if (expected === undefined) return;
  expect(Math.abs(actual - expected), `${what}: ${actual} for ${expected}`).toBeLessThan(3e-5 * Math.max(1, Math.abs(expected)));
};

describe('differentiate', () => {
  const number = fc.double({ min: -1.5, max: 1.5, noNaN: true });
  it('yields the values of the equations, and derivatives as differences show them', () => {
    fc.assert(fc.property(program, fc.array(number, { minLength: 14, maxLength: 14 }), (text, numbers) => {
      const { code, direct } = compiled(text);
      const [p, g, a, v, d, w, dp] = [numbers.slice(0, 3), numbers.slice(3, 4), numbers.slice(4, 5), numbers.slice(5, 8), numbers.slice(8, 11), numbers.slice(11, 14), numbers.slice(9, 12)]
        .map((each) => Float64Array.from(each)) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
      const moved = (from: Float64Array, along: Float64Array, h: number) => from.map((x, i) => x + h * along[i]!);
      const array = (n: number) => new Float64Array(n);
      const prepare = (card: Float64Array) => { const q = array(2); code.prepare(card, g, a, q); return q; };
      const values = (q: Float64Array, at: Float64Array) => { const f = array(3); code.evaluate.value(q, at, f); return f; };
      const q = prepare(p);
      const f = values(q, v);
      const named = direct.prepare({ a: p[0], b: p[1], c: p[2] }, { l: g[0] }, { temperature: a[0] });
      const same = (actual: Float64Array, expected: number[]) => expected.forEach((x, i) => expect(Math.abs(actual[i]! - x)).toBeLessThan(1e-12 * Math.max(1, Math.abs(x))));
      same(q, Object.values(named));
      same(f, Object.values(direct.evaluate({ p: q[0], r: q[1] }, { d: v[0], g: v[1], s: v[2] })));

      const dq = array(2);
      code.prepareTangent(p, g, a, dp, dq);
      dq.forEach((x, i) => near(x, (h) => prepare(moved(p, dp, h))[i]!, 'prepare'));
      const [df, f1, f2, j, qs, vs] = [array(3), array(3), array(3), array(9), array(2), array(3)];
      code.evaluate.tangent(q, v, d, df);
      df.forEach((x, i) => near(x, (h) => values(q, moved(v, d, h))[i]!, 'tangent'));
      code.evaluate.jacobian(q, v, f1, j);
      same(f1, [...f]);
      same(df, [0, 1, 2].map((i) => d[0]! * j[3 * i]! + d[1]! * j[3 * i + 1]! + d[2]! * j[3 * i + 2]!));
      code.evaluate.adjoint(q, v, w, f2, qs, vs);
      same(f2, [...f]);
      const weighted = (each: Float64Array) => each.reduce((sum, x, i) => sum + w[i]! * x, 0);
      const unit = (n: number, k: number) => Float64Array.from({ length: n }, (_, i) => Number(i === k));
      qs.forEach((x, k) => near(x, (h) => weighted(values(moved(q, unit(2, k), h), v)), 'adjoint by q'));
      same(vs, [0, 1, 2].map((k) => w[0]! * j[k]! + w[1]! * j[3 + k]! + w[2]! * j[6 + k]!));
      const changes = (at: Float64Array, where: Float64Array) => { const out = array(3); code.evaluate.tangent(at, where, d, out); return weighted(out); };
      code.evaluate.second(q, v, d, w, qs, vs);
      qs.forEach((x, k) => near(x, (h) => changes(moved(q, unit(2, k), h), v), 'second by q'));
      vs.forEach((x, k) => near(x, (h) => changes(q, moved(v, unit(3, k), h)), 'second by v'));
    }), { numRuns: 25, seed: 11 });
  });

  it('holds what is held for the first derivative only', () => {
    const { code } = compiled(`${heads}
      function held(x: number): number { return x; }
      export function prepare(k: Card, g: Geometry, t: Ambient): Prepared { return { p: k.a, r: k.b }; }
      export function evaluate(q: Prepared, v: Voltages): Voltages { return { d: held(q.p * v.d * v.g) * v.d, g: held(v.g * v.g), s: v.s }; }
      export function respond(q: Prepared, v: Voltages): Voltages { return { d: v.d, g: held(q.r) * v.g, s: v.s }; }`);
    const [q, v, d, w, f, qs, vs] = [[2, 5], [3, 7, 1], [1, 0, 0], [1, 0, 0], [0, 0, 0], [0, 0], [0, 0, 0]].map((each) => Float64Array.from(each)) as Float64Array[];
    const j = new Float64Array(9);
    code.evaluate.jacobian(q!, v!, f!, j);
    expect([...f!]).toEqual([2 * 3 * 7 * 3, 49, 1]);
    expect([...j]).toEqual([2 * 3 * 7, 0, 0, 0, 0, 0, 0, 0, 1]);
    code.evaluate.second(q!, v!, d!, w!, qs!, vs!);
    expect([...qs!, ...vs!]).toEqual([3 * 7, 0, 2 * 7, 2 * 3, 0]);
    code.respond!.jacobian(q!, v!, f!, j);
    expect([...j]).toEqual([1, 0, 0, 0, 5, 0, 0, 0, 1]);
  });

  it('takes a slope without a value into every derivative', () => {
    const text = `${heads}
      function slopeOnly(_slope: number, _x: number): number { return 0; }
      export function prepare(k: Card, g: Geometry, t: Ambient): Prepared { return { p: k.a, r: k.b + k.c * g.l * t.temperature }; }
      export function evaluate(q: Prepared, v: Voltages): Voltages {
        let x = v.d * v.g + slopeOnly(q.p * v.g * v.g, v.d);
        if (v.s > 0) { x = q.r * x; }
        return { d: x, g: slopeOnly(q.r, v.s), s: 0 };
      }`;
    const { code } = compiled(text);
    const run = (given: readonly number[][], f: (...arrays: Float64Array[]) => void, ...lengths: number[]) => {
      const results = lengths.map((length) => new Float64Array(length));
      f(...given.map((each) => Float64Array.from(each)), ...results);
      return results.map((each) => [...each]);
    };
    // x = r (d g), with the slope r (g + p g^2) by d
    const [q, v] = [[2, 3], [5, 7, 1]];
    expect(run([q, v], code.evaluate.value, 3)).toEqual([[105, 0, 0]]);
    expect(run([q, v], code.evaluate.jacobian, 3, 9)).toEqual([[105, 0, 0], [3 * (7 + 2 * 49), 15, 0, 0, 0, 3, 0, 0, 0]]);
    expect(run([q, v, [1, 0, 0]], code.evaluate.tangent, 3)).toEqual([[315, 0, 0]]);
    expect(run([q, v, [1, 0, 0]], code.evaluate.adjoint, 3, 2, 3)).toEqual([[105, 0, 0], [0, 35], [315, 15, 0]]);
    // of the slope by d, r g + r p g^2: by p, by r and by g
    expect(run([q, v, [1, 0, 0], [1, 0, 0]], code.evaluate.second, 2, 3)).toEqual([[3 * 49, 7 + 2 * 49], [0, 3 + 3 * 2 * 2 * 7, 0]]);
  });

  it('cuts a long program into parts that yield the same', () => {
    const lines = Array.from({ length: 250 }, (_, i) => `x = Math.sin(x + ${i} * q.p) * 0.5 + 0.1 * y; if (x > 0.1) { y = Math.cos(x * v.g + y); }`).join('\n');
    const long = (text: string) => `if (v.s > 0) { ${text} } else { y = Math.exp(-v.g); }`;
    const { code, direct } = compiled(`${heads}
      export function prepare(k: Card, g: Geometry, t: Ambient): Prepared { return { p: k.a, r: k.b * g.l * t.temperature + k.c }; }
      export function evaluate(q: Prepared, v: Voltages): Voltages { let x = v.d; let y = q.r; ${long(lines)} ${lines} return { d: x, g: y, s: x * y }; }`);
    const [q, v, w, f, qs, vs] = [[0.3, 1.2], [0.4, 0.2, 0.1], [1, 0, 0], [0, 0, 0], [0, 0], [0, 0, 0]].map((each) => Float64Array.from(each)) as Float64Array[];
    code.evaluate.adjoint(q!, v!, w!, f!, qs!, vs!);
    expect([...f!]).toEqual(Object.values(direct.evaluate({ p: q![0], r: q![1] }, { d: v![0], g: v![1], s: v![2] })));
    expect(code.evaluate.adjoint.toString().length).toBeLessThan(6000);
    const [again, j] = [new Float64Array(3), new Float64Array(9)];
    code.evaluate.jacobian(q!, v!, again, j);
    [...vs!].forEach((x, k) => expect(Math.abs(x - j[k]!)).toBeLessThan(1e-9 * Math.max(1, Math.abs(x))));
  });

  it('says where the equations leave the subset', () => {
    const of = (statement: string) => () => compiled(`${heads}
export function prepare(k: Card, g: Geometry, t: Ambient): Prepared { ${statement} return { p: k.a, r: 1 }; }
export function evaluate(q: Prepared, v: Voltages): Voltages { return { d: 1, g: 2, s: 3 }; }`);
    expect(of('for (let i = 0; i < 3; i++) {}')).toThrow('/equations.ts:13:71: ForStatement is not part of the subset');
    expect(of('const x = k.nothing;')).toThrow('there is not a field nothing');
    expect(of('let x: number; if (k.a > 1) { x = 2; } const y = x + 1;')).toThrow('this has no value yet on some path');
    expect(of('const x = Math.random();')).toThrow('only helpers and some functions of Math are called');
  });

  it('has written what is committed', () => {
    execFileSync(process.execPath, [fileURLToPath(new URL('../tools/differentiate/main.ts', import.meta.url)), '--check'], { stdio: 'pipe' });
  });
});
