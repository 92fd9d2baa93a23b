import type { ChatMessage, ChildVerdict, LanguageModel, Memory, ProposalDetails, ProposalRequest, RandomSource } from '@evospice/contracts';
import type { Arm } from '../choice/arm.ts';
import type { PromptPart } from '../prompt/prompt-part.ts';
import type { TemplateName } from '../prompt/templates.ts';

/** A prompt that is about to be written. */
export interface Occasion {
  readonly request: ProposalRequest;
  /** What is asked for, and of whom. */
  readonly arm: Arm;
  /** Of this advice alone. */
  readonly random: RandomSource;
  /** What other advice adds to the prompt. */
  readonly parts: readonly PromptPart[];
  /**
   * Asks another question on the way; it counts as part of the attempt. The answer is without the model's thoughts.
   * @param model the one that is asked for the child when left out
   */
  ask(messages: readonly ChatMessage[], model?: LanguageModel): Promise<string>;
  /** Whether a question leaves room for an answer in the context of the model. */
  fits(messages: readonly ChatMessage[]): Promise<boolean>;
  /** The question at hand with these parts, and something else asked at its end. */
  question(asks: TemplateName, parts: readonly PromptPart[]): Promise<readonly ChatMessage[]>;
  /** Stores a memory, and gives it to `remember`. */
  keep(memory: Memory): void;
}

/** What advice comes to. */
export interface Advised {
  readonly parts: readonly PromptPart[];
  /** For the record of the child. */
  readonly details: ProposalDetails;
}

/**
 * Gives prompts further parts, such as lessons, and may ask the model something first. What it knows follows from what `outcome` and `remember` were told, in
 * their order, and from nothing else: so it knows the same after a resumption.
 */
export interface Advice {
  /** @throws EvospiceError the model's own when it gave no answer */
  prepare(occasion: Occasion): Promise<Advised>;
  /** Hears what became of children, as the proposer does. */
  outcome?(verdict: ChildVerdict): void;
  /** Is given back what was kept, as the proposer is; other kinds are passed over. */
  remember?(memory: Memory): void;
}

/** Several in order: later ones see what earlier ones add. */
export async function adviseInTurn(all: readonly Advice[], occasion: Omit<Occasion, 'parts'>): Promise<Advised> {
  let advised: Advised = { parts: [], details: {} };
  for (const one of all) {
    const { parts, details } = await one.prepare({ ...occasion, random: occasion.random.split(), parts: advised.parts });
    advised = { parts: [...advised.parts, ...parts], details: { ...advised.details, ...details } };
  }
  return advised;
}
