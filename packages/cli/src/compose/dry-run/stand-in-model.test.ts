import { createRegistry } from '@evospice/kernel';
import { describe, expect, it } from 'vitest';
import { builtinPlugins } from '../builtin-plugins.ts';
import { StandInModel } from './stand-in-model.ts';

const shown = (language: string, code: string): string => `Talk.\n\n\`\`\`${language}\n${code}\n\`\`\`\n\nMore talk.`;
const answerTo = async (content: string, answers: 'good' | 'bad' = 'good'): Promise<string> =>
  (await new StandInModel({ name: 'm', answers, asked: {} }).complete({ messages: [{ role: 'user', content }] })).text;

describe('a stand-in for a language model', () => {
  it('adds one line to the last whole program that it is shown', async () => {
    const old = shown('ts', '// EVOLVE-BLOCK-START\nexport default 0;\n// EVOLVE-BLOCK-END');
    expect(await answerTo(`${old}\n${shown('ts', '  // EVOLVE-BLOCK-START\n  export default 1;\n  // EVOLVE-BLOCK-END')}\n${shown('', 'no program')}`))
      .toBe('One line more.\n\n```ts\n  // EVOLVE-BLOCK-START\n  const rehearsal1 = 1;\n  export default 1;\n  // EVOLVE-BLOCK-END\n```');
    expect(await answerTo(shown('py', '# EVOLVE-BLOCK-START\nx = 1\n# EVOLVE-BLOCK-END'))).toContain('# EVOLVE-BLOCK-START\nrehearsal1 = 1\nx = 1');
    expect(await answerTo(shown('lisp', '; EVOLVE-BLOCK-START\n; EVOLVE-BLOCK-END'))).toContain('; EVOLVE-BLOCK-START\n; rehearsal 1\n; EVOLVE-BLOCK-END');
  });

  it('says nothing of use where it is shown no program, and where it is to fail', async () => {
    expect(await answerTo('Which lessons are there?')).toBe('Answer 1 holds no program.');
    expect(await answerTo(shown('ts', '// EVOLVE-BLOCK-START\n// EVOLVE-BLOCK-END'), 'bad')).toBe('Answer 1 holds no program.');
  });

  it('takes the place of every language model, also of those that plugins ask for; options are checked as before', async () => {
    const registry = createRegistry(builtinPlugins);
    const made: string[] = [];
    registry.substitute('LanguageModel', ({ name }) => {
      made.push(name);
      return new StandInModel({ name, answers: 'good', asked: {} });
    });
    registry.create('Proposer', { name: 'llm', options: { languageModel: { name: 'openai', options: { model: 'a' } } } });
    expect(made).toEqual(['openai']);
    expect(() => registry.create('LanguageModel', { name: 'openai', options: {} })).toThrow(expect.objectContaining({ code: 'EXTENSION_OPTIONS' }));
  });
});
