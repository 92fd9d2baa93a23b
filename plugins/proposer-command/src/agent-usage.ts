import { defined, EvospiceError, type CompletionUsage, type ProposalDetails } from '@evospice/contracts';
import { z } from 'zod';
import { usageFile } from './names.ts';
import type { CommandProposerOptions } from './options.ts';
import { textAt } from './safe-files.ts';

const count = z.int().min(0);

const usageSchema = z.object({
  model: z.string().min(1).max(200).optional(),
  inputTokens: count.optional(),
  outputTokens: count.optional(),
  cachedTokens: count.optional(),
  cost: z.number().min(0).optional(),
  turns: count.optional(),
});

/** What an agent says that it used; empty where it says nothing that can be read. */
export type AgentUsage = z.output<typeof usageSchema>;

/** Longest file of it, in bytes. */
const longest = 2 ** 16;

/** Reads what an agent says that it used. Nothing hangs on it but sums, so what cannot be read counts as untold. */
export async function usageIn(folder: string): Promise<AgentUsage> {
  try {
    const parsed = usageSchema.safeParse(JSON.parse((await textAt(folder, usageFile, longest)) ?? '{}'));
    return parsed.success ? parsed.data : {};
  } catch (error) {
    if (EvospiceError.is(error, 'PROPOSAL_FAILED') || error instanceof SyntaxError) return {};
    throw error;
  }
}

/** As a model tells it; undefined where no tokens are told. */
export function completionUsage({ inputTokens, outputTokens, cachedTokens, cost }: AgentUsage): CompletionUsage | undefined {
  if (inputTokens === undefined && outputTokens === undefined && cost === undefined) return undefined;
  return {
    inputTokens: inputTokens ?? 0, outputTokens: outputTokens ?? 0, ...(inputTokens === undefined || outputTokens === undefined ? { incomplete: true } : {}),
    ...defined({ cachedTokens: cachedTokens === undefined ? undefined : Math.min(cachedTokens, inputTokens ?? 0), cost }),
  };
}

/** As it is put on record. */
export function usageDetails(usage: AgentUsage, { turns, tokens, dollars }: CommandProposerOptions['limits']): ProposalDetails {
  const told = completionUsage(usage);
  const over = [
    ...(usage.turns !== undefined && turns !== undefined && usage.turns > turns ? ['turns'] : []),
    ...(told !== undefined && tokens !== undefined && told.inputTokens + told.outputTokens > tokens ? ['tokens'] : []),
    ...(usage.cost !== undefined && dollars !== undefined && usage.cost > dollars ? ['dollars'] : []),
  ];
  return {
    ...(told === undefined || told.incomplete === true ? { answersWithoutUsage: 1 } : {}),
    ...defined({ inputTokens: told?.inputTokens, outputTokens: told?.outputTokens, cachedTokens: told?.cachedTokens, cost: told?.cost, turns: usage.turns, agentModel: usage.model, over: over.length === 0 ? undefined : over.join(', ') }),
  };
}
