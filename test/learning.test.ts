import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sendJson, stubService } from '@evospice/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { documentOf, evospice, runEvospice, temporaryFolder } from './support/cli.ts';

const program = (value: number): string => `// EVOLVE-BLOCK-START\nexport default function f(x: number): number {\n  return x * ${value};\n}\n// EVOLVE-BLOCK-END\n`;

/** A model whose answers follow from the questions alone: it plans, draws lessons, writes paragraphs, and programs with some number. */
function answerTo(question: string): string {
  const hash = createHash('sha256').update(question).digest('hex');
  if (question.includes('Do not write code yet')) return `The factor is wrong, says ${hash.slice(0, 6)}.`;
  if (question.includes('You keep the notebook')) return `- [1]\n- Lesson ${hash.slice(0, 6)}.\n`;
  if (question.includes('one new paragraph')) return `Way ${hash.slice(0, 6)}.`;
  if (question.includes('Answer with one line for each')) return [...question.matchAll(/^(\d+)\. Planned/gmu)].map(([, number]) => `${number}. Short ${hash.slice(0, 6)}.`).join('\n');
  return `\`\`\`ts\n${program(Number.parseInt(hash.slice(0, 4), 16) / 2 ** 16)}\`\`\``;
}

/** What a run has stored of these types, in order. */
function stored(run: string, types: readonly string[]): readonly unknown[] {
  const database = new DatabaseSync(join(run, 'run.sqlite'), { readOnly: true });
  try {
    return (database.prepare('SELECT type, payload FROM events ORDER BY sequence').all() as { type: string; payload: string }[]).filter(({ type }) => types.includes(type)).map(({ type, payload }) => [type, JSON.parse(payload)]);
  } finally {
    database.close();
  }
}

interface State { readonly run: { readonly experiments: readonly { readonly name: string; readonly ways: readonly { readonly way: string; readonly text: string | null; readonly programs: number }[] }[] } }

test('a run learns, says what that was worth, is the same when it is made again from its answers with an interruption, and teaches another run', async () => {
  const questions: string[] = [];
  const service = await stubService((response) => {
    const { messages } = service.received.at(-1)!.body as { messages: { content: string }[] };
    questions.push(messages.at(-1)!.content);
    sendJson(response, 200, { id: 'c', object: 'chat.completion', created: 0, model: 'stub', choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: answerTo(questions.at(-1)!) } }], usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 } });
  });
  onTestFinished(() => service.close());
  const folder = temporaryFolder('learning');
  writeFileSync(join(folder, 'problem.mjs'), `export const problem = {
  contract: 'export default function f(x: number): number', goal: 'come near to a half', cases: [{ id: 'one', seed: 1 }],
  evaluate: async (program) => ({ score: 1 / (1 + Math.abs((await program.call('default', 1)) - 0.5)) }),
};\n`);
  writeFileSync(join(folder, 'seed.ts'), program(0.9));
  const openai = { name: 'openai', options: { model: 'stub', baseUrl: `${service.url}/v1` } };
  const everything = { plan: { summaries: 'model', shown: 4 }, lessons: { every: 4, keep: 3, ownShare: 0.5 }, metaPrompts: { size: 3, every: 4 } };
  const configuration = (name: string, languageModel: object, options: object, programs: number): string => {
    const file = join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify({
      problem: { name: 'module', options: { module: './problem.mjs', seeds: ['./seed.ts'] } }, archive: { name: 'top-k', options: { size: 4 } }, seed: 3, programs, reporters: ['html'],
      proposers: [{ name: 'llm', options: { languageModel, ...options } }],
    }));
    return file;
  };
  const run = join(folder, 'run');
  const evolved = await runEvospice(['evolve', configuration('evolve', openai, everything, 14), '--out', run]);
  expect(evolved.status, evolved.stderr).toBe(0);
  expect(evolved.stdout).toContain('llm, paragraph:');
  const { run: { experiments } } = documentOf<State>(evospice(['status', run, '--json']));
  expect(experiments.map(({ name }) => name)).toEqual(expect.arrayContaining(['lessons', 'lesson', 'paragraph']));
  const ways = (name: string): State['run']['experiments'][number]['ways'] => experiments.find((one) => one.name === name)?.ways ?? [];
  expect(ways('paragraph').every(({ text, programs }) => text !== null && programs > 0)).toBe(true);
  expect(ways('paragraph').some(({ text }) => text?.startsWith('Way ') === true)).toBe(true);
  expect(ways('lessons').map(({ way }) => way).toSorted()).toEqual(['shown', 'withheld']);
  expect(ways('lesson').every(({ text }) => /^Lesson \w{6}\.$/u.test(text ?? ''))).toBe(true);
  expect(readFileSync(join(run, 'report.html'), 'utf8')).toContain('Left to chance');
  expect(questions.some((question) => /# The plan\nThe factor is wrong[\s\S]*Carry it out/u.test(question) && question.includes('# Lessons from this run') && question.includes('- Short '))).toBe(true);
  expect(documentOf(evospice(['replay', run, '--json']))).toMatchObject({ equal: true });
  const [, second] = stored(run, ['program-proposed']) as readonly (readonly [string, { readonly program: { readonly id: string } }])[];
  expect(evospice(['show', run, second![1].program.id]).stdout).toContain('--- learnt on the way to it\nparagraphs: {');

  // From its answers, with an end on the way.
  expect(evospice(['export', run, '--as', 'script', '--out', join(folder, 'answers.json')]).status).toBe(0);
  const scripted = { name: 'scripted', options: { script: './answers.json' } };
  const again = join(folder, 'again');
  for (const [programs, more] of [[8, []], [14, ['--resume']]] as const) {
    const result = await runEvospice(['evolve', configuration('again', scripted, everything, programs), '--out', again, ...more]);
    expect(result.status, result.stderr).toBe(0);
  }
  const story = (of: string): unknown => JSON.parse(JSON.stringify(stored(of, ['program-proposed', 'memory-kept', 'program-judged', 'program-rejected', 'champion-changed'])).replaceAll(/"model":"[^"]*"/gu, '"model":""'));
  expect(story(again)).toEqual(story(run));

  // Another run is taught by the first.
  questions.length = 0;
  const taught = await runEvospice(['evolve', configuration('taught', openai, { lessons: { every: 0, from: ['./run'] } }, 12), '--out', join(folder, 'taught')]);
  expect(taught.status, taught.stderr).toBe(0);
  expect(stored(join(folder, 'taught'), ['memory-kept'])).toHaveLength(1);
  const { run: { experiments: [past] } } = documentOf<State>(evospice(['status', join(folder, 'taught'), '--json']));
  expect(past).toMatchObject({ name: 'past-lessons' });
  const shown = questions.filter((question) => /# Lessons from other runs\n1\. Lesson \w{6}\./u.test(question)).length;
  expect(shown).toBeGreaterThan(0);
  expect(shown).toBeLessThan(questions.length);
  expect(past?.ways.find(({ way }) => way === 'shown')?.programs).toBe(shown);
});
