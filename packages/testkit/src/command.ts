import type { Command, CommandLine } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';

/** What a command declares. */
interface Declared {
  readonly arguments: string[];
  readonly flags: string[];
}

/**
 * Conformance suite of the `Command` extension point: what it declares and what it answers.
 * @param makeCommand a fresh command
 * @param input arguments, and options by name in camel case, of a call that succeeds
 */
export function testCommand(
  name: string, makeCommand: () => Command, input: { readonly arguments?: readonly string[]; readonly options?: Readonly<Record<string, string | boolean>> } = {},
): void {
  const declared = (): Declared => {
    const found: Declared = { arguments: [], flags: [] };
    const line: CommandLine = {
      argument: (syntax) => (found.arguments.push(syntax), line),
      option: (flags) => (found.flags.push(flags), line),
    };
    makeCommand().register(line);
    return found;
  };

  describe(`command ${name}`, () => {
    it('has a name that can be typed, and a description', () => {
      const command = makeCommand();
      expect(command.name).toMatch(/^[a-z][a-z0-9-]*$/u);
      expect(command.description).toMatch(/^\S[^\n]*$/u);
    });

    it('declares arguments and options by their syntax, and none that is there already', () => {
      const { arguments: given, flags } = declared();
      for (const syntax of given) expect(syntax).toMatch(/^(?:<[\w-]+>|\[[\w-]+\])$/u);
      for (const flag of flags) expect(flag).toMatch(/^--[a-z][a-z-]*(?: (?:<[\w -]+>|\[[\w -]+\]))?$/u);
      for (const flag of flags) expect(['--json', '--help', '--plugin', '--config', '--verbose']).not.toContain(flag.split(' ')[0]);
    });

    it('answers with a JSON document and a text, and prints nothing by itself', async () => {
      const { arguments: given } = declared();
      const values = given.map((_, index) => input.arguments?.[index]);
      const result = await makeCommand().run({ arguments: values, options: input.options ?? {}, signal: new AbortController().signal });
      expect(JSON.parse(JSON.stringify(result.document))).toEqual(result.document);
      expect(typeof result.text).toBe('string');
      expect(result.exitCode ?? 0).toBe(0);
    });
  });
}
