import type { ChildVerdict, ProposalDetails } from '@evospice/contracts';
import { faultOf } from '@evospice/contracts';

/** What names an arm: its model, as its configuration calls it, and the kind of change. */
export interface ArmName {
  readonly model: string;
  readonly kind: string;
}

/** An arm that was chosen, and what came of it. */
export interface Pull extends ArmName {
  /** By how much the child beat its parent, from 0 on; 0 where it did not, or where no child came of it. */
  readonly gain: number;
  /** US dollars; left out where nobody tells them. */
  readonly money?: number;
  /** Tokens read and written; left out where nobody tells them. */
  readonly tokens?: number;
}

export function armKey({ model, kind }: ArmName): string {
  return `${kind} ${model}`;
}

const operatorPrefix = 'llm-';

/** The arm that a child came of; undefined for a child of another proposer. */
export function armOf({ program: { operator }, details: { model } }: ChildVerdict): ArmName | undefined {
  return typeof model === 'string' && operator.startsWith(operatorPrefix) ? { model, kind: operator.slice(operatorPrefix.length) } : undefined;
}

/** What an attempt cost, as far as its details tell. */
export function costOf({ cost, inputTokens, outputTokens }: ProposalDetails): Pick<Pull, 'money' | 'tokens'> {
  return {
    ...(typeof cost === 'number' ? { money: cost } : {}),
    ...(typeof inputTokens === 'number' && typeof outputTokens === 'number' && inputTokens + outputTokens > 0 ? { tokens: inputTokens + outputTokens } : {}),
  };
}

/** What a verdict tells of its arm; undefined where the child was turned away through no fault of its own. */
export function pullOf(arm: ArmName, { judged, rejection, details }: ChildVerdict): Pull | undefined {
  if (rejection !== undefined && faultOf(rejection.code) !== 'program') return undefined;
  return { ...arm, gain: Math.max(0, judged?.gain ?? 0), ...costOf(details) };
}
