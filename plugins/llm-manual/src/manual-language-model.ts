import { EvospiceError, type Completion, type CompletionRequest, type LanguageModel, type Logger } from '@evospice/contracts';
import { askIn } from './question-folder.ts';
import { noteFolder } from './question-folders.ts';

export interface ManualSettings {
  /** Folder of the questions, absolute; undefined where no run is made. */
  readonly folder: string | undefined;
  /** Folder of the run, absolute; it says where the questions are if they are elsewhere. */
  readonly run?: string | undefined;
  readonly timeoutSeconds?: number | undefined;
}

/** A person, or another agent, answers. Any number of questions is open at once. */
export class ManualLanguageModel implements LanguageModel {
  readonly name = 'manual';
  readonly #settings: ManualSettings;
  readonly #logger: Logger;
  #told = false;

  constructor(settings: ManualSettings, logger: Logger) {
    this.#settings = settings;
    this.#logger = logger;
  }

  async complete({ messages }: CompletionRequest, { signal }: { readonly signal?: AbortSignal } = {}): Promise<Completion> {
    const { folder, run, timeoutSeconds } = this.#settings;
    const isCancelled = (): boolean => signal?.aborted === true;
    if (folder === undefined) {
      throw new EvospiceError('LLM_REFUSED', 'no run is made in whose folder questions could lie', { expected: 'a run, or a folder for questions', remedy: 'name a folder by the option `folder`' });
    }
    if (isCancelled()) throw cancelled(signal?.reason);
    if (!this.#told) this.#logger.warn(`questions wait for answers in ${folder}; \`evospice answer\` with the folder of the run lists them`);
    if (!this.#told && run !== undefined) await noteFolder(run, folder);
    this.#told = true;
    const timeout = timeoutSeconds === undefined ? [] : [AbortSignal.timeout(timeoutSeconds * 1000)];
    try {
      return { text: await askIn(folder, messages, AbortSignal.any([...(signal === undefined ? [] : [signal]), ...timeout])), model: this.name };
    } catch (error) {
      if (isCancelled()) throw cancelled(error);
      if (EvospiceError.is(error) || !timeout.some(({ aborted }) => aborted)) throw error;
      throw new EvospiceError('LLM_TIMEOUT', `nobody answered within ${timeoutSeconds} s`, { remedy: 'raise timeoutSeconds, or leave it out', cause: error });
    }
  }
}

function cancelled(cause: unknown): EvospiceError {
  return new EvospiceError('LLM_CANCELLED', 'the request was cancelled', { cause });
}
