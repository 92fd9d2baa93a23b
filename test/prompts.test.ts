import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { documentOf, evospice, temporaryFolder } from './support/cli.ts';

const PROBLEM = `
export const problem = {
  contract: 'export default function guess(): number', goal: 'Return a large number.', background: 'Numbers have no end.', library: [{ name: 'doubling', summary: 'twice as much' }],
  cases: [{ id: 'one', seed: 1 }],
  evaluate: async (program) => {
    const value = await program.call('default');
    return { score: value, artefacts: { digest: 'it returned ' + value } };
  },
};
`;
const seed = `export default function guess(): number {
  // EVOLVE-BLOCK-START
  const value = 1;
  // EVOLVE-BLOCK-END
  return value;
}
`;
const edit = (from: string, to: string): string => `<<<<<<< SEARCH\n  const value = ${from};\n=======\n  const value = ${to};\n>>>>>>> REPLACE\n`;

interface Shown {
  readonly program: { readonly operator: string; readonly parents: readonly string[] };
  readonly details: Readonly<Record<string, unknown>>;
}

test('a run with templates of its own repairs a failed child, and says when its prompts have changed', () => {
  const folder = temporaryFolder('prompts');
  const [run, own, config] = ['run', 'own', 'evolve.yaml'].map((name) => join(folder, name)) as [string, string, string];
  expect(evospice(['prompts', own])).toMatchObject({ status: 0, stderr: '' });
  const template = (name: string, text: string): void => writeFileSync(join(own, `${name}.md.liquid`), text);
  writeFileSync(join(folder, 'problem.mjs'), PROBLEM);
  writeFileSync(join(folder, 'seed.ts'), seed);
  const script = (...answers: readonly string[]): void =>
    writeFileSync(join(folder, 'answers.json'), JSON.stringify({ exchanges: answers.map((text) => ({ model: 'm', answer: { text, model: 'm', usage: { inputTokens: 1, outputTokens: 1 } } })) }));
  script(edit('2', '3'), edit('1', 'nothing'));
  const configure = (programs: number): void => writeFileSync(config, JSON.stringify({
    problem: { name: 'module', options: { module: './problem.mjs', seeds: ['./seed.ts'], evaluate: 'beside' } }, programs, reporters: [],
    archive: { name: 'top-k', options: { size: 3 } },
    proposers: [{ name: 'llm', options: { languageModel: { name: 'scripted', options: { script: './answers.json', by: 'order' } }, prompts: './own', kinds: { diff: 1, rewrite: 0, crossover: 0, simplify: 0, repair: 1e6 } } }],
  }));

  // Nothing is begun with a template that does not fit.
  configure(2);
  template('run', '# The run\n{{ breif }}\n');
  const refused = evospice(['evolve', config, '--out', run]);
  expect(refused.status, refused.stdout).toBe(2);
  expect(refused.stderr).toContain(`${join(own, 'run.md.liquid')}, line 2: there is no variable "breif" here`);

  template('run', '# What it is about\n{{ brief }}\n');
  template('ask-repair', 'Mend it.\n');
  const first = evospice(['evolve', config, '--out', run, '--resume', '--json']);
  expect(first.status, first.stderr).toBe(0);
  configure(3);
  script(edit('nothing', '5'));
  template('ask-diff', 'Change it.\n');
  const resumed = evospice(['evolve', config, '--out', run, '--resume', '--json']);
  expect(resumed.status, resumed.stderr).toBe(0);
  expect(documentOf(resumed)).toMatchObject({ programs: 3, champion: { program: 'p0003', score: 5 } });

  const database = new DatabaseSync(join(run, 'run.sqlite'), { readOnly: true });
  const payloads = <T>(type: string): readonly T[] => (database.prepare('SELECT payload FROM events WHERE type = ? ORDER BY sequence').all(type) as { readonly payload: string }[]).map(({ payload }) => JSON.parse(payload) as T);
  const children = payloads<Shown>('program-proposed').slice(1);
  type Read = readonly { readonly prompts: Readonly<Record<string, string>> }[];
  const [resumption] = payloads<{ readonly changed: Readonly<Record<'what proposers read', { readonly before: Read; readonly now: Read }>> }>('run-resumed');
  database.close();
  expect(children).toMatchObject([
    { program: { operator: 'llm-diff', parents: ['p0001'] }, details: { model: 'scripted', form: 'edits', repairs: 1 } },
    { program: { operator: 'llm-repair', parents: ['p0001'] }, details: { model: 'scripted', form: 'edits', repaired: 'p0002' } },
  ]);
  const { before, now } = resumption!.changed['what proposers read'];
  expect(Object.entries(now[0]!.prompts).flatMap(([name, hash]) => (hash === before[0]!.prompts[name] ? [] : [name]))).toEqual(['ask-diff']);

  // What the model was asked is all that was known.
  const asked = (program: string): string => evospice(['show', run, program]).stdout;
  const diff = asked('p0002');
  for (const part of ['# Background\nNumbers have no end.', '- doubling: twice as much', '# What it is about\nReturn a large number.', '- one: it returned 1', 'The nearest lines of the program begin at line 3:\n  const value = 1;']) expect(diff).toContain(part);
  const repair = asked('p0003');
  for (const part of ['It failed with PROGRAM_ERROR: on one with seed 1:', 'nothing is not defined', '  const value = nothing;', 'Mend it.']) expect(repair).toContain(part);
});
