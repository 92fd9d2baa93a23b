import type { ChildVerdict, Memory } from '@evospice/contracts';
import type { PromptPart } from '../../prompt/prompt-part.ts';
import type { Prompts } from '../../prompt/prompts.ts';
import type { Advice, Advised, Occasion } from '../advice.ts';
import { memoryOf, readMemory } from '../memories.ts';
import { oneLine } from '../text-id.ts';
import { attemptOf, summaryOf, type Attempt } from './summary.ts';

/** Characters of a plan on record, and in the prompt for the edit. */
const LONGEST_PLAN = 1200;
/** Summaries that the model is asked for at a time. */
const MOST_ASKED = 8;
/** Summaries remembered. */
const MOST_SUMMARIES = 100;

export interface PlanningOptions {
  /** Whether the model writes the summaries, at the price of a question. */
  readonly summaries: 'made' | 'model';
  /** Newest summaries shown in prompts. */
  readonly shown: number;
}

interface Summary {
  readonly program: string;
  readonly text: string;
}

/** Asks for a plan before a change, and shows in later prompts what came of the plans. */
export class Planning implements Advice {
  readonly #options: PlanningOptions;
  readonly #prompts: Pick<Prompts, 'fill'>;
  /** Oldest first. */
  #summaries: readonly Summary[] = [];
  /** Attempts that the model has not summarised, oldest first. */
  #unsummarised: readonly Attempt[] = [];
  #isAsking = false;

  constructor(options: PlanningOptions, prompts: Pick<Prompts, 'fill'>) {
    this.#options = options;
    this.#prompts = prompts;
  }

  async prepare(occasion: Occasion): Promise<Advised> {
    if (this.#options.summaries === 'model' && this.#unsummarised.length > 0 && !this.#isAsking) {
      this.#isAsking = true;
      try {
        await this.#summarise(occasion);
      } finally {
        this.#isAsking = false;
      }
    }
    const history = await this.#history();
    // Whoever repairs has the error to go by, and whoever writes the first program has none to plan a change of.
    if (occasion.arm.kind === 'repair' || occasion.arm.kind === 'write') return { parts: history, details: {} };
    const answer = await occasion.ask(await occasion.question('ask-plan', [...occasion.parts, ...history]));
    const plan = answer.trim().slice(0, LONGEST_PLAN).trim();
    if (plan === '') return { parts: history, details: {} };
    const text = await this.#prompts.fill('plan', { plan });
    return { parts: [...history, { name: 'plan', text, value: Number.POSITIVE_INFINITY }], details: { plan: oneLine(plan, LONGEST_PLAN) } };
  }

  outcome(verdict: ChildVerdict): void {
    const attempt = attemptOf(verdict);
    if (attempt === undefined) return;
    this.#summaries = [...this.#summaries, { program: attempt.program, text: summaryOf(attempt) }].slice(-MOST_SUMMARIES);
    if (this.#options.summaries === 'model') this.#unsummarised = [...this.#unsummarised, attempt].slice(-MOST_ASKED);
  }

  remember(memory: Memory): void {
    const told = new Map(readMemory(memory, 'summaries')?.summaries.map(({ program, text }) => [program, text]));
    this.#summaries = this.#summaries.map(({ program, text }) => ({ program, text: told.get(program) ?? text }));
    this.#unsummarised = this.#unsummarised.filter(({ program }) => !told.has(program));
  }

  async #history(): Promise<readonly PromptPart[]> {
    const { shown } = this.#options;
    const newest = shown === 0 ? [] : this.#summaries.slice(-shown).map(({ text }) => text);
    if (newest.length === 0) return [];
    const fill = (summaries: readonly string[]): Promise<string> => this.#prompts.fill('summaries', { summaries });
    const shorter = newest.length < 4 ? [] : [await fill(newest.slice(-Math.floor(newest.length / 2)))];
    return [{ name: 'summaries', text: await fill(newest), value: 45, shorter }];
  }

  /** Asks for a line for each attempt; where the answer has none, the line made without the model stays. */
  async #summarise({ ask, keep }: Occasion): Promise<void> {
    const attempts = this.#unsummarised;
    const answer = await ask([{ role: 'user', content: await this.#prompts.fill('ask-summaries', { attempts: attempts.map((attempt, index) => ({ ...attempt, number: index + 1 })) }) }]);
    const lines = new Map([...answer.matchAll(/^\s*(\d+)[.):]\s*(.+?)\s*$/gmu)].map(([, number, text]) => [Number(number), oneLine(text!, 400)]));
    keep(memoryOf('summaries', { summaries: attempts.map((attempt, index) => ({ program: attempt.program, text: lines.get(index + 1) ?? summaryOf(attempt) })) }));
  }
}
