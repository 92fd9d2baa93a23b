import type { Descriptor, Json, OptimizerRun, Outcome, Problem, ProblemBrief, ProgramText, Scorer, ScoreSubject, WorkSource } from '@evospice/contracts';
import { defined, siblingModule } from '@evospice/contracts';
import { taskConditions } from '@evospice/device';
import { allSource, blankProgram } from '@evospice/program-text';
import { checkProgram } from '@evospice/sandbox';
import { trainingSeeds, validationSeeds } from '../settings/extraction-settings.ts';
import type { ExtractionParts } from '../worker/extraction-parts.ts';
import { shareParts } from '../worker/shared-parts.ts';
import { extractionBrief, SIGNATURE } from './brief.ts';
import { extractionDigest } from './digest.ts';
import { findingsOf, runOf } from './extraction-outcome.ts';
import { gateEvaluation, gateTrial } from './gates.ts';
import { ReferenceRuns } from './reference-runs.ts';
import { EVALUATION_STAGE, TRIAL_STAGE, confirmationCases, evaluationCases, referenceCases, trialBudget, trialCases, validationCases } from './stages.ts';
import { allTasks, checkTasks, taskFacts, trialTask, type TaskFact } from './tasks.ts';

export interface ExtractionProblemParts extends ExtractionParts {
  /** Programs to begin with. */
  readonly seeds: readonly ProgramText[];
  readonly scorer: Scorer;
  readonly descriptors: readonly Descriptor[];
  /** Names of optimizers that programs may call, for prompts. */
  readonly optimizers?: readonly string[];
  /** Approaches that programs may take up, for prompts. */
  readonly library?: ProblemBrief['library'];
  /** What else decides over outcomes, by name: contents of tasks, options of plugins. */
  readonly conditions?: Readonly<Record<string, Json>>;
  /**
   * Where cases are run, for the key under which these parts are shared with workers in this process. Without it they can be run in
   * this process only.
   */
  readonly workerFor?: (key: string) => WorkSource;
}

/** What the problem says of itself in `run-started`. */
export interface ExtractionFacts {
  readonly simulator: string;
  /** Budget units of one extraction. */
  readonly budget: number;
  /** Which error programs are judged by; absent in runs of format 1 that did not say so. */
  readonly metric?: 'relative' | 'log';
  readonly tasks: readonly TaskFact[];
  readonly seeds: readonly number[];
  readonly validationSeeds?: readonly number[];
  /** Optimizer that scores are relative to; left out where they are not. */
  readonly reference?: string;
  /** Descriptors whose values depend on the machine; left out where there are none. */
  readonly timed?: readonly string[];
}

/**
 * Extraction as a problem: a program is an optimizer, a case a task with a seed, and the outcome an extraction in the sandbox, charged by
 * the budget. The parts stay the caller's; `close` only stops sharing them with workers.
 * @throws EvospiceError `PROBLEM_TASKS`
 */
export function createExtractionProblem(parts: ExtractionProblemParts): Problem {
  const { settings, seed, tasks, simulator, scorer, descriptors, baselines } = parts;
  checkTasks(tasks);
  const { key, release } = shareParts(parts);
  const timed = descriptors.filter((descriptor) => descriptor.timed === true).map(({ name }) => name);
  const facts: ExtractionFacts = {
    simulator: simulator.name, budget: settings.budget, metric: settings.metric, tasks: taskFacts(tasks), seeds: trainingSeeds(settings, seed),
    ...defined({ reference: scorer.reference?.name, timed: timed.length === 0 ? undefined : timed }),
    validationSeeds: tasks.validate.length === 0 ? [] : validationSeeds(settings, seed),
  };
  const reference = scorer.reference === undefined ? undefined : new ReferenceRuns(scorer.reference.name);
  const budgetOfTrial = trialBudget(settings, trialTask(tasks));
  return {
    name: 'extraction',
    brief: extractionBrief(parts, parts),
    seeds: parts.seeds,
    blank: blankProgram(SIGNATURE),
    descriptors: descriptors.map(({ name }) => name),
    conditions: () => Promise.resolve(conditionsOf(parts)),
    check: (program) => void checkProgram(program),
    stages: [
      { name: TRIAL_STAGE, cases: trialCases(parts), stored: false },
      { name: EVALUATION_STAGE, cases: evaluationCases(parts), stored: true },
    ],
    validation: validationCases(parts),
    confirmation: (count) => confirmationCases(parts, count),
    references: baselines.map(({ name }) => ({ name, cases: referenceCases(parts) })),
    ...(reference === undefined ? {} : { referenced: (told) => reference.learn(told) }),
    facts: facts as unknown as Readonly<Record<string, Json>>,
    worker: parts.workerFor?.(key) ?? { module: siblingModule('../worker/local-worker', import.meta.url), setup: key },
    gate: ({ name, cases }, outcomes) => {
      if (name === TRIAL_STAGE) return gateTrial(outcomes.at(-1) as Outcome, budgetOfTrial);
      return outcomes.length === cases.length ? gateEvaluation(outcomes) : undefined;
    },
    score: (outcomes, program) => scorer.score({ ...subjectOf(outcomes, program), ...defined({ references: reference && outcomes.map((outcome) => reference.for(outcome)) }) }),
    measures: (outcomes, program) => {
      const subject = { runs: outcomes.map(runOf), source: allSource(program), program };
      return Object.fromEntries(descriptors.map((descriptor) => [descriptor.name, descriptor.measure(subject)]));
    },
    digest: extractionDigest,
    // Overlays of the first seed on each training task.
    present: ({ case: task, seed: own, data }) => (own === facts.seeds[0] ? { task, parameters: (data as { readonly parameters: Json }).parameters } : undefined),
    close: () => Promise.resolve(release()),
  };
}

function subjectOf(outcomes: readonly Outcome[], program: ProgramText): ScoreSubject {
  const runs: readonly OptimizerRun[] = outcomes.map(runOf);
  const findings = outcomes.map(findingsOf);
  const asked = findings.some((own) => own !== undefined);
  return { runs, source: allSource(program), ...(asked ? { findings: findings.map((own) => own ?? []) } : {}) };
}

function conditionsOf({ settings, tasks, simulator, scorer, descriptors, rules, baselines, conditions = {} }: ExtractionProblemParts): Readonly<Record<string, Json>> {
  return {
    ...settings,
    simulator: simulator.name,
    tasks: taskFacts(tasks) as unknown as Json,
    'trial task': tasks.trial?.id ?? null,
    ...Object.assign({}, ...allTasks(tasks).map(taskConditions)) as Readonly<Record<string, Json>>,
    scorer: scorer.name,
    descriptors: descriptors.map(({ name }) => name),
    rules: rules.map(({ name }) => name),
    baselines: baselines.map(({ name }) => name),
    ...conditions,
  } as unknown as Readonly<Record<string, Json>>;
}
