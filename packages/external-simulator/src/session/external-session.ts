import {
  EvospiceError, type Curve, type Logger, type SimulationOutcome, type SimulationRequest, type SimulatorSession, type Testbench,
} from '@evospice/contracts';
import { candidateValues, DeckShelf, requestedCurves, type Deck } from '@evospice/testbench';
import { mapLimited } from '../process/slots.ts';
import { unknownParameters } from '../results/judge-run.ts';
import type { CandidateCards } from './candidate-cards.ts';
import { externalDecks } from './external-decks.ts';
import { runCandidates } from './run-candidates.ts';
import { runJobs, type RunSetting } from './run-jobs.ts';

export interface SessionParts {
  readonly testbench: Testbench;
  readonly setting: RunSetting;
  readonly cards: CandidateCards;
  readonly logger: Logger;
  /** Runs at once. */
  readonly width: number;
}

/** A testbench open in a program that is run anew for every batch. */
export class ExternalSession implements SimulatorSession {
  readonly #parts: SessionParts;
  readonly #shelf: DeckShelf<Deck>;
  readonly #opening: string;
  readonly #closing = new AbortController();
  readonly #running = new Set<Promise<unknown>>();
  #checked: Promise<boolean> | undefined;

  private constructor(parts: SessionParts, opening: string) {
    this.#parts = parts;
    this.#shelf = new DeckShelf(parts.testbench.curves, (curves, set) => externalDecks(parts.testbench, curves, set));
    this.#opening = opening;
  }

  /** @throws EvospiceError `SIMULATOR_MODEL`. */
  static async open(parts: SessionParts, signal?: AbortSignal): Promise<ExternalSession> {
    try {
      const session = new ExternalSession(parts, parts.cards.opening(parts.setting.adapter.title, parts.logger));
      await session.#check(signal);
      return session;
    } catch (error) {
      parts.setting.folder.discard();
      throw error;
    }
  }

  async simulate(request: SimulationRequest, options: { readonly signal?: AbortSignal } = {}): Promise<readonly SimulationOutcome[]> {
    if (this.#closing.signal.aborted) {
      throw new EvospiceError('SIMULATOR_CLOSED', 'this session is closed', { expected: 'an open session', remedy: 'open another one' });
    }
    const curves = requestedCurves(this.#parts.testbench.curves, request.curves);
    const candidates = request.candidates.map((candidate, index) => candidateValues(this.#parts.testbench, candidate, index));
    const work = this.#simulateAll(candidates, curves, options.signal);
    this.#running.add(work);
    try {
      return await work;
    } finally {
      this.#running.delete(work);
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled(this.#running);
    this.#parts.setting.folder.discard();
  }

  async #simulateAll(candidates: readonly (readonly number[])[], curves: readonly Curve[], caller: AbortSignal | undefined): Promise<readonly SimulationOutcome[]> {
    const { setting, cards, width } = this.#parts;
    if (curves.length === 0) return candidates.map(() => ({ ok: true, curves: [] }));
    const signal = caller === undefined ? this.#closing.signal : AbortSignal.any([caller, this.#closing.signal]);
    if (candidates.length > 0 && !signal.aborted) await this.#check(signal);
    const decks = this.#shelf.together(curves);
    const chunks: (readonly (readonly number[])[])[] = [];
    const size = setting.adapter.candidatesARun;
    for (let at = 0; at < candidates.length; at += size) chunks.push(candidates.slice(at, at + size));
    const outcomes = await mapLimited(chunks, width, async (chunk) => {
      if (signal.aborted) return chunk.map(() => cancelled);
      return await runCandidates({
        setting, curves, decks, single: (curve) => this.#shelf.alone(curve), models: chunk.map((candidate) => cards.of(candidate)),
        width: chunks.length === 1 ? width : 1, signal,
      });
    });
    return untilCancelled(outcomes.flat());
  }

  /**
   * Runs the first curve with the card itself: checks that the simulator accepts netlist and parameters. If no licence was free,
   * or there was no time, the check is repeated before the next batch.
   */
  async #check(signal: AbortSignal | undefined): Promise<void> {
    this.#checked ??= this.#checkOnce(signal);
    try {
      if (!(await this.#checked)) this.#checked = undefined;
    } catch (error) {
      this.#checked = undefined;
      throw error;
    }
  }

  async #checkOnce(signal: AbortSignal | undefined): Promise<boolean> {
    const { testbench, setting, logger } = this.#parts;
    const [first] = testbench.curves;
    const [deck] = first === undefined ? [] : this.#shelf.alone(first.id);
    if (deck === undefined) return true;
    const { adapter } = setting;
    const { results: [result], log, netlistRefused } = await runJobs(setting, [{ deck, model: this.#opening }], signal);
    if (result?.ok === false && ['NO_LICENCE', 'DEADLINE', 'CANCELLED'].includes(result.failure.code)) return false;
    const unknown = unknownParameters(log, adapter.messages);
    const tunable = unknown.filter((name) => testbench.parameters.includes(name));
    if (tunable.length > 0) {
      throw new EvospiceError('SIMULATOR_MODEL', `the model of ${adapter.title} has no parameter ${tunable.join(', ')}`, {
        received: tunable, expected: 'tunable parameters that act on the simulation', file: testbench.card.file,
        remedy: 'take them off the list of tunable parameters',
      });
    }
    if (unknown.length > 0) logger.warn(`${adapter.title} does not know parameters of the card ${testbench.card.name} and leaves them out`, { parameters: unknown });
    if (netlistRefused && result?.ok === false) {
      throw new EvospiceError('SIMULATOR_MODEL', result.failure.message, {
        expected: `a model and instance parameters that ${adapter.title} knows`, file: testbench.card.file,
        remedy: 'set keepFiles in the options of the simulator and look at the netlist it got',
      });
    }
    return true;
  }
}

const cancelled: SimulationOutcome = { ok: false, failure: { code: 'CANCELLED', message: 'the caller cancelled' } };

/** What was done before the first that was cancelled stands; runs that ended out of order behind it do not. */
function untilCancelled(outcomes: readonly SimulationOutcome[]): readonly SimulationOutcome[] {
  const first = outcomes.findIndex((outcome) => !outcome.ok && outcome.failure.code === 'CANCELLED');
  return first < 0 ? outcomes : outcomes.map((outcome, at) => (at < first ? outcome : cancelled));
}
