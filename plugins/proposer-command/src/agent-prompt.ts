import type { EvaluatedProgram, FailedAttempt, ProposalRequest } from '@evospice/contracts';
import { inspirationFolder, usageFile } from './names.ts';

export interface PromptSettings {
  readonly inspirations: readonly EvaluatedProgram[];
  /** Newest failures told. */
  readonly rejections: number;
}

/** What an agent is to do, as Markdown. It reads the programs themselves in its folder. */
export function agentPrompt({ parents: [parent], problem, brief, rejections }: ProposalRequest, { inspirations, rejections: told }: PromptSettings): string {
  if (parent === undefined) return '';
  const { entry, files } = parent.program;
  const failures = told === 0 ? [] : [...rejections, ...(parent.failedChildren ?? [])].slice(-told);
  const others = Object.keys(files).filter((path) => path !== entry);
  return `${[
    `# Task
Improve the program in this folder. Its entry is \`${entry}\`${others.length === 0 ? '' : `; it has ${others.map((path) => `\`${path}\``).join(', ')} too`}. It is scored on cases that nobody here
knows beforehand; larger is better. Edit its files in place. What is in them when you end is your answer; nothing that you say is read.`,
    `# What is asked for\n${brief.includes(problem.goal) ? brief.trim() : `${problem.goal}\n${brief}`.trim()}`,
    ...(problem.background === undefined ? [] : [`# Background\n${problem.background}`]),
    `# The contract\n\`\`\`\n${problem.contract}\n\`\`\``,
    `# Rules
- Change only text between the lines with \`EVOLVE-BLOCK-START\` and \`EVOLVE-BLOCK-END\`; the markers and everything outside stay as they are. Any other edit is refused.
${problem.rules}`,
    ...(problem.reference?.[0] === undefined ? [] : [`# What a program may call\n${problem.reference[0]}`]),
    ...((problem.library ?? []).length === 0 ? [] : [`# Known approaches\n${problem.library!.map(({ name, summary }) => `- ${name}: ${summary}`).join('\n')}`]),
    `# How it does\n${facts(parent)}`,
    ...(failures.length === 0 ? [] : [`# What failed lately\n${failures.map(failure).join('\n')}\nDo not repeat these.`]),
    ...(inspirations.length === 0 ? [] : [`# Other good programs\n${inspirations.map((other) => `- \`${inspirationFolder}/${other.program.id}/${other.program.entry}\`: score ${number(other.score.value)}`).join('\n')}`]),
    `# What it costs
If you know what you have used, write it into \`${usageFile}\`: {"model": "…", "inputTokens": 0, "outputTokens": 0, "cost": 0, "turns": 0}, the cost in US dollars; leave out what you do not know.`,
  ].join('\n\n')}\n`;
}

/** Score with its parts, what was seen, behaviour and the cases it does worst on. */
function facts({ score, measures, digest = [] }: EvaluatedProgram): string {
  const worst = (score.cases ?? []).toSorted((a, b) => a.value - b.value).slice(0, 3);
  return [
    `Score ${number(score.value)} (${listed(score.parts)}).`,
    ...(Object.keys(measures).length === 0 ? [] : [`Behaviour: ${listed(measures)}.`]),
    ...worst.map(({ case: id, seed, value }) => `- among its worst cases: ${id} (seed ${seed}), score ${number(value)}`),
    ...digest.map((line) => `- ${line}`),
  ].join('\n');
}

function failure({ code, reason }: FailedAttempt): string {
  return `- ${code}: ${reason.replaceAll(/\s+/gu, ' ').trim().slice(0, 300)}`;
}

function listed(figures: Readonly<Record<string, number>>): string {
  return Object.entries(figures).map(([name, value]) => `${name} ${number(value)}`).join(', ');
}

function number(value: number): string {
  return String(Number(value.toPrecision(4)));
}
