import type { ChildVerdict, ProposalRequest } from '@evospice/contracts';
import type { Arm } from '../choice/arm.ts';

/** A section of a prompt. */
export interface PromptPart {
  /** What records and templates call it. */
  readonly name: string;
  /** Markdown with its own heading. */
  readonly text: string;
  /** How useful it is: where a prompt does not fit, the least useful part is shortened or dropped first. `Infinity`: never. */
  readonly value: number;
  /** Shorter texts that take its place before it is dropped, longest first. */
  readonly shorter?: readonly string[];
}

/** Gives prompts further parts, such as lessons. */
export interface Advice {
  /** Depends on the request and what `outcome` was told, on nothing else. */
  parts(request: ProposalRequest, arm: Arm): readonly PromptPart[];
  /** Hears what became of children, as the proposer does. */
  outcome?(verdict: ChildVerdict): void;
}
