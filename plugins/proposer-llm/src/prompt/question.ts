import type { EvaluatedProgram, ProposalRequest } from '@evospice/contracts';
import type { Assignment, KindName } from '../kinds/mutation-kind.ts';
import type { PromptPart } from './prompt-part.ts';
import { languageOf, shownFailures, shownProgram, unscoredProgram } from './shown.ts';
import type { Filling, TemplateName } from './templates.ts';

/** What one question is about. */
export interface Question {
  readonly request: ProposalRequest;
  readonly kind: KindName;
  readonly assignment: Assignment;
  /** Other elites, shown by their evolve block alone, the most useful first. */
  readonly inspirations: readonly EvaluatedProgram[];
  /** Kinds of failure shown. */
  readonly maxRejections: number;
  /** What advice adds. */
  readonly advice: readonly PromptPart[];
  /** Template of what is asked at the end; that of the kind when left out. */
  readonly asks?: TemplateName;
}

/** Name of the part that shows an inspiration. @param number counted from 1 */
export function inspirationName(number: number): string {
  return `inspiration ${number}`;
}

/**
 * How useful each part is. What a prompt cannot do without is never dropped: what is asked, the contract, the program. Then what was seen of this very
 * program; then what may be called, since a program that calls what is not there fails; then other programs; last what is known in general.
 */
const values = { digest: 90, children: 80, reference: 70, background: 60, inspirations: 50, library: 30, failures: 20 } as const;
const always = Number.POSITIVE_INFINITY;

/** The parts of a question, but for what is always there. */
export function partsOf(templates: Filling, { request, kind, assignment, inspirations, maxRejections, advice, asks = `ask-${kind}` }: Question): readonly PromptPart[] {
  const { problem, brief, rejections, parents } = request;
  const { base, partner, failure } = assignment;
  const language = languageOf(base);
  const parent = assignment.parent ?? parents.find(({ program }) => program.id === assignment.parents[0]);
  const [reference, ...shorter] = problem.reference ?? [];
  // The failure to be repaired is told with its program, and those of the parent's children apart.
  const children = (parent?.failedChildren ?? []).filter(({ id }) => id !== failure?.id);
  const told = new Set([failure, ...children].flatMap((one) => one?.id ?? []));
  const failed = maxRejections === 0 ? [] : shownFailures(rejections.filter(({ id }) => id === undefined || !told.has(id))).slice(-maxRejections);
  const parts: readonly (PromptPart | undefined)[] = [
    problem.background === undefined ? undefined : { name: 'background', text: templates.fill('background', { background: problem.background.trim() }), value: values.background },
    reference === undefined ? undefined : {
      name: 'reference', text: templates.fill('reference', { reference, language }), value: values.reference,
      shorter: shorter.map((text) => templates.fill('reference', { reference: text, language })),
    },
    listed(problem.library, (library) => ({ name: 'library', text: templates.fill('library', { library }), value: values.library })),
    brief.trim() === '' ? undefined : { name: 'run', text: templates.fill('run', { brief: brief.trim() }), value: always },
    listed(failed, (failures) => ({
      name: 'failures', text: templates.fill('failures', { failures }), value: values.failures,
      shorter: failures.length === 1 ? [] : [templates.fill('failures', { failures: failures.slice(-1) })],
    })),
    ...advice,
    ...inspirations.map((program, index): PromptPart => ({
      name: inspirationName(index + 1), text: templates.fill('inspiration', { number: index + 1, language, program: shownProgram(program) }), value: values.inspirations - index,
    })),
    partner === undefined ? undefined : { name: 'partner', text: templates.fill('partner', { language, program: shownProgram(partner) }), value: always },
    {
      name: 'program', value: always,
      text: templates.fill('program', {
        language, program: assignment.parent === undefined ? unscoredProgram(base, failure?.id) : shownProgram(assignment.parent),
        failure: failure === undefined ? null : { code: failure.code, reason: failure.reason.trim() },
      }),
    },
    listed(parent?.digest, (digest) => ({
      name: 'digest', text: templates.fill('digest', { digest }), value: values.digest,
      shorter: digest.length < 4 ? [] : [templates.fill('digest', { digest: digest.slice(0, 3) })],
    })),
    listed(shownFailures(children, parent?.program), (shown) => ({ name: 'children', text: templates.fill('children', { children: shown }), value: values.children })),
    { name: 'instructions', text: templates.fill(asks, { kind }), value: always },
  ];
  return parts.filter((part) => part !== undefined);
}

function listed<T>(entries: readonly T[] | undefined, make: (entries: readonly T[]) => PromptPart): PromptPart | undefined {
  return entries === undefined || entries.length === 0 ? undefined : make(entries);
}
