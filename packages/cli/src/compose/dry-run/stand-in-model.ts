import type { Completion, CompletionRequest, LanguageModel } from '@evospice/contracts';

/** What a stand-in was asked for, kept for all that have its name. */
export interface AskedFor {
  /** Longest answer that was asked for; undefined where a request named none. */
  maxTokens?: number | undefined;
}

export interface StandInOptions {
  readonly name: string;
  /** Answers that a proposer can use, or none that it can. */
  readonly answers: 'good' | 'bad';
  readonly asked: AskedFor;
}

/** Takes the place of a language model in a rehearsal: it changes the program that it is shown by one line, or says nothing of use. */
export class StandInModel implements LanguageModel {
  readonly name: string;
  readonly #options: StandInOptions;
  #answers = 0;

  constructor(options: StandInOptions) {
    this.name = options.name;
    this.#options = options;
  }

  complete({ messages, maxTokens }: CompletionRequest): Promise<Completion> {
    const { answers, asked } = this.#options;
    asked.maxTokens = maxTokens;
    this.#answers += 1;
    const shown = messages.map(({ content }) => content).join('\n');
    return Promise.resolve({ model: this.name, text: (answers === 'good' ? changed(shown, this.#answers) : undefined) ?? `Answer ${this.#answers} holds no program.` });
  }
}

const MARKER = /^(?<indent>[ \t]*)(?<before>\S*)[ \t]*EVOLVE-BLOCK-START(?<after>.*)$/mu;

/** The last whole program in a code fence with one line more in its evolve block; undefined where none is shown. */
function changed(shown: string, number: number): string | undefined {
  const program = [...shown.matchAll(/^(?<fence>`{3,}|~{3,})(?<language>[^\n]*)\n(?<code>[^]*?)\n\k<fence>[ \t]*$/gmu)].findLast(({ groups }) => /EVOLVE-BLOCK-START[^]*EVOLVE-BLOCK-END/u.test(groups?.['code'] ?? ''))?.groups;
  if (program === undefined) return undefined;
  const { language = '', code = '', fence = '```' } = program as Readonly<Record<string, string>>;
  const child = code.replace(MARKER, (marker, indent: string, before: string, after: string) => `${marker}\n${indent}${lineOf(language.trim(), { number, before, after })}`);
  return `One line more.\n\n${fence}${language}\n${child}\n${fence}`;
}

/** A statement where the language is known, as comments do not make another program; a comment elsewhere. */
function lineOf(language: string, { number, before, after }: { readonly number: number; readonly before: string; readonly after: string }): string {
  if (/^(?:[cm]?[jt]s|typescript|javascript)$/u.test(language)) return `const rehearsal${number} = ${number};`;
  if (/^py(?:thon)?$/u.test(language)) return `rehearsal${number} = ${number}`;
  return `${before} rehearsal ${number}${after}`;
}
