import { EvospiceError, defined, type Outcome, type ProblemStage, type Program, type Rejection } from '@evospice/contracts';
import { outsideBlocks } from '@evospice/program-text';
import { SEED, type Verdict } from '../events.ts';
import type { Grader } from '../grading/grader.ts';
import type { NoveltyGate } from '../novelty/novelty-gate.ts';
import type { CaseRunner } from './case-runner.ts';
import { lostRace, type RaceParts } from './race.ts';

export interface CascadeParts extends RaceParts {
  readonly cases: CaseRunner;
  /** Where the settings ask for one. */
  readonly novelty?: NoveltyGate | undefined;
  readonly grader?: Grader | undefined;
}

/** The cascade turned the program away. */
export interface TurnedAway {
  readonly rejection: Rejection;
  /** It was not the program's fault. */
  readonly excused?: true;
  /** Cases that it was not run on because it lost its race. */
  readonly saved?: number;
}

export type Judgement = TurnedAway | { readonly verdict: Omit<Verdict, 'archive'> };

/**
 * Judges a program, each stage cheap compared with the next: static rules → edits outside the evolve blocks → duplicate → novelty → the stages
 * of the problem, the last of which is scored → grades, where they are wanted.
 *
 * The cases of one program follow one another in a fixed order; spreading comes from having several programs in flight. So what is
 * stored about a program does not depend on how fast its cases are, and the first failure saves all the work behind it.
 */
export async function judge(program: Program, parts: CascadeParts): Promise<Judgement> {
  const rejection = checkText(program, parts) ?? checkBlocks(program, parts) ?? checkTwin(program, parts) ?? (await parts.novelty?.check(program));
  if (rejection !== undefined) return { rejection };
  const judgement = await runStages(program, parts);
  return parts.grader === undefined || 'rejection' in judgement ? judgement : { verdict: await parts.grader.grade(program, judgement.verdict) };
}

function checkText(program: Program, { problem }: CascadeParts): Rejection | undefined {
  try {
    problem.check(program);
    return undefined;
  } catch (error) {
    if (!EvospiceError.is(error)) throw error;
    const line = error.line === undefined || error.message.startsWith(`line ${error.line}:`) ? '' : `line ${error.line}: `;
    return { stage: error.code === 'PROGRAM_SYNTAX' ? 'syntax' : 'static', code: error.code, reason: `${line}${error.message}` };
  }
}

/** Whoever wrote it: a child may change the inside of its parent's evolve blocks, or of the blank program's, and nothing else. */
function checkBlocks(program: Program, { view, problem: { blank } }: CascadeParts): Rejection | undefined {
  const parent = view.programs.get(program.parents[0] ?? '')?.program ?? (program.proposer === SEED ? undefined : blank);
  const reason = parent === undefined ? undefined : outsideBlocks(parent, program);
  return reason === undefined ? undefined : { stage: 'static', code: 'PROGRAM_OUTSIDE_BLOCK', reason };
}

function checkTwin(program: Program, { view }: CascadeParts): Rejection | undefined {
  const other = view.twin(program);
  if (other === undefined) return undefined;
  const fate = other.rejection === undefined ? other.state : `rejected at ${other.rejection.stage}`;
  return { stage: 'duplicate', code: 'PROGRAM_DUPLICATE', reason: `the same program as ${other.program.id} (${fate}) except for names, comments and layout` };
}

async function runStages(program: Program, parts: CascadeParts): Promise<Judgement> {
  let outcomes: readonly Outcome[] = [];
  for (const stage of parts.problem.stages) {
    const result = await runStage(program, stage, parts);
    if ('rejection' in result) return result;
    outcomes = result.outcomes;
  }
  return verdictOf(program, outcomes, parts);
}

async function runStage(program: Program, stage: ProblemStage, parts: CascadeParts): Promise<TurnedAway | { readonly outcomes: readonly Outcome[] }> {
  const { problem, cases } = parts;
  const { id, entry, files } = program;
  const outcomes: Outcome[] = [];
  const turnAway = (code: string, reason: string): TurnedAway => ({ rejection: { stage: stage.name, code, reason } });
  for (const one of stage.cases) {
    const attempt = await cases.run({ kind: 'program', id, program: { entry, files } }, stage, one);
    if ('trouble' in attempt) {
      return { ...turnAway(attempt.trouble.code, `no verdict, through no fault of the program: ${attempt.trouble.reason}`), excused: true };
    }
    const { failure } = attempt.outcome;
    // A program that crashed, timed out or cheated has no score, not a zero.
    if (failure !== undefined) return turnAway(failure.code, `on ${one.id} with seed ${one.seed}: ${failure.message}`);
    outcomes.push(attempt.outcome);
    const stop = problem.gate?.(stage, outcomes, program);
    if (stop !== undefined) return turnAway(stop.code, stop.reason);
    const lost = lostRace(program, stage, outcomes, parts);
    if (lost !== undefined) return { ...turnAway(lost.code, lost.reason), saved: lost.saved };
  }
  return { outcomes };
}

function verdictOf(program: Program, outcomes: readonly Outcome[], { problem }: CascadeParts): Judgement {
  const stage = problem.stages.at(-1)?.name ?? '';
  const score = problem.score(outcomes, program);
  const measures = problem.measures(outcomes, program);
  const figures = [['score', score.value], ...Object.entries(score.objectives ?? {})] as const;
  const bad = figures.find(([, value]) => !Number.isFinite(value));
  if (bad !== undefined) return { rejection: { stage, code: 'SCORE_VALUE', reason: `the ${bad[0]} of this program is ${bad[1]}` } };
  const unmeasured = Object.entries(measures).find(([, value]) => !Number.isFinite(value));
  if (unmeasured !== undefined) return { rejection: { stage, code: 'DESCRIPTOR_VALUE', reason: `the descriptor ${unmeasured[0]} is ${unmeasured[1]} for this program` } };
  return { verdict: { score, measures, ...defined({ digest: problem.digest?.(outcomes) }) } };
}
