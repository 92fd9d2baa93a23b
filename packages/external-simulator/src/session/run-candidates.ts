import type { Curve, SimulationFailure, SimulationOutcome } from '@evospice/contracts';
import { assembleCurves, putVector, type Deck, type VectorTable } from '@evospice/testbench';
import type { Job } from '../adapter/adapter.ts';
import { mapLimited } from '../process/slots.ts';
import type { DeckVector } from '../results/take-vectors.ts';
import { runJobs, type JobResult, type RunSetting } from './run-jobs.ts';

/** Candidates that go through the program together, on the same curves. */
export interface CandidateBatch {
  readonly setting: RunSetting;
  readonly curves: readonly Curve[];
  /** Circuits for all the curves together. */
  readonly decks: readonly Deck[];
  /** Circuits for one curve alone. */
  readonly single: (curve: string) => readonly Deck[];
  /** Model statement of each candidate, or why it has none. */
  readonly models: readonly (string | SimulationFailure)[];
  /** Runs at once. */
  readonly width: number;
  readonly signal: AbortSignal;
}

/**
 * Simulates a batch. Of a run with several candidates only what is complete is kept; the others are run alone, so that
 * a candidate that fails takes no other with it. A circuit without a solution is tried again curve by curve: that
 * finds solutions that were lost among the others, and else names the curve.
 */
export async function runCandidates(batch: CandidateBatch): Promise<readonly SimulationOutcome[]> {
  const able = [...batch.models.entries()].flatMap(([at, model]) => (typeof model === 'string' ? [{ at, model }] : []));
  const perDeck = await mapLimited(batch.decks, batch.width, async (deck) => await runDeck(batch, able.map(({ model }) => ({ deck, model }))));
  return batch.models.map((model, at) => {
    if (typeof model !== 'string') return { ok: false, failure: model };
    const position = able.findIndex((entry) => entry.at === at);
    return assemble(batch.curves, perDeck.map((results) => results[position] as JobResult));
  });
}

async function runDeck(batch: CandidateBatch, jobs: readonly Job[]): Promise<readonly JobResult[]> {
  if (jobs.length === 0) return [];
  const { results } = await runJobs(batch.setting, jobs, batch.signal);
  const settled: JobResult[] = [];
  for (const [index, result] of results.entries()) {
    const job = jobs[index] as Job;
    const again = !result.ok && jobs.length > 1 && !final.has(result.failure.code);
    const alone = again ? ((await runJobs(batch.setting, [job], batch.signal)).results[0] as JobResult) : result;
    settled.push(await byCurve(batch, job, alone));
  }
  return settled;
}

/** Failures that a second attempt would only repeat, or that are nobody's fault here. */
const final: ReadonlySet<string> = new Set(['NO_LICENCE', 'CANCELLED']);

async function byCurve(batch: CandidateBatch, job: Job, result: JobResult): Promise<JobResult> {
  const [first, second] = job.deck.curves;
  if (result.ok || first === undefined) return result;
  const { failure } = result;
  if (second === undefined) return final.has(failure.code) ? result : { ok: false, failure: { curve: first, ...failure } };
  if (failure.code !== 'NOT_CONVERGED') return result;
  const vectors: DeckVector[] = [];
  for (const curve of job.deck.curves) {
    for (const deck of batch.single(curve)) {
      // A curve may have other vectors in other circuits: only those of this circuit's kind are wanted.
      if (deck.analysis.kind !== job.deck.analysis.kind) continue;
      const [alone] = (await runJobs(batch.setting, [{ deck, model: job.model }], batch.signal)).results;
      if (alone?.ok !== true) return { ok: false, failure: { curve, ...(alone?.failure ?? failure) } };
      vectors.push(...alone.vectors);
    }
  }
  return { ok: true, vectors };
}

/** The curves' vectors in order, or the first failure. */
function assemble(curves: readonly Curve[], results: readonly JobResult[]): SimulationOutcome {
  const table: VectorTable = new Map();
  for (const result of results) {
    if (!result.ok) return result;
    for (const { curve, vector, values } of result.vectors) putVector(table, curve, vector, values);
  }
  return assembleCurves(curves, table, 'the simulator');
}
