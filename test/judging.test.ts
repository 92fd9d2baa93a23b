import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf, evospice, temporaryFolder } from './support/cli.ts';

const PROBLEM = `
export const problem = {
  contract: 'export default function f(x: number): number', goal: 'come near to a half', measures: ['size'], cases: ['one', 'two', 'three'].map((id) => ({ id, seed: 1 })),
  evaluate: async (program) => ({ score: 1 / (1 + Math.abs((await program.call('default', 1)) - 0.5)), measures: { size: 0.5 } }),
};
`;
const program = (value: number, more = ''): string => `// EVOLVE-BLOCK-START\n${more}export default function f(x: number): number {\n  return x * ${value};\n}\n// EVOLVE-BLOCK-END\n`;
const filler = Array.from({ length: 40 }, (_, index) => `const part${index} = ${index};\n`).join('');
const answer = ([value, more]: readonly [number, string?]): object => ({ model: 'm', answer: { text: `\`\`\`ts\n${program(value, more)}\`\`\``, model: 'm', usage: { inputTokens: 1, outputTokens: 1 } } });

test('a run says what racing saved, whom it turned away unseen, and what its champion is worth on fresh seeds; another one begins with its best', () => {
  const folder = temporaryFolder('judging');
  const run = join(folder, 'run');
  const problem = { problem: { name: 'module', options: { module: './problem.mjs', seeds: ['./seed.ts'] } } };
  writeFileSync(join(folder, 'problem.mjs'), PROBLEM);
  writeFileSync(join(folder, 'seed.ts'), program(0.75));
  writeFileSync(join(folder, 'answers.json'), JSON.stringify({ exchanges: ([[2], [0.5], [1, filler], [1.1, filler]] as const).map(answer) }));
  writeFileSync(join(folder, 'evolve.yaml'), JSON.stringify({
    ...problem, programs: 5, proposals: 5, race: {}, confirm: 2, novelty: { similarity: 0.9 },
    archive: { name: 'map-elites', options: { axes: [{ descriptor: 'size', low: 0, high: 1, bins: 4 }] } }, reporters: ['html'],
    proposers: [{ name: 'llm', options: { languageModel: { name: 'scripted', options: { script: './answers.json', by: 'order' } } } }],
  }));
  const evolved = evospice(['evolve', join(folder, 'evolve.yaml'), '--out', run]);
  expect(evolved.stdout).toContain('racing stopped 2 programs early and saved 4 case runs');
  expect(evolved.stdout).toContain('champion p0003, score 1.0000 (1.0000 on fresh seeds)');
  const { run: state } = documentOf<{ readonly run: object }>(evospice(['status', run, '--json']));
  expect(state).toMatchObject({ programs: 4, raced: { programs: 2, saved: 4 }, rejections: { novelty: 1 }, champion: { program: 'p0003', score: 1, confirmed: 1 } });
  expect(readFileSync(join(run, 'report.html'), 'utf8')).toContain('On fresh seeds');
  expect(evospice(['show', run, 'p0005']).stdout).toContain('rejected at novelty: PROGRAM_NOT_NOVEL');
  expect(evospice(['show', run, 'p0002']).stdout).toContain('rejected at evaluation: RACE_LOST');
  // The seed of the problem, and the best of the run before; nothing more is proposed.
  writeFileSync(join(folder, 'warm.json'), JSON.stringify({ ...problem, programs: 2, controls: ['best-of-n'], warmStart: [{ run: './run', top: 1 }], reporters: ['html'], archive: { name: 'top-k', options: { size: 3 } } }));
  const warm = documentOf<object>(evospice(['evolve', join(folder, 'warm.json'), '--out', join(folder, 'warm'), '--json']));
  expect(warm).toMatchObject({ programs: 2, champion: { program: 'p0002', score: 1 }, controls: [{ name: 'best-of-n', programs: 2, score: 1 }] });
  expect(documentOf(evospice(['replay', join(folder, 'warm', 'control-best-of-n'), '--json']))).toMatchObject({ equal: true, programs: 2 });
  expect(readFileSync(join(folder, 'warm', 'report.html'), 'utf8')).toContain('best so far of the control best-of-n');
});

test('models judge whether children are new and grade programs, and a run that gets no better changes its course', () => {
  const folder = temporaryFolder('models');
  const run = join(folder, 'run');
  writeFileSync(join(folder, 'problem.mjs'), PROBLEM);
  writeFileSync(join(folder, 'seed.ts'), program(0.5));
  const said = (text: string): object => ({ model: 'm', answer: { text, model: 'm', usage: { inputTokens: 10, outputTokens: 1 } } });
  const script = (name: string, exchanges: readonly object[]): object => {
    writeFileSync(join(folder, `${name}.json`), JSON.stringify({ exchanges }));
    return { name: 'scripted', options: { script: `./${name}.json`, by: 'order' } };
  };
  writeFileSync(join(folder, 'evolve.yaml'), JSON.stringify({
    problem: { name: 'module', options: { module: './problem.mjs', seeds: ['./seed.ts'] } }, programs: 4, proposals: 6, reporters: ['html'],
    archive: { name: 'map-elites', options: { axes: [{ descriptor: 'feedback.clarity', low: 0, high: 1, bins: 4 }] } },
    proposers: [{ name: 'llm', options: { languageModel: script('answers', [[2], [3], [4], [5]].map((one) => answer(one as [number]))) } }],
    novelty: { judge: { languageModel: script('judge', [said('{"differs": false, "reason": "a number"}'), said('{"differs": true, "reason": "another one"}'), said('?'), said('?')]), similarity: 0.1 } },
    feedback: { languageModel: script('grades', [0.1, 0.4, 0.9].map((grade) => said(`{"clarity": ${grade}}`))), criteria: ['clarity'] },
    stagnation: { after: 1, do: [{ text: 'Think of springs.' }] },
  }));
  const evolved = evospice(['evolve', join(folder, 'evolve.yaml'), '--out', run]);
  expect(evolved.stdout).toContain('models were asked 4 times for whether children are new, 40 tokens read, 4 written');
  expect(evolved.stdout).toContain('after 1 program without a better champion (2 tried): text for prompts "Think of springs."');
  expect(evolved.stdout).toContain('4 programs tried, 1 turned away');
  const graded = documentOf<object>(evospice(['show', run, 'p0003', '--json']));
  expect(graded).toMatchObject({ parts: { 'feedback.clarity': 0.4 }, exchanges: [{ model: 'scripted' }], judgements: [{ purpose: 'novelty' }, { purpose: 'feedback' }], note: null });
  expect(documentOf<object>(evospice(['show', run, 'p0005', '--json']))).toMatchObject({ note: expect.stringContaining('no feedback, each grade is taken to be 0.5'), measures: { 'feedback.clarity': 0.5 }, exchanges: [{ messages: expect.arrayContaining([{ role: 'user', content: expect.stringContaining('Think of springs.') }]) }] });
  expect(evospice(['replay', run]).stdout).toContain('equal');
});

test('without a seed program the first one is written by a language model into the signature of the contract', () => {
  const folder = temporaryFolder('blank');
  writeFileSync(join(folder, 'problem.mjs'), PROBLEM);
  writeFileSync(join(folder, 'answers.json'), JSON.stringify({ exchanges: ([[2], [0.5]] as const).map(answer) }));
  const file = join(folder, 'evolve.yaml');
  const configuration = {
    problem: { name: 'module', options: { module: './problem.mjs', seeds: [] as string[] } }, programs: 2, proposals: 2, reporters: [], archive: { name: 'top-k', options: { size: 3 } },
    proposers: [{ name: 'llm', options: { languageModel: { name: 'scripted', options: { script: './answers.json', by: 'order' } } } }],
  };
  writeFileSync(file, JSON.stringify(configuration));
  const evolved = documentOf<object>(evospice(['evolve', file, '--out', join(folder, 'run'), '--json']));
  expect(evolved).toMatchObject({ programs: 2, champion: { program: 'p0002', score: 1 } });
  const shown = evospice(['show', join(folder, 'run'), 'p0001']).stdout;
  expect(shown).toContain('llm-write');
  expect(shown).toContain("throw new Error('not written yet');");
  writeFileSync(file, JSON.stringify({ ...configuration, proposals: 50, proposers: ['ast'] }));
  const refused = evospice(['evolve', file, '--out', join(folder, 'other')]);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('there is no parent to change');
});
