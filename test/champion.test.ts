import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programHash, singleFile } from '../packages/program-text/src/index.ts';
import { childOfAnswer } from '../plugins/proposer-llm/src/diff/child-of-answer.ts';
import { root } from './support/cli.ts';

interface RecordedProgram {
  readonly id: string;
  readonly parents: readonly string[];
  readonly proposer: string;
  readonly hash: string;
  /** Index of the answer that made it. */
  readonly answer?: number;
  readonly seed?: string;
  /** Numbers that were changed, as `line 7: 0.1 -> 0.2`. */
  readonly constants?: string;
}

/** What a run left: see docs/champion.md. */
class EvolutionRecord {
  readonly champion: string;
  readonly #folder: string;
  readonly #programs: readonly RecordedProgram[];
  readonly #answers: readonly string[];

  constructor(folder: string) {
    this.#folder = folder;
    const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
    ({ champion: this.champion, programs: this.#programs } = read<{ readonly champion: string; readonly programs: readonly RecordedProgram[] }>('record.json'));
    this.#answers = read<{ readonly exchanges: readonly { readonly answer: { readonly text: string } }[] }>('answers.json').exchanges.map(({ answer }) => answer.text);
  }

  /** The champion and its ancestors by their first parent, the seed first. */
  get lineage(): readonly RecordedProgram[] {
    const of = (id: string): RecordedProgram => this.#programs.find((program) => program.id === id)!;
    const line = [of(this.champion)];
    while (line[0]!.parents.length > 0) line.unshift(of(line[0]!.parents[0]!));
    return line;
  }

  seedText({ seed }: RecordedProgram): string {
    return readFileSync(join(this.#folder, seed!), 'utf8');
  }

  /** The text of a child, of its parent's and what the record has of it. */
  child(parent: string, { id, answer, constants }: RecordedProgram): string {
    if (constants !== undefined) return withConstants(parent, constants);
    const child = childOfAnswer(parent, this.#answers[answer!]!);
    if (!('source' in child)) throw new Error(`${id}: ${child.reason}`);
    return child.source;
  }
}

function withConstants(source: string, changes: string): string {
  const lines = source.split('\n');
  for (const change of changes.split('; ')) {
    const [, line, before, after] = /^line (\d+): (\S+) -> (\S+)$/u.exec(change)!;
    lines[Number(line) - 1] = lines[Number(line) - 1]!.replace(before!, after!);
  }
  return lines.join('\n');
}

const folder = join(root, 'examples', 'champion');
const runs = { first: new EvolutionRecord(join(folder, 'first')), second: new EvolutionRecord(folder) };

test.each(Object.entries(runs))('%s evolution: the record makes its champion of its seed again, program by program', (_, run) => {
  const [seed, ...children] = run.lineage;
  let source = run.seedText(seed!);
  expect(programHash(singleFile(source))).toBe(seed!.hash);
  expect(children.length).toBeGreaterThan(3);
  for (const child of children) {
    source = run.child(source, child);
    expect(programHash(singleFile(source)), child.id).toBe(child.hash);
  }
});

test('the second evolution began with the champion of the first', () => {
  expect(runs.second.lineage[0]!.hash).toBe(runs.first.lineage.at(-1)!.hash);
});

test('the optimizer champion is the champion of the second: but for comments, types and names', () => {
  const source = readFileSync(join(root, 'plugins', 'optimizer-champion', 'src', 'champion.ts'), 'utf8');
  expect(programHash(singleFile(source))).toBe(runs.second.lineage.at(-1)!.hash);
});

test.each(['.', 'first'])('the configuration that repeats a run is that of the run, but for whoever answers: %s', (run) => {
  const settings = (name: string): string => readFileSync(join(folder, run, name), 'utf8').replaceAll(/^#.*\n/gmu, '');
  expect(settings('replay.yaml').replace("{ name: scripted, options: { script: ./answers.json, by: order } }", 'manual')).toBe(settings('evolve.yaml'));
});
