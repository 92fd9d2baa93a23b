import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
const answer = (text: string): object => ({ model: 'm', answer: { text, model: 'm', usage: { inputTokens: 1, outputTokens: 1 } } });

interface Estimate {
  readonly least: number;
  readonly planned: number;
  readonly most: number;
  readonly how: string;
}

interface Forecast {
  readonly [figure: string]: unknown;
  readonly programs: Estimate;
  readonly proposals: Estimate;
  readonly champions: Estimate;
  readonly cases: readonly (Estimate & { readonly stage: string })[];
  readonly proposers: readonly { readonly proposer: string; readonly calls: Estimate; readonly inputTokens: Estimate; readonly money: Estimate | null }[];
  readonly totals: { readonly caseRuns: Estimate; readonly calls: Estimate };
  readonly measured: readonly { readonly seconds: number; readonly case: string; readonly failure: string | null }[];
  readonly hours: Estimate | null;
}

test('a dry run asks nobody, writes nothing, and its ranges hold what the run then used', () => {
  const folder = temporaryFolder('dry-run');
  const [file, run] = [join(folder, 'evolve.yaml'), join(folder, 'run')];
  // One answer that cannot be used, which is asked for again; one that gives the seed itself; the others improve.
  const texts = ['nothing', ...[0.7, 0.65, 0.75, 0.6, 0.55, 0.5, 0.52, 0.58, 0.62].map((value) => `\`\`\`ts\n${program(value)}\`\`\``)];
  writeFileSync(join(folder, 'problem.mjs'), PROBLEM);
  writeFileSync(join(folder, 'seed.ts'), program(0.75));
  writeFileSync(join(folder, 'answers.json'), JSON.stringify({ exchanges: texts.map(answer) }));
  writeFileSync(file, JSON.stringify({
    problem: { name: 'module', options: { module: './problem.mjs', seeds: ['./seed.ts'] } }, programs: 6, confirm: 2, stop: { tokens: 1_000_000 }, reporters: ['html'],
    archive: { name: 'top-k', options: { size: 3 } },
    proposers: [{ name: 'llm', options: { languageModel: { name: 'scripted', options: { script: './answers.json', by: 'order' } }, maxTokens: 500 } }, { name: 'ast', weight: 0.5 }],
  }));
  const before = readdirSync(folder);
  const forecast = documentOf<Forecast>(evospice(['evolve', file, '--out', run, '--dry-run', '--measure', '--json']));
  expect(readdirSync(folder)).toEqual(before);
  expect(forecast).toMatchObject({ seeds: 1, runs: 1, stop: { tokens: 1_000_000 }, measured: [{ case: 'one', failure: null }], unknown: [] });
  expect(forecast.hours?.planned).toBeGreaterThan(0);
  expect(forecast.proposers).toMatchObject([{ proposer: 'llm', models: ['scripted'], money: null, outputTokens: { how: expect.stringContaining('at most maxTokens') } }]);
  const text = evospice(['evolve', file, '--dry-run']).stdout;
  for (const part of ['1 seed; asks scripted', 'llm: calls', 'US dollars', 'not measured', 'may end it earlier: tokens 1000000']) expect(text).toContain(part);

  const evolved = documentOf<{ readonly programs: number; readonly champions: readonly unknown[]; readonly ledger: readonly { readonly questions: number }[] }>(evospice(['evolve', file, '--out', run, '--json']));
  expect(evospice(['export', run, '--out', join(folder, 'rows.jsonl')]).status).toBe(0);
  const rows = readFileSync(join(folder, 'rows.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { readonly exchanges: readonly { readonly messages: readonly { readonly content: string }[] }[] });
  const { run: state } = documentOf<{ readonly run: { readonly cases: number; readonly proposals: number } }>(evospice(['status', run, '--json']));
  const characters = rows.flatMap(({ exchanges }) => exchanges.flatMap(({ messages }) => messages)).reduce((sum, { content }) => sum + content.length, 0);
  const questions = evolved.ledger[0]?.questions ?? 0;
  expect(questions).toBeGreaterThan(1);
  for (const [what, truth, { least, most }] of [
    ['programs', evolved.programs, forecast.programs], ['proposals', state.proposals, forecast.proposals], ['champions', evolved.champions.length, forecast.champions],
    ['case runs', state.cases, forecast.totals.caseRuns], ['calls', questions, forecast.totals.calls], ['tokens, of 3 to 5 characters', characters / 4, forecast.proposers[0]!.inputTokens],
  ] as const) {
    expect(truth, what).toBeGreaterThanOrEqual(least);
    expect(truth, what).toBeLessThanOrEqual(most);
  }
});
