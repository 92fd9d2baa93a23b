import { defined, type Curve, type SimulationOutcome, type SimulationFailureCode } from '@evospice/contracts';
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
  /** Circuits for the points of one curve from `begin` to before `end`. */
  readonly piece: (curve: string, begin: number, end: number) => readonly Deck[];
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
  /** Points that the first of those came to. */
  readonly reached: number;
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
 * points, so that the curve that has no solution is known by name, with its point, and does not take the others with it.
 * @throws EngineGone, EvospiceError `SIMULATOR_MODEL`.
 */
export async function complete(ground: RunGround, values: Values, { table, incomplete, log }: PartialRun, stop: AbortSignal): Promise<SimulationOutcome> {
  if (incomplete.length > 0) {
    if (isFatalParameter(log)) return failure('PARAMETER_REFUSED', analysisProblem(log), { curve: incomplete[0]?.curves[0] });
    for (const curve of new Set(incomplete.flatMap((deck) => deck.curves))) {
      const lost = await runAlone(ground, values, curve, table, stop);
      if (lost === undefined) continue;
      if (isFatalParameter(lost.log)) return failure('PARAMETER_REFUSED', analysisProblem(lost.log), { curve });
      return failure('NOT_CONVERGED', analysisProblem(lost.log), { curve, point: await lostPoint(ground, values, curve, lost, stop) });
    }
  }
  return outcomeOf(ground.curves, table);
}

/** The outcome of a candidate whose analyses are all complete. */
export function outcomeOf(curves: readonly Curve[], table: VectorTable): SimulationOutcome {
  return assembleCurves(curves, table, 'ngspice');
}

/** The last attempt when all failed. */
async function runAlone(ground: RunGround, values: Values, curve: string, table: VectorTable, stop: AbortSignal): Promise<PartialRun | undefined> {
  let decks = ground.single(curve);
  let last: PartialRun | undefined;
  for (const search of ground.ladder) {
    const [alone] = await runDecks(ground, decks, [values], () => search, [table], stop);
    if (alone === undefined || alone.incomplete.length === 0) return undefined;
    decks = alone.incomplete;
    last = alone;
    if (isFatalParameter(alone.log)) break;
  }
  return last;
}

/** Where a curve has no solution: a sweep ends at its first point without one, a small-signal analysis is looked through by halves. */
async function lostPoint(ground: RunGround, values: Values, curve: string, { incomplete: [deck], reached }: PartialRun, stop: AbortSignal): Promise<number | undefined> {
  if (deck === undefined) return undefined;
  if (!deck.charges) return reached;
  const [search = newtonAlone(deck)] = ground.ladder;
  const fails = async (begin: number, end: number): Promise<boolean> => {
    const decks = ground.piece(curve, begin, end).filter(({ charges }) => charges);
    const [run] = await runDecks(ground, decks, [values], () => search, [new Map()], stop);
    return (run?.incomplete.length ?? 0) > 0;
  };
  let begin = 0;
  let end = ground.curves.find(({ id }) => id === curve)?.x.length ?? 0;
  while (end - begin > 1) {
    const middle = Math.ceil((begin + end) / 2);
    if (await fails(begin, middle)) end = middle;
    else begin = middle;
  }
  // Points that have solutions each may have none together.
  return await fails(begin, end) ? begin : undefined;
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
    const lost = own.filter((run) => run.vectors === undefined);
    return { table, incomplete, log: lost.map((run) => run.log).join(''), reached: lost[0]?.reached ?? 0 };
  });
}

export function failure(code: SimulationFailureCode, message: string, place: { readonly curve?: string | undefined; readonly point?: number | undefined } = {}): SimulationOutcome {
  return { ok: false, failure: { code, message, ...defined(place) } };
}
