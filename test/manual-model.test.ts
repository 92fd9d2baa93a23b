import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf, evospice, runEvospice, startEvospice, temporaryFolder } from './support/cli.ts';

const program = (value: number): string => `// EVOLVE-BLOCK-START
export default function f(x: number): number {
  return x * ${value};
}
// EVOLVE-BLOCK-END
`;
const answer = (value: number): string => `Nearer.\n\`\`\`ts\n${program(value)}\`\`\`\n`;

interface Open { readonly questions: readonly { readonly id: string; readonly text: string; readonly file: string }[] }

test('questions lie in the folder of the run, are answered side by side while it goes on, withdrawn with it, and asked again when it is resumed', async () => {
  const folder = temporaryFolder('manual');
  writeFileSync(join(folder, 'problem.mjs'), `export const problem = {
  contract: 'export default function f(x: number): number', goal: 'come near to a half', cases: [{ id: 'one', seed: 1 }],
  evaluate: async (program) => ({ score: 1 / (1 + Math.abs((await program.call('default', 1)) - 0.5)) }),
};\n`);
  writeFileSync(join(folder, 'seed.ts'), program(3));
  writeFileSync(join(folder, 'evolve.yaml'), JSON.stringify({
    problem: { name: 'module', options: { module: './problem.mjs', seeds: ['./seed.ts'] } }, archive: 'top-k', workers: 2, programs: 4, reporters: [],
    proposers: [{ name: 'llm', options: { languageModel: 'manual' } }],
  }));
  const run = join(folder, 'run');
  const line = ['evolve', join(folder, 'evolve.yaml'), '--out', run];
  const questions = join(run, 'questions');
  /** Ids of so many questions, once they are open. */
  const open = async (count: number, without?: string): Promise<readonly string[]> => {
    for (;;) {
      const names = existsSync(questions) ? readdirSync(questions) : [];
      const ids = names.flatMap((name) => /^(\S+)\.question\.md$/u.exec(name)?.[1] ?? []).filter((id) => !names.includes(`${id}.answer.md`));
      if (ids.length === count && !ids.includes(without ?? '')) return ids;
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
  };

  const first = startEvospice(line);
  await open(2);
  const [one, two] = documentOf<Open>(evospice(['answer', run, '--json'])).questions;
  expect(one?.text).toContain('come near to a half');
  expect(evospice(['answer', run, '00000000', '--file', join(folder, 'seed.ts')])).toMatchObject({ status: 2 });
  writeFileSync(join(folder, 'answer.md'), answer(1));
  expect(evospice(['answer', run, one!.id, '--file', join(folder, 'answer.md')])).toMatchObject({ status: 0 });
  // A worker is free and asks the next, while the other still waits.
  expect(await open(2, one!.id)).toContain(two!.id);
  const ended = once(first, 'exit');
  first.kill('SIGINT');
  expect(await ended).toEqual([130, null]);
  expect(readdirSync(questions)).toEqual([]);

  const resumed = runEvospice([...line, '--resume', '--json']);
  for (const value of [0.7, 0.5]) {
    const [question] = await open(value === 0.7 ? 2 : 1);
    writeFileSync(join(folder, 'answer.md'), answer(value));
    expect(evospice(['answer', run, question!, '--file', join(folder, 'answer.md')])).toMatchObject({ status: 0 });
  }
  expect(documentOf(await resumed)).toMatchObject({ ended: 'finished', programs: 4, champion: { score: 1 } });
  expect(readdirSync(questions)).toEqual([]);
});
