import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programHash, singleFile } from '../packages/program-text/src/index.ts';
import { childOfAnswer } from '../plugins/proposer-llm/src/diff/child-of-answer.ts';
import { root } from './support/cli.ts';

/** What the run of the champion left: see docs/champion.md. */
interface Record {
  readonly champion: string;
  readonly programs: readonly { readonly id: string; readonly parents: readonly string[]; readonly proposer: string; readonly hash: string; readonly answer?: number; readonly seed?: string }[];
}
const folder = join(root, 'examples', 'champion');
const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
const record = read<Record>('record.json');
const { exchanges } = read<{ readonly exchanges: readonly { readonly answer: { readonly text: string } }[] }>('answers.json');

/** The champion and its ancestors by their first parent, the seed first. */
function lineage(): Record['programs'] {
  const of = (id: string): Record['programs'][number] => record.programs.find((program) => program.id === id)!;
  const line = [of(record.champion)];
  while (line[0]!.parents.length > 0) line.unshift(of(line[0]!.parents[0]!));
  return line;
}

test('the recorded answers make the champion of its seed again, program by program', () => {
  const [seed, ...children] = lineage();
  let source = readFileSync(join(folder, seed!.seed!), 'utf8');
  expect(programHash(singleFile(source))).toBe(seed!.hash);
  expect(children.length).toBeGreaterThan(3);
  for (const { id, hash, answer } of children) {
    const child = childOfAnswer(source, exchanges[answer!]!.answer.text);
    if (!('source' in child)) throw new Error(`${id}: ${child.reason}`);
    expect(programHash(singleFile(child.source)), id).toBe(hash);
    ({ source } = child);
  }
});

test('the optimizer champion is that program: but for comments, types and names', () => {
  const source = readFileSync(join(root, 'plugins', 'optimizer-champion', 'src', 'champion.ts'), 'utf8');
  expect(programHash(singleFile(source))).toBe(lineage().at(-1)!.hash);
});

test('the configuration that repeats the run is that of the run, but for whoever answers', () => {
  const replayed = (name: string): string => readFileSync(join(folder, name), 'utf8').replaceAll(/^#.*\n/gmu, '');
  expect(existsSync(join(folder, 'answers.json'))).toBe(true);
  expect(replayed('replay.yaml').replace("{ name: scripted, options: { script: ./answers.json, by: order } }", 'manual')).toBe(replayed('evolve.yaml'));
});
