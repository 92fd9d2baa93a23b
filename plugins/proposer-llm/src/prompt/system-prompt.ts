import type { ProblemBrief } from '@evospice/contracts';
import { fenceOf } from './fence.ts';

/**
 * What every request says first: what programs are, the rules, and the format of the answer. It is the same for all requests of a run, so
 * that services keep it.
 * @param entry path of the programs' entry, which says their language
 */
export function systemPrompt({ contract, rules }: ProblemBrief, entry: string): string {
  const language = fenceOf(entry);
  return `You improve programs. Each is scored on cases that it does not know beforehand; larger is better.

# The contract
\`\`\`${language}
${contract}
\`\`\`

# Rules
- Change only text between the lines with \`EVOLVE-BLOCK-START\` and \`EVOLVE-BLOCK-END\`; the markers and everything outside stay as they are.
${rules}
- A comment \`range low..high\` behind a number states where it may be varied; keep these and add them to new numbers worth tuning.

# The answer
Say in one or two sentences what you change and why it should help. Then give one or more edits in exactly this form:

<<<<<<< SEARCH
lines of the present program, copied exactly
=======
lines to put in their place
>>>>>>> REPLACE

Each SEARCH must match exactly one place inside the evolve block; edits are applied in order. If nearly everything changes, give the
whole program in one \`\`\`${language} code fence instead, without edits.`;
}
