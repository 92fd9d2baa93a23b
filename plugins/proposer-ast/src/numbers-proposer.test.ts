import type { ProgramText } from '@evospice/contracts';
import { mainSource, singleFile } from '@evospice/program-text';
import { evaluatedProgram, testBrief, testProposer } from '@evospice/testkit';
import { createRandom } from '@evospice/toolbox';
import { describe, expect, test } from 'vitest';
import { NumbersProposer } from './numbers-proposer.ts';

const typescript = (step: number): string => `const frame = 7;\n// EVOLVE-BLOCK-START\nconst step = ${step} /* range 0.01..1 */;\nconst list = [1, 2];\n// EVOLVE-BLOCK-END\nexport default () => step + frame;\n`;
testProposer('numbers', () => new NumbersProposer(), { programs: [typescript(0.1), typescript(0.5)], successes: 1 });

const childOf = async (program: ProgramText, seed: number): Promise<ProgramText> => {
  const parent = evaluatedProgram('', 'p1');
  return new NumbersProposer().propose({ parents: [{ ...parent, program: { ...parent.program, ...program } }], rejections: [], problem: testBrief, brief: '', random: createRandom(seed) });
};

describe('numbers of programs in any language', () => {
  const python = singleFile('OUT = 9\n# EVOLVE-BLOCK-START\nWIDTH = 0.5  # range 0.1..0.9\nCOUNT = 12  # range 4..20\nname2 = "x"  # 44\n# EVOLVE-BLOCK-END\n', 'main.py');

  test('those with a range move within it, and nothing else changes', async () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const child = mainSource(await childOf(python, seed));
      const [, width, count] = /^OUT = 9\n# EVOLVE-BLOCK-START\nWIDTH = (\S+) {2}# range 0\.1\.\.0\.9\nCOUNT = (\d+) {2}# range 4\.\.20\nname2 = "x" {2}# 44\n# EVOLVE-BLOCK-END\n$/.exec(child)?.map(Number) ?? [];
      expect(width).toBeGreaterThanOrEqual(0.1);
      expect(width).toBeLessThanOrEqual(0.9);
      expect(count).toBeGreaterThanOrEqual(4);
      expect(count).toBeLessThanOrEqual(20);
      expect([width, count]).not.toEqual([0.5, 12]);
    }
  });

  test('those of several blocks and files may change', async () => {
    const block = (value: number): string => `-- EVOLVE-BLOCK-START\nx = ${value}\n-- EVOLVE-BLOCK-END\n`;
    const program = { entry: 'a.lua', files: { 'a.lua': block(10) + block(20), 'b.lua': block(30) } };
    const changed = new Set<string>();
    for (let seed = 0; seed < 40; seed += 1) {
      const { files } = await childOf(program, seed);
      const numbers = [...`${files['a.lua']}${files['b.lua']}`.matchAll(/x = (\d+)/g)].map(([, value]) => value);
      numbers.forEach((value, index) => { if (value !== ['10', '20', '30'][index]) changed.add(String(index)); });
    }
    expect([...changed].sort()).toEqual(['0', '1', '2']);
  });

  test('a program without numbers gives PROPOSAL_FAILED', async () => {
    await expect(childOf(singleFile('# EVOLVE-BLOCK-START\nx = y\n# EVOLVE-BLOCK-END\n', 'a.py'), 1)).rejects.toMatchObject({ code: 'PROPOSAL_FAILED' });
  });
});
