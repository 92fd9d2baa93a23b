import { singleFile } from '@evospice/program-text';
import { createRandom } from '@evospice/toolbox';
import { expect, it } from 'vitest';
import { testProblem } from '../problem.ts';
import { testProposer } from '../proposer.ts';
import { testBrief } from '../proposer.ts';
import { toyProblem, toyProgram } from './toy-problem.ts';
import { toyProposer } from './toy-proposer.ts';

const { files, entry } = toyProgram(0.2, 0.4);
testProblem('toy', () => toyProblem({ references: [{ name: 'centre', cases: [{ id: 'near', seed: 1 }] }] }), { refused: [singleFile('export default ('), singleFile('import "fs";')] });
testProposer('toy', () => toyProposer(), { programs: [files[entry] ?? '', toyProgram(0.8, 0.1).files['program.ts'] ?? ''], successes: 1 });

it('moves one number', async () => {
  const parents = [{ program: { ...toyProgram(0.2, 0.4), id: 'p1', parents: [], proposer: 'seed', operator: 'seed', hash: '', generation: 0 }, score: { value: 1, parts: {} }, measures: {} }];
  const child = await toyProposer().propose({ parents, rejections: [], problem: testBrief, brief: '', random: createRandom(1) });
  expect(child.files['program.ts']).toMatch(/x = (?:0\.2;\nexport const y = 0\.(?!4;)|0\.(?!2;)\d+;\nexport const y = 0\.4;)/u);
});
