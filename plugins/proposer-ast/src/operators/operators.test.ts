import { createRandom } from '@evospice/toolbox';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseProgram, type ParsedProgram } from '../reading/parse-program.ts';
import { programBlocks } from '../reading/program-blocks.ts';
import { seedPrograms, strategyBlocks } from '../index.ts';
import type { OperatorInput, OperatorResult } from './operator.ts';
import { operators, type OperatorName } from './operators.ts';

const frame = (inner: string): string => `const out = 7;\n// EVOLVE-BLOCK-START\n${inner}\n// EVOLVE-BLOCK-END\nexport default async function optimizeSpiceParameters(): Promise<void> {}\n`;
const parsed = (source: string): ParsedProgram => {
  const outcome = parseProgram(source);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.program;
};
const apply = (name: OperatorName, source: string, seed: number, donors: OperatorInput['donors'] = []): OperatorResult | undefined =>
  operators[name]({ program: parsed(source), donors, library: strategyBlocks, random: createRandom(seed) });
const inner = (source: string): string => /START\n([\s\S]*)\n\/\/ EVOLVE-BLOCK-END/.exec(source)?.[1] ?? '';
const seedSource = (name: string): string => seedPrograms.find((program) => program.name === name)?.source ?? '';

describe('perturb-constant', () => {
  test('annotated numbers stay in their range; whole ones stay whole and always move', () => {
    fc.assert(fc.property(fc.integer(), (seed) => {
      const child = inner(apply('perturb-constant', frame('const a = 0.3 /* range 0.1..0.5 */;\nconst b = 4 /* range 2..6 */;'), seed)?.source ?? '');
      const [, a, b] = /a = (\S+) .*\n.*b = (\S+) /.exec(child)?.map(Number) ?? [];
      expect(a).toBeGreaterThanOrEqual(0.1);
      expect(a).toBeLessThanOrEqual(0.5);
      expect([2, 3, 4, 5, 6]).toContain(b);
      expect([a, b]).not.toEqual([0.3, 4]);
    }));
  });

  test('indices, loop heads, types, keys, small counts and text outside stay', () => {
    const fixed = 'const list: readonly (5 | 6)[] = [];\nfor (let i = 10; i < list.length; i += 3) list[4];\nconst o = { 8: list.at(0) };\nconst two = 2;';
    for (let seed = 0; seed < 20; seed += 1) expect(apply('perturb-constant', frame(fixed), seed)).toBeUndefined();
  });
});

describe('strategy blocks', () => {
  test('a swap changes one block into another of its kind in the library', () => {
    fc.assert(fc.property(fc.integer(), fc.constantFrom(...seedPrograms), (seed, { source }) => {
      const result = apply('swap-strategy', source, seed);
      const [before, after] = [source, result?.source ?? ''].map((text) => programBlocks(parsed(text)));
      const changed = after?.filter((block, index) => block.source !== before?.[index]?.source) ?? [];
      expect(changed).toHaveLength(1);
      expect(changed[0]?.kind).toBe(result?.details['kind']);
      expect(strategyBlocks.map((block) => block.source)).toContain(changed[0]?.source);
    }), { numRuns: 30 });
  });

  test('splice and crossover take whole blocks of the donor, of kinds that both have', () => {
    const donor = { id: 'donor', program: parsed(seedSource('samples-then-local')) };
    const offered = programBlocks(donor.program).map(({ source }) => source);
    const own = programBlocks(parsed(seedSource('levenberg-marquardt'))).map(({ source }) => source);
    for (const name of ['splice-strategy', 'crossover'] as const) {
      for (let seed = 0; seed < 10; seed += 1) {
        const result = apply(name, seedSource('levenberg-marquardt'), seed, [donor]);
        expect(result?.donors).toEqual(['donor']);
        const taken = programBlocks(parsed(result?.source ?? '')).filter(({ source }) => !own.includes(source));
        expect(taken.length).toBeGreaterThan(0);
        for (const { source } of taken) expect(offered).toContain(source);
      }
    }
    expect(apply('crossover', seedSource('levenberg-marquardt'), 1)).toBeUndefined();
  });
});

describe('phases', () => {
  const schedule = frame('async function schedule(s: object) {\n  await initialise(s);\n  for (const x of [s]) await localSearch(s, x, 1);\n  await restart(s);\n}');
  test('insert adds one statement over the search state as it is called there', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const child = inner(apply('insert-phase', schedule, seed)?.source ?? '');
      expect(child.match(/await /g)).toHaveLength(4);
      expect(child).not.toContain('state');
    }
  });
  test('remove takes one out, a loop without braces with it; the last one stays', () => {
    const seen = new Set(Array.from({ length: 20 }, (_, seed) => inner(apply('remove-phase', schedule, seed)?.source ?? '')));
    expect(seen.size).toBe(3);
    for (const child of seen) expect(child.match(/await /g)).toHaveLength(2);
    expect([...seen].some((child) => !child.includes('for ('))).toBe(true);
    expect(apply('remove-phase', frame('async function schedule(s: object) {\n  await restart(s);\n}'), 1)).toBeUndefined();
  });
  test('reorder exchanges two', () => {
    const child = inner(apply('reorder-phases', frame('async function schedule(s: object) {\n  await initialise(s);\n  await restart(s);\n}'), 1)?.source ?? '');
    expect(child.indexOf('restart')).toBeLessThan(child.indexOf('initialise'));
  });
});

describe('expressions', () => {
  test('only tests of if and ?: are flipped, never those of loops', () => {
    const source = frame('function f(a: number) {\n  while (a < 5) a += 1;\n  for (; a < 9; ) a += 1;\n  return a /* < */ <= 3 ? 1 : 0;\n}');
    const seen = new Set(Array.from({ length: 20 }, (_, seed) => inner(apply('flip-condition', source, seed)?.source ?? '')));
    expect([...seen].map((child) => /return a (.*) 3/.exec(child)?.[1]).sort()).toEqual(['/* < */ <', '/* < */ >=']);
    for (const child of seen) expect(child).toContain('while (a < 5)');
  });
  test('arithmetic with a number, and functions with a twin, are exchanged', () => {
    const source = frame('function f(a: number) {\n  return Math.max(a, 3 * a) + a;\n}');
    const seen = new Set(Array.from({ length: 20 }, (_, seed) => inner(apply('change-operator', source, seed)?.source ?? '')));
    expect([...seen].map((child) => child.split('\n')[1]?.trim()).sort()).toEqual(['return Math.max(a, 3 / a) + a;', 'return Math.min(a, 3 * a) + a;']);
  });
});
