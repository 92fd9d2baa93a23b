import type { EvaluatedProgram, ProposalRequest } from '@evospice/contracts';
import { mainSource } from '@evospice/program-text';
import { fenceOf } from './fence.ts';
import { evolveRegion } from '../program/evolve-region.ts';

/** How much of a request is shown. */
export interface PromptLimits {
  readonly maxInspirations: number;
  readonly maxRejections: number;
}

/** What one request asks: the job, what failed lately, other good programs, the program to change. */
export function userPrompt(request: ProposalRequest, { maxInspirations, maxRejections }: PromptLimits): string {
  const [parent, ...others] = request.parents;
  if (parent === undefined) return '';
  const inspirations = others.slice(0, maxInspirations);
  const rejections = maxRejections === 0 ? [] : request.rejections.slice(-maxRejections);
  return [
    ...(request.brief.trim() === '' ? [] : [`# The run\n${request.brief.trim()}`]),
    ...(rejections.length === 0 ? [] : [`# Recent children that were rejected\n${rejections.map(({ code, reason }) => `- ${code}: ${oneLine(reason)}`).join('\n')}\nDo not repeat these.`]),
    ...inspirations.map((program, index) => `# Inspiration ${index + 1}: another good program (its evolve block only)\n${facts(program)}\n${fence(evolveBlock(mainSource(program.program)), program.program.entry)}`),
    `# The program to improve\n${facts(parent)}\n${fence(mainSource(parent.program), parent.program.entry)}`,
    'Propose one promising change to this program, in the form described.',
  ].join('\n\n');
}

/** What to say after an answer that could not be used. */
export function repairPrompt(reason: string): string {
  return `That answer cannot be used: ${reason}

Give the complete corrected answer, in the same form. All edits are applied anew to the program as I showed it, not to your last version.`;
}

/** Score with its parts, behaviour and the cases it does worst on. */
function facts({ score, measures }: EvaluatedProgram): string {
  const worst = [...(score.cases ?? [])].sort((a, b) => a.value - b.value).slice(0, 3);
  return [
    `Score ${number(score.value)} (${listed(score.parts)}${score.spread === undefined ? '' : `; spread ${number(score.spread)}`}); larger is better.`,
    ...(Object.keys(measures).length === 0 ? [] : [`Behaviour: ${listed(measures)}.`]),
    ...(worst.length === 0 ? [] : [`Worst cases: ${worst.map(({ case: id, seed, value, parts }) => `${id} (seed ${seed}): score ${number(value)}, ${listed(parts)}`).join('; ')}.`]),
  ].join('\n');
}

function listed(figures: Readonly<Record<string, number>>): string {
  return Object.entries(figures).map(([name, value]) => `${name} ${number(value)}`).join(', ');
}

function number(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function fence(code: string, path: string): string {
  return `\`\`\`${fenceOf(path)}\n${code.trimEnd()}\n\`\`\``;
}

function evolveBlock(source: string): string {
  const region = evolveRegion(source);
  return 'reason' in region ? source : region.lines.slice(region.first, region.end).join('\n').trim();
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
