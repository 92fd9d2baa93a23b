import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { documentOf, evospice, runEvospice, temporaryFolder } from './support/cli.ts';

const PROBLEM = `
export const problem = {
  contract: 'export default function f(x: number): number', goal: 'come near to a half', measures: ['size'], cases: [{ id: 'one', seed: 1 }],
  evaluate: async (program) => {
    const y = await program.call('default', 1);
    return { score: 1 / (1 + Math.abs(y - 0.5)), measures: { size: Math.min(1, Math.abs(y)) } };
  },
};
`;
const program = (value: number): string => `// EVOLVE-BLOCK-START
export default function f(x: number): number {
  return x * ${value};
}
// EVOLVE-BLOCK-END
`;
const answer = (value: number): object => ({ model: 'm', answer: { text: `<think>maybe</think>Nearer.\n\`\`\`ts\n${program(value)}\`\`\``, model: 'gpt', usage: { inputTokens: 100, outputTokens: 10, cost: 0.01 } } });

interface Evolved {
  readonly programs: number;
  readonly because: { readonly rule: string; readonly reached: number } | null;
  readonly champion: { readonly program: string; readonly score: number };
}

function folderWith(configuration: object): string {
  const folder = temporaryFolder('steering');
  writeFileSync(join(folder, 'problem.mjs'), PROBLEM);
  writeFileSync(join(folder, 'seed.ts'), program(3));
  writeFileSync(join(folder, 'evolve.yaml'), JSON.stringify({
    problem: { name: 'module', options: { module: './problem.mjs', seeds: ['./seed.ts'] } },
    archive: { name: 'map-elites', options: { axes: [{ descriptor: 'size', low: 0, high: 1, bins: 4 }] } }, reporters: [], ...configuration,
  }));
  return folder;
}
const scripted = (options: object): object => ({ proposers: [{ name: 'llm', options: { languageModel: { name: 'scripted', options } } }] });
const evolve = (folder: string, run: string, ...more: readonly string[]): Evolved =>
  documentOf<Evolved>(evospice(['evolve', join(folder, 'evolve.yaml'), '--out', join(folder, run), '--json', ...more]));

test('a run with a model is shown with its prompts, exported as a script, made again from it to the same result, replayed, and given away as tables', () => {
  const folder = folderWith({ programs: 9, stop: { money: 0.03 }, ...scripted({ script: './answers.json', by: 'order' }) });
  writeFileSync(join(folder, 'answers.json'), JSON.stringify({ exchanges: [2, 1, 0.9, 0.8].map(answer) }));
  const first = evolve(folder, 'first');
  // A third answer uses up the money: it is judged, and no fourth is asked for.
  expect(first).toMatchObject({ programs: 4, because: { rule: 'money', reached: 0.03 }, champion: { program: 'p0004', score: 1 / 1.4 } });
  const shown = evospice(['show', join(folder, 'first'), 'p0003']).stdout;
  for (const text of ['score 0.6667', '-  return x * 2;', '+  return x * 1;', '[system]\nYou improve programs.', '<think>maybe</think>Nearer.', 'one']) expect(shown).toContain(text);
  expect(evospice(['show', join(folder, 'first'), 'p0099'])).toMatchObject({ status: 2 });

  expect(evospice(['export', join(folder, 'first'), '--as', 'script', '--out', join(folder, 'script.json')]).stdout).toContain('3 answers');
  writeFileSync(join(folder, 'evolve.yaml'), readFileSync(join(folder, 'evolve.yaml'), 'utf8').replace('./answers.json","by":"order"', './script.json"'));
  expect(evolve(folder, 'again').champion).toMatchObject({ program: first.champion.program, score: first.champion.score });

  expect(documentOf(evospice(['replay', join(folder, 'first'), '--json']))).toMatchObject({ equal: true, programs: 4, champion: 'p0004' });
  for (const ending of ['csv', 'jsonl', 'parquet']) expect(evospice(['export', join(folder, 'first'), '--out', join(folder, `table.${ending}`)]).status).toBe(0);
  const csv = parse(readFileSync(join(folder, 'table.csv')), { columns: true }) as Record<string, string>[];
  expect(csv.map((row) => row['program'])).toEqual(['p0001', 'p0002', 'p0003', 'p0004']);
  const lines = readFileSync(join(folder, 'table.jsonl'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as { reward: number | null; exchanges: unknown[] });
  expect(lines.map(({ exchanges }) => exchanges.length)).toEqual([0, 1, 1, 1]);
  expect(lines[1]?.reward).toBeCloseTo(1 / 2.5 - 1 / 3.5, 12);
  expect(readFileSync(join(folder, 'table.parquet')).subarray(0, 4).toString()).toBe('PAR1');
});

test('a run is paused, told something, and goes on while its process lives; what is banned is neither parent nor champion', async () => {
  const folder = folderWith({ programs: 7, ...scripted({ script: './answers.json', by: 'order' }) });
  const run = join(folder, 'run');
  // However slow the machine is, the third program is not judged before the run has been steered.
  const steered = join(folder, 'steered');
  writeFileSync(join(folder, 'problem.mjs'), `
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
let begun = 0;
const held = async () => { for (begun += 1; begun > 2 && !existsSync(${JSON.stringify(steered)});) await sleep(50); };
${PROBLEM.replace('const y =', 'await held();\n    const y =')}`);
  writeFileSync(join(folder, 'answers.json'), JSON.stringify({ exchanges: [0.5, 1, 1.1, 1.2, 1.3, 1.4].map(answer) }));
  const evolution = runEvospice(['evolve', join(folder, 'evolve.yaml'), '--out', run, '--json']);
  const judged = async (): Promise<number> => (JSON.parse((await runEvospice(['status', run, '--json'])).stdout || '{}') as { run?: { programs?: number } }).run?.programs ?? 0;
  while ((await judged()) < 2) await new Promise((resolve) => { setTimeout(resolve, 100); });
  const steer = (...words: readonly string[]) => runEvospice(['steer', run, '--json', ...words]);
  expect(JSON.parse((await steer('--pause', '--ban', 'p0002', '--because', 'a cheat', '--note', 'Be brave.')).stdout)).toMatchObject({ taken: true });
  writeFileSync(steered, '');
  expect((await steer('--ban', 'p0099')).status).toBe(2);
  expect((await steer()).status).toBe(2);
  expect(JSON.parse((await steer('--from', 'p0001', '--proposals', '2', '--continue')).stdout)).toMatchObject({ taken: true });
  const { stdout } = await evolution;
  expect(JSON.parse(stdout)).toMatchObject({ programs: 7, champion: { program: expect.not.stringMatching('p0002') } });
  const { stdout: shown } = await runEvospice(['show', run, 'p0007']);
  expect(shown).toContain('Be brave.');
  expect((await runEvospice(['show', run, 'p0002'])).stdout).toMatch(/banned/u);
  expect(JSON.parse((await runEvospice(['replay', run, '--json'])).stdout)).toMatchObject({ equal: true });
});
