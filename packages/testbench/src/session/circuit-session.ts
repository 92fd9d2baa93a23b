import { EvospiceError, type Curve, type SimulationOutcome, type SimulationRequest, type Simulator, type SimulatorSession, type Testbench } from '@evospice/contracts';
import { candidateValues, requestedCurves } from './check-request.ts';
import { openJoined } from './joined-session.ts';

interface OpenOptions {
  readonly signal?: AbortSignal;
}

/** Circuits kept open at most; one more closes the one used longest ago. */
const mostCircuits = 6;

/**
 * Opens a testbench some of whose parameters change the circuit rather than the model card: candidates with the same values of those share
 * a session. One without such parameters is opened as it is.
 * @throws EvospiceError as `Simulator.open`, and what `Testbench.circuit` raises for values of a candidate
 */
export async function openCircuits(simulator: Simulator, testbench: Testbench, options: OpenOptions = {}): Promise<SimulatorSession> {
  if (testbench.circuit === undefined || simulator.circuits === true) return openJoined(simulator, testbench, options);
  const session = new CircuitSession(simulator, testbench);
  try {
    await session.openStart(options);
    return session;
  } catch (error) {
    await session.close();
    throw error;
  }
}

/** The outcome of candidates for whose values a library has no circuit. @throws what has other causes */
export function refusedValues(error: unknown): SimulationOutcome {
  if (!EvospiceError.is(error) || !error.code.startsWith('PDK_')) throw error;
  return { ok: false, failure: { code: 'PARAMETER_REFUSED', message: error.message } };
}

class CircuitSession implements SimulatorSession {
  readonly #simulator: Simulator;
  readonly #testbench: Testbench;
  readonly #curves: readonly Curve[];
  /** By the values that make them, the one used last at the end. */
  readonly #sessions = new Map<string, SimulatorSession>();
  /** Requests one after another, so that none is under way in a session that is closed for another. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(simulator: Simulator, testbench: Testbench) {
    this.#simulator = simulator;
    this.#testbench = testbench;
    this.#curves = testbench.curves;
  }

  /** Opens the circuit of the card itself, so that what a simulator refuses is refused at once. */
  async openStart(options: OpenOptions): Promise<void> {
    const { circuit: _, ...start } = this.#testbench;
    this.#sessions.set('start', await openJoined(this.#simulator, { ...start, parameters: this.#ofCard() }, options));
  }

  async simulate({ candidates, curves }: SimulationRequest, options: OpenOptions = {}): Promise<readonly SimulationOutcome[]> {
    requestedCurves(this.#curves, curves);
    const values = candidates.map((candidate, index) => candidateValues(this.#testbench, candidate, index));
    const answer = this.#queue.then(() => this.#simulateAll(values, curves, options));
    this.#queue = answer.catch(() => undefined); // The caller is told.
    return answer;
  }

  async close(): Promise<void> {
    await this.#queue;
    await Promise.all([...this.#sessions.values()].map((session) => session.close()));
  }

  async #simulateAll(candidates: readonly (readonly number[])[], curves: readonly string[] | undefined, options: OpenOptions): Promise<readonly SimulationOutcome[]> {
    const { parameters, circuit } = this.#testbench;
    const onCard = this.#ofCard();
    const groups = Map.groupBy(candidates.keys(), (index) => parameters.flatMap((name, at) => (circuit?.parameters.includes(name) === true ? [candidates[index]?.[at]] : [])).join(' '));
    const outcomes: SimulationOutcome[] = [];
    for (const [key, indices] of groups) {
      const session = await this.#sessionOf(key, candidates[indices[0] as number] as readonly number[], options).catch(refusedValues);
      if ('ok' in session) {
        for (const index of indices) outcomes[index] = session;
        continue;
      }
      const inner = indices.map((index) => onCard.map((name) => candidates[index]?.[parameters.indexOf(name)] as number));
      const found = await session.simulate({ candidates: inner, ...(curves === undefined ? {} : { curves }) }, options);
      for (const [at, index] of indices.entries()) outcomes[index] = found[at] as SimulationOutcome;
    }
    return outcomes;
  }

  async #sessionOf(key: string, candidate: readonly number[], options: OpenOptions): Promise<SimulatorSession> {
    const known = this.#sessions.get(key);
    if (known !== undefined) {
      this.#sessions.delete(key);
      this.#sessions.set(key, known);
      return known;
    }
    const { circuit, parameters, ...rest } = this.#testbench;
    const values = Object.fromEntries(parameters.flatMap((name, at) => (circuit?.parameters.includes(name) === true ? [[name, candidate[at] as number]] : [])));
    const made = circuit?.of(values);
    const session = await openJoined(this.#simulator, { ...rest, ...made, parameters: this.#ofCard() }, options);
    this.#sessions.set(key, session);
    const [oldest] = this.#sessions;
    if (oldest !== undefined && this.#sessions.size > mostCircuits) {
      this.#sessions.delete(oldest[0]);
      await oldest[1].close();
    }
    return session;
  }

  #ofCard(): readonly string[] {
    const { parameters, circuit } = this.#testbench;
    return parameters.filter((name) => circuit?.parameters.includes(name) !== true);
  }
}
