import { defined, EvospiceError } from '@evospice/contracts';

/** Something about measured files that neither they nor the options say. */
export interface Question {
  /** Option that answers it, such as `--device`. */
  readonly option: string;
  /** A clause such as `which kind of device was measured`. */
  readonly text: string;
  /** What is to be said in place of "the file does not say" and the clause. */
  readonly statement?: string;
  /** What the answer looks like on a command line. */
  readonly example: string;
  /** Where the answer is one of a few. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** File that the question is about. */
  readonly file?: string;
  /** What is wrong with an answer; undefined where it can be taken. */
  readonly check?: (answer: string) => string | undefined;
}

/** Asks somebody. Rejects where nobody is there. */
export type Ask = (question: Question) => Promise<string>;

/** Nobody is there to answer. @throws EvospiceError `USAGE_IMPORT` that names the option */
export const refuse: Ask = async ({ option, text, statement, example, choices, file }) => {
  throw new EvospiceError('USAGE_IMPORT', statement ?? `the ${file === undefined ? 'files do' : 'file does'} not say ${text}`, defined({
    file,
    expected: choices === undefined ? `${option} ${example}` : `${option} with ${choices.length === 1 ? '' : 'one of '}${choices.map(({ value }) => value).filter((value) => value !== '').join(', ')}`,
    remedy: `add ${option} ${example}, or run the command at a terminal without --json, where it asks`,
  }));
};

/** Asks each thing once: what was answered holds for the rest of the import. */
export function onceEach(ask: Ask): Ask {
  const answers = new Map<string, Promise<string>>();
  return (question) => {
    const key = JSON.stringify([question.option, question.file, question.text]);
    const answer = answers.get(key) ?? ask(question);
    answers.set(key, answer);
    return answer;
  };
}
