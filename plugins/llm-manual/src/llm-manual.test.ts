import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandInput } from '@evospice/contracts';
import { registryOf, testCommand, testLanguageModel } from '@evospice/testkit';
import { afterAll, describe, expect, it } from 'vitest';
import { answerCommand } from './answer-command.ts';
import plugin from './index.ts';
import { ManualLanguageModel } from './manual-language-model.ts';
import { answerQuestion, askIn, openQuestions } from './question-folder.ts';

const base = mkdtempSync(join(tmpdir(), 'evospice-manual-'));
afterAll(() => rmSync(base, { recursive: true }));
let made = 0;
const fresh = (): string => {
  const folder = join(base, String(made += 1));
  mkdirSync(folder);
  return folder;
};
const heard: string[] = [];
const logger = { debug: () => undefined, info: () => undefined, warn: (message: string) => void heard.push(message) };
const user = (content: string) => [{ role: 'user', content }] as const;
const never = new AbortController().signal;

/** Answers whatever is asked in a folder until it is told to stop. */
function somebody(folder: string, answer: string): () => Promise<void> {
  let going = true;
  const working = (async () => {
    while (going) {
      for (const { id } of await openQuestions(folder)) await answerQuestion(folder, id, answer);
      await new Promise((resolve) => { setTimeout(resolve, 10); });
    }
  })();
  return async () => { going = false; await working; };
}

async function asked(folder: string, count: number): Promise<Awaited<ReturnType<typeof openQuestions>>> {
  for (;;) {
    const open = await openQuestions(folder);
    if (open.length === count) return open;
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
}

testLanguageModel('manual', async () => {
  const folder = fresh();
  return { model: new ManualLanguageModel({ folder }, logger), close: somebody(folder, 'yes') };
}, {
  failing: {
    LLM_REFUSED: async () => ({ model: new ManualLanguageModel({ folder: undefined }, logger) }),
    LLM_TIMEOUT: async () => ({ model: new ManualLanguageModel({ folder: fresh(), timeoutSeconds: 0.01 }, logger) }),
    // What somebody lays there by hand is bounded as well.
    LLM_ANSWER: async () => {
      const folder = fresh();
      const model = new ManualLanguageModel({ folder }, logger);
      return { model: { name: model.name, complete: async (request) => {
        const [answer, [question]] = [model.complete(request), await asked(folder, 1)];
        writeFileSync(join(folder, `${question!.id}.answer.md`), Buffer.alloc(4 * 2 ** 20 + 1, 'x'));
        return answer;
      } } };
    },
  },
});
testCommand('answer', () => registryOf(plugin).create('Command', 'answer'), { arguments: [base] });

describe('questions in a folder', () => {
  it('are open side by side, also twice the same, and each gets its own answer', async () => {
    const folder = fresh();
    const answers = Promise.all(['a', 'b', 'a'].map((text) => askIn(folder, [{ role: 'system', content: 'Be brief.' }, ...user(text)], never)));
    const open = await asked(folder, 3);
    expect(new Set(open.map(({ id }) => id)).size).toBe(3);
    expect(open.map(({ text }) => text).toSorted()).toEqual(['a', 'a', 'b'].map((text) => `<!-- system -->\n\nBe brief.\n\n<!-- user -->\n\n${text}\n`));
    for (const { id, text } of open) await answerQuestion(folder, id, `${id} ${text.at(-2)}`);
    const texts = await answers;
    expect(texts.map((text) => text.at(-1))).toEqual(['a', 'b', 'a']);
    expect(new Set(texts).size).toBe(3);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('go away when they are cancelled', async () => {
    const folder = fresh();
    const controller = new AbortController();
    const answer = new ManualLanguageModel({ folder }, logger).complete({ messages: user('a') }, { signal: controller.signal });
    await asked(folder, 1);
    controller.abort();
    await expect(answer).rejects.toMatchObject({ code: 'LLM_CANCELLED' });
    expect(readdirSync(folder)).toEqual([]);
    expect(heard.filter((line) => line.includes(folder))).toHaveLength(1);
  });

  it('that a process left go away with the next; an answer given meanwhile is taken when the same is asked', async () => {
    const [first, second] = [fresh(), fresh()];
    const controller = new AbortController();
    const left = askIn(first, user('a'), controller.signal);
    const [question] = await asked(first, 1);
    writeFileSync(join(second, 'deadbeef.question.md'), 'of another prompt');
    writeFileSync(join(second, `${question!.id}.question.md`), readFileSync(question!.file));
    controller.abort();
    await expect(left).rejects.toThrow();
    await answerQuestion(second, question!.id, 'meanwhile');
    expect(await askIn(second, user('a'), never)).toBe('meanwhile');
    expect(readdirSync(second)).toEqual([]);
  });

  it('take no answer that is empty, of another id, or a second one', async () => {
    const folder = fresh();
    const answer = askIn(folder, user('a'), never);
    const [{ id } = { id: '' }] = await asked(folder, 1);
    for (const [wrong, text] of [[id, ' \n'], ['../x', 'text'], ['00000000', 'text'], [id, 'x'.repeat(4 * 2 ** 20 + 1)]] as const) {
      await expect(answerQuestion(folder, wrong, text)).rejects.toMatchObject({ code: 'USAGE_ANSWER' });
    }
    await answerQuestion(folder, id, 'one');
    await expect(answerQuestion(folder, id, 'two')).rejects.toMatchObject({ code: 'USAGE_ANSWER' });
    expect(await answer).toBe('one');
  });
});

describe('evospice answer', () => {
  const command = (args: readonly string[], options: CommandInput['options'] = {}) => answerCommand.run({ arguments: args, options, signal: never });

  it('lists, shows and answers questions of a run', async () => {
    const run = fresh();
    const folder = join(run, 'questions');
    mkdirSync(folder);
    expect(await command([run])).toMatchObject({ document: { questions: [] }, text: 'no question is open' });
    const answer = askIn(folder, user('How?'), never);
    const [{ id } = { id: '' }] = await asked(folder, 1);
    expect(await command([run])).toMatchObject({ document: { folder, questions: [{ id, text: '<!-- user -->\n\nHow?\n' }] } });
    expect((await command([folder, id])).text).toContain('How?');
    writeFileSync(join(run, 'answer.txt'), 'So.');
    await expect(command([run], { file: 'x' })).rejects.toMatchObject({ code: 'USAGE_ANSWER' });
    await expect(command([run, id], { file: join(run, 'nothing.txt') })).rejects.toMatchObject({ code: 'USAGE_ANSWER' });
    await expect(command([join(run, 'nowhere')])).rejects.toMatchObject({ code: 'USAGE_ANSWER' });
    expect(await command([run, id], { file: join(run, 'answer.txt') })).toMatchObject({ document: { answered: id, open: 0 } });
    expect(await answer).toBe('So.');
  });

  it('answers several at once, from files that are named and from a folder, and nothing while one of them is wrong', async () => {
    const run = fresh();
    const folder = join(run, 'questions');
    mkdirSync(folder);
    const answers = ['a', 'b', 'c', 'd'].map((text) => askIn(folder, user(text), never));
    const ids = (await asked(folder, 4)).toSorted((one, other) => one.text.localeCompare(other.text)).map(({ id }) => id);
    const file = (index: number): string => join(run, `${index}.txt`);
    for (const index of [0, 1]) writeFileSync(file(index), `to ${index}`);
    await expect(command([run], { file: `${ids[0]}=${file(0)},00000000=${file(1)}` })).rejects.toMatchObject({ code: 'USAGE_ANSWER' });
    expect(await asked(folder, 4)).toHaveLength(4);
    expect(await command([run], { file: `${ids[0]}=${file(0)},${ids[1]}=${file(1)}` })).toMatchObject({ document: { answered: [ids[0], ids[1]], open: 2 } });
    const given = join(run, 'given');
    mkdirSync(given);
    writeFileSync(join(given, `${ids[2]}.md`), 'to 2');
    writeFileSync(join(given, `${ids[3]}.answer.md`), 'to 3');
    writeFileSync(join(given, 'notes.md'), 'nothing');
    expect(await command([run], { file: given })).toMatchObject({ document: { answered: expect.arrayContaining([ids[2], ids[3]]), open: 0 } });
    expect(await Promise.all(answers)).toEqual(['to 0', 'to 1', 'to 2', 'to 3']);
  });

  it('declines with a reason, which is what the attempt fails with', async () => {
    const folder = fresh();
    const model = new ManualLanguageModel({ folder }, logger);
    const attempts = ['a', 'b'].map((text) => model.complete({ messages: user(text) }));
    const failures = Promise.allSettled(attempts);
    const ids = (await asked(folder, 2)).map(({ id }) => id);
    for (const [args, options] of [[[folder], { decline: true }], [[folder, ids[0]!], { decline: true, file: 'x' }], [[folder, ids[0]!], { because: 'x' }]] as const) {
      await expect(command(args, options)).rejects.toMatchObject({ code: 'USAGE_ANSWER' });
    }
    expect(await command([folder, ids.join(',')], { decline: true, because: 'not worth it' })).toMatchObject({ document: { declined: ids, open: 0 }, text: `${ids.join(', ')} are declined; 0 questions are open` });
    for (const failure of await failures) expect(failure).toMatchObject({ status: 'rejected', reason: { code: 'PROPOSAL_FAILED', message: 'the question was declined: not worth it' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('finds the questions of a run that are elsewhere', async () => {
    const [run, folder] = [fresh(), fresh()];
    const answer = new ManualLanguageModel({ folder, run }, logger).complete({ messages: user('Where?') });
    const [{ id } = { id: '' }] = await asked(folder, 1);
    writeFileSync(join(run, 'answer.txt'), 'There.');
    expect(await command([run])).toMatchObject({ document: { folder, questions: [{ id }] } });
    expect(await command([run, id], { file: join(run, 'answer.txt') })).toMatchObject({ document: { answered: id, open: 0 } });
    expect((await answer).text).toBe('There.');
  });
});
