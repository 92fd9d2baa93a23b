import { EvospiceError, type SimulationOutcome, type SimulationRequest, type Simulator, type SimulatorSession, type Testbench } from '@evospice/contracts';
import { openCircuits } from './circuit-session.ts';
import { thinned } from './thinned.ts';

interface OpenOptions {
  readonly signal?: AbortSignal;
}

/** Sessions on thinned testbenches kept open at most; one more closes the one used longest ago. */
const mostThinned = 4;

/**
 * Opens a testbench on a simulator. Where instances have cards of their own (bins of one model), one session a card is
 * opened and the sessions answer as one; where parameters change the circuit around the device, one for each of the last circuits. A request for every k-th point is answered by a session on a testbench of those
 * points, opened when it is first wanted.
 * @throws EvospiceError as `Simulator.open`
 */
export async function openTestbench(simulator: Simulator, testbench: Testbench, options: OpenOptions = {}): Promise<SimulatorSession> {
  return new TestbenchSession(simulator, testbench, await openCircuits(simulator, testbench, options));
}

class TestbenchSession implements SimulatorSession {
  readonly #simulator: Simulator;
  readonly #testbench: Testbench;
  readonly #whole: SimulatorSession;
  /** Sessions by k, the one used last at the end. */
  readonly #thinned = new Map<number, Promise<SimulatorSession>>();
  /** Thinned requests one after another, so that none is under way in a session that is closed for another. */
  #queue: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(simulator: Simulator, testbench: Testbench, whole: SimulatorSession) {
    this.#simulator = simulator;
    this.#testbench = testbench;
    this.#whole = whole;
  }

  async simulate({ every = 1, ...request }: SimulationRequest, options: OpenOptions = {}): Promise<readonly SimulationOutcome[]> {
    if (every === 1) return this.#whole.simulate(request, options);
    if (!Number.isInteger(every) || every < 1) {
      throw new EvospiceError('SIMULATOR_REQUEST', `a session cannot simulate every ${every} points of a curve`, { received: every, expected: 'a whole number from 1' });
    }
    const answer = this.#queue.then(async () => (await this.#sessionOf(every)).simulate(request, options));
    this.#queue = answer.catch(() => undefined); // The caller is told.
    return answer;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const opened = [...this.#thinned.values()];
    this.#thinned.clear();
    await Promise.all([this.#whole.close(), ...opened.map(closeIfOpen)]);
  }

  async #sessionOf(every: number): Promise<SimulatorSession> {
    if (this.#closed) return this.#whole; // Which refuses as a closed session does.
    // Not under the signal of one request: the session outlives it.
    const session = this.#thinned.get(every) ?? openCircuits(this.#simulator, thinned(this.#testbench, every), {});
    this.#thinned.delete(every);
    this.#thinned.set(every, session);
    session.catch(() => this.#thinned.delete(every)); // Reported to whoever waits for it; a later request tries again.
    const [oldest] = this.#thinned;
    if (oldest !== undefined && this.#thinned.size > mostThinned) {
      this.#thinned.delete(oldest[0]);
      await closeIfOpen(oldest[1]);
    }
    return session;
  }
}

async function closeIfOpen(opening: Promise<SimulatorSession>): Promise<void> {
  const session = await opening.catch(() => undefined); // Whoever asked for it has been told.
  await session?.close();
}
