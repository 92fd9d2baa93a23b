import { defined, EvospiceError, REFERENCE_STAGE, VALIDATION_STAGE, type Json, type OptimizerRun, type Outcome, type PhysicsFinding } from '@evospice/contracts';
import { decodeTrajectory, encodeTrajectory, type CurveFit, type ExtractionResult, type SplitErrors, type WorstCurve } from '@evospice/extraction';

/** One optimizer (a program, or a baseline by name) on one task with one seed, as it is scored and reported. */
export interface ExtractionRecord {
  /** Program id, or the baseline's name. */
  readonly subject: string;
  readonly role: 'train' | 'validate' | 'baseline';
  readonly task: string;
  readonly seed: number;
  readonly simulator: string;
  readonly run: OptimizerRun;
  readonly start: { readonly train: SplitErrors; readonly validate: SplitErrors | null };
  readonly final: { readonly train: SplitErrors; readonly validate: SplitErrors | null };
  readonly parameters: Readonly<Record<string, number>>;
  readonly end: 'completed' | 'budget' | 'failed';
  readonly failure?: { readonly code: string; readonly message: string };
  /** What physics rules found in the resulting card; absent where none were asked. */
  readonly findings?: readonly PhysicsFinding[];
  /** Absent in runs stored before it was kept. */
  readonly worstCurves?: readonly WorstCurve[];
  /** Overlays, where they were kept. */
  readonly fits?: readonly CurveFit[];
}

/** An extraction as an outcome: what is stored of it. */
export function outcomeOf(result: ExtractionResult, findings: readonly PhysicsFinding[] | undefined): Outcome {
  const { task, seed, simulator, run, start, final, worstCurves, parameters, end, failure, fits } = result;
  const { allowed, startError, ownSeconds } = run;
  const data = {
    simulator, run: { allowed, startError, trajectory: encodeTrajectory(run.trajectory), ...defined({ ownSeconds }) }, start, final, worstCurves, parameters, end,
    ...(findings === undefined ? {} : { findings }),
  };
  return {
    case: task, seed, cost: run.trajectory.at(-1)?.spent ?? 0, data: data as unknown as Json,
    ...(end === 'failed' ? { failure: failure ?? { code: 'PROGRAM_CRASHED', message: 'no reason given' } } : {}),
    ...(fits.length === 0 ? {} : { artefacts: { fits: fits as unknown as Json } }),
  };
}

/** The run of an outcome, as scorers and descriptors take it. @throws EvospiceError `PROBLEM_OUTCOME` for data that is not an extraction's */
export function runOf(outcome: Outcome): OptimizerRun {
  const { allowed, startError, trajectory, ownSeconds } = dataOf(outcome).run;
  // Runs of format 1 hold their trajectories as plain JSON.
  const points = Array.isArray(trajectory) ? (trajectory as unknown as OptimizerRun['trajectory']) : decodeTrajectory(trajectory);
  return { task: outcome.case, seed: outcome.seed, allowed, startError, trajectory: points, ...defined({ ownSeconds }) };
}

/** Findings of physics rules on the resulting card; undefined where none were asked. */
export function findingsOf(outcome: Outcome): readonly PhysicsFinding[] | undefined {
  return dataOf(outcome).findings;
}

/** Curves that stay worst; none where that is not stored. */
export function worstCurvesOf(outcome: Outcome): readonly WorstCurve[] {
  return dataOf(outcome).worstCurves ?? [];
}

/** A stored case as a record of an extraction. @throws EvospiceError `PROBLEM_OUTCOME` */
export function extractionRecord({ subject, stage, outcome }: { readonly subject: string; readonly stage: string; readonly outcome: Outcome }): ExtractionRecord {
  const { run: _run, ...data } = dataOf(outcome);
  const { case: task, seed, failure, artefacts } = outcome;
  const fits = artefacts?.['fits'];
  return {
    subject, role: stage === REFERENCE_STAGE ? 'baseline' : stage === VALIDATION_STAGE ? 'validate' : 'train',
    task, seed, ...data, run: runOf(outcome),
    ...(failure === undefined ? {} : { failure }),
    ...(fits === undefined ? {} : { fits: fits as unknown as readonly CurveFit[] }),
  };
}

type ExtractionData = Omit<ExtractionRecord, 'subject' | 'role' | 'task' | 'seed' | 'failure' | 'fits' | 'run'> & {
  readonly run: Pick<OptimizerRun, 'allowed' | 'startError' | 'ownSeconds'> & { readonly trajectory: Json };
};

function dataOf({ case: id, data }: Outcome): ExtractionData {
  if (typeof data === 'object' && data !== null && 'run' in data && 'end' in data) return data as unknown as ExtractionData;
  throw new EvospiceError('PROBLEM_OUTCOME', `what is stored of case ${id} is not an extraction`, { received: data, expected: 'run, parameters and errors of an extraction' });
}
