import type { EvaluatedProgram, ProgramText, ProposalRequest } from '@evospice/contracts';
import { mainSource } from '@evospice/program-text';
import type { Assignment, MutationKind } from '../kinds/mutation-kind.ts';
import { evolveRegion } from '../program/evolve-region.ts';
import { fenceOf } from './fence.ts';
import type { PromptPart } from './prompt-part.ts';

/** What one question is about. */
export interface Question {
  readonly request: ProposalRequest;
  readonly kind: MutationKind;
  readonly assignment: Assignment;
  /** Other elites, shown by their evolve block alone. */
  readonly inspirations: readonly EvaluatedProgram[];
  readonly maxRejections: number;
  /** What advice adds. */
  readonly advice: readonly PromptPart[];
}

/** What a question consists of, in the order in which it is shown: the run, what failed lately, other good programs, the program to change, what is asked. */
export function userParts({ request, kind, assignment, inspirations, maxRejections, advice }: Question): readonly PromptPart[] {
  const { base, parent, partner, failure } = assignment;
  const rejections = maxRejections === 0 ? [] : request.rejections.slice(-maxRejections);
  const told = parent ?? request.parents.find(({ program }) => program.id === assignment.parents[0]);
  return [
    part('run', request.brief.trim() === '' ? '' : `# The run\n${request.brief.trim()}`),
    part('failures', rejections.length === 0 ? '' : `# Recent children that were rejected\n${rejections.map(({ code, reason }) => `- ${code}: ${oneLine(reason)}`).join('\n')}\nDo not repeat these.`, 40),
    ...advice,
    ...inspirations.map((program, index) => part(`inspiration ${index + 1}`, `# Inspiration ${index + 1}: another good program (its evolve block only)\n${facts(program)}\n${fence(evolveBlock(program.program), program.program.entry)}`, 60 - index)),
    part('partner', partner === undefined ? '' : `# The other program\n${facts(partner)}\n${fence(mainSource(partner.program), partner.program.entry)}`),
    part('program', ['# The program to improve', ...(failure === undefined ? told === undefined ? [] : [facts(told)] : [`It failed with ${failure.code}: ${oneLine(failure.reason)}`]), fence(mainSource(base), base.entry)].join('\n')),
    part('instructions', kind.instructions),
  ].filter(({ text }) => text !== '');
}

/** What to say after an answer that could not be used. */
export function repairPrompt(reason: string): string {
  return `That answer cannot be used: ${reason}

Give the complete corrected answer, in the same form. All edits are applied anew to the program as I showed it, not to your last version.`;
}

function part(name: string, text: string, value = Number.POSITIVE_INFINITY): PromptPart {
  return { name, text, value };
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

function evolveBlock(program: ProgramText): string {
  const source = mainSource(program);
  const region = evolveRegion(source);
  return 'reason' in region ? source : region.lines.slice(region.first, region.end).join('\n').trim();
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
