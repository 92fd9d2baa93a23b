import type { Curve, SimulationOutcome, SimulationFailureCode } from '@evospice/kernel';
import type { Deck } from '../circuit/deck.ts';
import { readRawPlots } from '../engine/raw-file.ts';
import type { Engine } from '../engine/engine.ts';
import type { CircuitShelf } from './circuit-shelf.ts';
import { analysisProblem, isFatalParameter } from './log.ts';
import { NEWTON_ALONE } from './search.ts';
import { assemble, takeVectors, type VectorTable } from './read-results.ts';

/** What one candidate is run on. */
export interface CandidateRun {
  readonly engine: Engine;
  readonly shelf: CircuitShelf;
  readonly curves: readonly Curve[];
  /** Circuits for all the curves together. */
  readonly decks: readonly Deck[];
  /** Circuits for one curve alone. */
  readonly single: (curve: string) => readonly Deck[];
  /** Model parameters of the candidate. */
  readonly values: Readonly<Record<string, number>>;
  /** Searches for operating points to try on a curve alone. */
  readonly ladder: readonly string[];
  readonly stop: AbortSignal;
}

/**
 * Simulates one candidate: first all circuits with Newton's method alone; then, for circuits that gave no complete
 * result, each of their curves alone with a search for operating points, so that the curve that has no solution is known by name and
 * does not take the others with it.
 * @throws EngineGone, EvospiceError `SIMULATOR_MODEL`.
 */
export async function runCandidate(run: CandidateRun): Promise<SimulationOutcome> {
  const table: VectorTable = new Map();
  const together = await runDecks(run, run.decks, NEWTON_ALONE, table);
  if (together.incomplete.length > 0) {
    if (isFatalParameter(together.log)) return failure('PARAMETER_REFUSED', analysisProblem(together.log), together.incomplete[0]?.curves[0]);
    for (const curve of new Set(together.incomplete.flatMap((deck) => deck.curves))) {
      const lost = await runAlone(run, curve, table);
      if (lost === undefined) continue;
      return failure(isFatalParameter(lost) ? 'PARAMETER_REFUSED' : 'NOT_CONVERGED', analysisProblem(lost), curve);
    }
  }
  const curves = assemble(run.curves, table);
  if ('notFinite' in curves) return failure('NON_FINITE', 'ngspice returned a value that is not finite', curves.notFinite);
  return { ok: true, curves };
}

/** The log of the last attempt when all failed. */
async function runAlone(run: CandidateRun, curve: string, table: VectorTable): Promise<string | undefined> {
  let decks = run.single(curve);
  let log = '';
  for (const search of run.ladder) {
    const alone = await runDecks(run, decks, search, table);
    if (alone.incomplete.length === 0) return undefined;
    decks = alone.incomplete;
    log = alone.log;
    if (isFatalParameter(log)) break;
  }
  return log;
}

async function runDecks(
  run: CandidateRun, decks: readonly Deck[], search: string, table: VectorTable,
): Promise<{ readonly incomplete: readonly Deck[]; readonly log: string }> {
  await run.shelf.load(decks, run.stop);
  const commands = decks.flatMap((deck) => run.shelf.commands(deck, run.values, search));
  const { log, raw } = await run.engine.execute({ commands, raw: true }, run.stop);
  const plots = raw === undefined ? [] : readRawPlots(raw);
  return { incomplete: decks.filter((deck) => !takeVectors(deck, plots, table)), log };
}

export function failure(code: SimulationFailureCode, message: string, curve?: string): SimulationOutcome {
  return { ok: false, failure: curve === undefined ? { code, message } : { code, message, curve } };
}
