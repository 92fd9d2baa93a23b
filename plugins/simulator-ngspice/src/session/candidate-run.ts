import type { Curve, SimulationOutcome, SimulationFailureCode } from '@evospice/contracts';
import type { Deck } from '../circuit/deck.ts';
import type { Engine } from '../engine/engine.ts';
import type { CircuitShelf } from './circuit-shelf.ts';
import { analysisProblem, isFatalParameter } from './log.ts';
import { newtonAlone } from './search.ts';
import { assembleCurves, type VectorTable } from '@evospice/testbench';
import { takeVectors } from './read-results.ts';

/** What candidates are run on. */
export interface RunGround {
  readonly engine: Engine;
  readonly shelf: CircuitShelf;
  readonly curves: readonly Curve[];
  /** Circuits for all the curves together. */
  readonly decks: readonly Deck[];
  /** Circuits for one curve alone. */
  readonly single: (curve: string) => readonly Deck[];
  /** Searches for operating points to try on a curve alone. */
  readonly ladder: readonly string[];
}

/** Model parameters of one candidate. */
export type Values = Readonly<Record<string, number>>;

/** What a candidate has after some of its analyses. */
export interface PartialRun {
  readonly table: VectorTable;
  /** Circuits that gave no complete result. */
  readonly incomplete: readonly Deck[];
  /** What ngspice printed during those. */
  readonly log: string;
}

/**
 * Simulates candidates in one request, all circuits with Newton's method alone: what nearly all of them need.
 * @throws EngineGone, EvospiceError `SIMULATOR_MODEL`.
 */
export async function runTogether(ground: RunGround, candidates: readonly Values[], stop: AbortSignal): Promise<readonly PartialRun[]> {
  const tables = candidates.map((): VectorTable => new Map());
  return await runDecks(ground, ground.decks, candidates, newtonAlone, tables, stop);
}

/**
 * Completes a candidate: each curve of a circuit that gave no complete result is run alone, with a search for operating
 * points, so that the curve that has no solution is known by name and does not take the others with it.
 * @throws EngineGone, EvospiceError `SIMULATOR_MODEL`.
 */
export async function complete(ground: RunGround, values: Values, { table, incomplete, log }: PartialRun, stop: AbortSignal): Promise<SimulationOutcome> {
  if (incomplete.length > 0) {
    if (isFatalParameter(log)) return failure('PARAMETER_REFUSED', analysisProblem(log), incomplete[0]?.curves[0]);
    for (const curve of new Set(incomplete.flatMap((deck) => deck.curves))) {
      const lost = await runAlone(ground, values, curve, table, stop);
      if (lost === undefined) continue;
      return failure(isFatalParameter(lost) ? 'PARAMETER_REFUSED' : 'NOT_CONVERGED', analysisProblem(lost), curve);
    }
  }
  return outcomeOf(ground.curves, table);
}

/** The outcome of a candidate whose analyses are all complete. */
export function outcomeOf(curves: readonly Curve[], table: VectorTable): SimulationOutcome {
  return assembleCurves(curves, table, 'ngspice');
}

/** The log of the last attempt when all failed. */
async function runAlone(ground: RunGround, values: Values, curve: string, table: VectorTable, stop: AbortSignal): Promise<string | undefined> {
  let decks = ground.single(curve);
  let log = '';
  for (const search of ground.ladder) {
    const [alone] = await runDecks(ground, decks, [values], () => search, [table], stop);
    if (alone === undefined || alone.incomplete.length === 0) return undefined;
    decks = alone.incomplete;
    log = alone.log;
    if (isFatalParameter(log)) break;
  }
  return log;
}

async function runDecks(
  { engine, shelf }: RunGround, decks: readonly Deck[], candidates: readonly Values[], search: (deck: Deck) => string,
  tables: readonly VectorTable[], stop: AbortSignal,
): Promise<readonly PartialRun[]> {
  await shelf.load(decks, stop);
  const { runs } = await engine.execute({ runs: candidates.flatMap((values) => decks.map((deck) => shelf.run(deck, values, search(deck)))) }, stop);
  return tables.map((table, candidate) => {
    const own = runs.slice(candidate * decks.length, (candidate + 1) * decks.length);
    for (const [at, deck] of decks.entries()) {
      const vectors = own[at]?.vectors;
      if (vectors !== undefined) takeVectors(deck, vectors, table);
    }
    const incomplete = decks.filter((_, at) => own[at]?.vectors === undefined);
    return { table, incomplete, log: incomplete.length === 0 ? '' : own.map((run) => (run.vectors === undefined ? run.log : '')).join('') };
  });
}

export function failure(code: SimulationFailureCode, message: string, curve?: string): SimulationOutcome {
  return { ok: false, failure: curve === undefined ? { code, message } : { code, message, curve } };
}
