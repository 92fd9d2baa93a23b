import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf, evospice, temporaryFolder } from './support/cli.ts';

const PROBLEM = `
export const problem = {
  contract: 'export default function f(x: number): number', goal: 'come near to a half', measures: ['size'], cases: ['one', 'two', 'three'].map((id) => ({ id, seed: 1 })),
  evaluate: async (program) => ({ score: 1 / (1 + Math.abs((await program.call('default', 1)) - 0.5)), measures: { size: 0.5 } }),
};
`;
const program = (value: number): string => `// EVOLVE-BLOCK-START\nexport default function f(x: number): number {\n  return x * ${value};\n}\n// EVOLVE-BLOCK-END\n`;
const answer = (value: number): object => ({ model: 'm', answer: { text: `\`\`\`ts\n${program(value)}\`\`\``, model: 'm', usage: { inputTokens: 1, outputTokens: 1 } } });

test('a run says what racing saved, and which programs it stopped', () => {
  const folder = temporaryFolder('judging');
  writeFileSync(join(folder, 'problem.mjs'), PROBLEM);
  writeFileSync(join(folder, 'seed.ts'), program(0.75));
  writeFileSync(join(folder, 'answers.json'), JSON.stringify({ exchanges: [2, 0.5, 1].map(answer) }));
  writeFileSync(join(folder, 'evolve.yaml'), JSON.stringify({
    problem: { name: 'module', options: { module: './problem.mjs', seeds: ['./seed.ts'] } }, programs: 4, race: {},
    archive: { name: 'map-elites', options: { axes: [{ descriptor: 'size', low: 0, high: 1, bins: 4 }] } }, reporters: ['html'],
    proposers: [{ name: 'llm', options: { languageModel: { name: 'scripted', options: { script: './answers.json', by: 'order' } } } }],
  }));
  const run = join(folder, 'run');
  const evolved = evospice(['evolve', join(folder, 'evolve.yaml'), '--out', run]);
  expect(evolved.stdout).toContain('racing stopped 2 programs early and saved 4 case runs');
  const { run: state } = documentOf<{ readonly run: object }>(evospice(['status', run, '--json']));
  expect(state).toMatchObject({ programs: 4, raced: { programs: 2, saved: 4 }, champion: { program: 'p0003', score: 1 } });
  expect(evospice(['show', run, 'p0002']).stdout).toContain('rejected at evaluation: RACE_LOST');
});
