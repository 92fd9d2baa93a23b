import type { Curve, SimulationOutcome, SimulationFailureCode } from '@evospice/kernel';
import type { Deck } from '../circuit/deck.ts';
import { MODEL_NAME } from '../circuit/model-statement.ts';
import { spiceNumber } from '../circuit/numbers.ts';
import { readRawPlots } from '../engine/raw-file.ts';
import type { Engine } from '../engine/engine.ts';
import type { CircuitShelf } from './circuit-shelf.ts';
import { analysisProblem, isFatalParameter } from './log.ts';
import { assemble, takeVectors, type VectorTable } from './read-results.ts';

/** What one candidate is run on. */
export interface CandidateRun {
  readonly engine: Engine;
  readonly shelf: CircuitShelf;
  readonly curves: readonly Curve[];
  /** Circuits for all the curves together. */
  readonly decks: readonly Deck[];
  /** Circuits for one curve alone, with continuation methods. */
  readonly single: (curve: string) => readonly Deck[];
  /** Model parameters of the candidate. */
  readonly values: Readonly<Record<string, number>>;
  readonly stop: AbortSignal;
}

const alter = (name: string, value: number): string => `altermod ${MODEL_NAME} ${name}=${spiceNumber(value)}`;

/**
 * Simulates one candidate: first all circuits at once without continuation methods; then, for circuits that gave no
 * complete result, each of their curves alone with them, so that the curve that has no solution is known by name and
 * does not take the others with it.
 * @throws EngineGone, EvospiceError `SIMULATOR_MODEL`.
 */
export async function runCandidate(run: CandidateRun): Promise<SimulationOutcome> {
  const table: VectorTable = new Map();
  const together = await runDecks(run, run.decks, table);
  if (together.incomplete.length > 0) {
    if (isFatalParameter(together.log)) return failure('PARAMETER_REFUSED', analysisProblem(together.log), together.incomplete[0]?.curves[0]);
    for (const curve of new Set(together.incomplete.flatMap((deck) => deck.curves))) {
      const alone = await runDecks(run, run.single(curve), table);
      if (alone.incomplete.length === 0) continue;
      const code = isFatalParameter(alone.log) ? 'PARAMETER_REFUSED' : 'NOT_CONVERGED';
      return failure(code, analysisProblem(alone.log), curve);
    }
  }
  const curves = assemble(run.curves, table);
  if ('notFinite' in curves) return failure('NON_FINITE', 'ngspice returned a value that is not finite', curves.notFinite);
  return { ok: true, curves };
}

async function runDecks(run: CandidateRun, decks: readonly Deck[], table: VectorTable): Promise<{ readonly incomplete: readonly Deck[]; readonly log: string }> {
  await run.shelf.load(decks, run.stop);
  const commands = decks.flatMap((deck) => run.shelf.commands(deck, run.values, alter));
  const { log, raw } = await run.engine.execute({ commands, raw: true }, run.stop);
  const plots = raw === undefined ? [] : readRawPlots(raw);
  return { incomplete: decks.filter((deck) => !takeVectors(deck, plots, table)), log };
}

export function failure(code: SimulationFailureCode, message: string, curve?: string): SimulationOutcome {
  return { ok: false, failure: curve === undefined ? { code, message } : { code, message, curve } };
}
