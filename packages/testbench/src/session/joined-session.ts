import type {
  Curve, LibraryCircuit, ModelCard, ParameterShift, SimulatedCurve, SimulationOutcome, SimulationRequest, Simulator, SimulatorSession, Testbench,
} from '@evospice/contracts';
import { requestedCurves } from './check-request.ts';

interface OpenOptions {
  readonly signal?: AbortSignal;
}

/**
 * One session per card, answering as one; a testbench with a single card has a single one.
 * @throws EvospiceError as `Simulator.open`
 */
export async function openJoined(simulator: Simulator, testbench: Testbench, options: OpenOptions = {}): Promise<SimulatorSession> {
  const apart = testbench.circuit !== undefined && testbench.instances.length > 1;
  if (!apart && Object.keys(testbench.cards ?? {}).length === 0) return simulator.open(testbench, options);
  const opened: Part[] = [];
  try {
    for (const { shifts, ...part } of partsOf(testbench)) opened.push({ curves: part.curves.map(({ id }) => id), shifts, session: await simulator.open(part, options) });
  } catch (error) {
    await Promise.all(opened.map(({ session }) => session.close()));
    throw error;
  }
  return new JoinedSession(testbench, opened);
}

/** One testbench a card, in order of first use. */
function partsOf(testbench: Testbench): readonly (Omit<Testbench, 'shifts'> & { readonly shifts: Shifts })[] {
  const { card, cards = {}, shifts = {}, circuit, ...common } = testbench;
  const byCard = new Map<string, { readonly card: ModelCard; readonly shifts: Shifts; readonly instances: Set<string> }>();
  for (const { id } of testbench.instances) {
    const own = cards[id] ?? card;
    // Instances that share a card may not share it in another circuit.
    const key = JSON.stringify([own.toString(), shifts[id] ?? {}, circuit === undefined ? '' : id]);
    const part = byCard.get(key) ?? { card: own, shifts: shifts[id] ?? {}, instances: new Set<string>() };
    part.instances.add(id);
    byCard.set(key, part);
  }
  return [...byCard.values()].map(({ card: own, shifts: ownShifts, instances }, index) => ({
    ...common,
    shifts: ownShifts,
    id: `${testbench.id}-${index + 1}`,
    card: own,
    instances: testbench.instances.filter(({ id }) => instances.has(id)),
    curves: testbench.curves.filter(({ instance }) => instances.has(instance)),
    ...(circuit === undefined ? {} : { circuit: { parameters: circuit.parameters, of: (values) => circuitOfPart(circuit.of(values), instances) } }),
  }));
}

function circuitOfPart({ card, cards = {}, instances }: LibraryCircuit, ids: ReadonlySet<string>): LibraryCircuit {
  const own = instances.filter(({ id }) => ids.has(id));
  return { card: cards[own[0]?.id ?? ''] ?? card, instances: own };
}

type Shifts = Readonly<Record<string, ParameterShift>>;

interface Part {
  readonly curves: readonly string[];
  readonly shifts: Shifts;
  readonly session: SimulatorSession;
}

/** Several sessions that answer as one; a candidate that failed on one card is not tried on the next. */
class JoinedSession implements SimulatorSession {
  readonly #curves: readonly Curve[];
  readonly #parameters: readonly string[];
  readonly #parts: readonly Part[];

  constructor(testbench: Testbench, parts: readonly Part[]) {
    this.#curves = testbench.curves;
    this.#parameters = testbench.parameters;
    this.#parts = parts;
  }

  async simulate({ candidates, curves }: SimulationRequest, options: OpenOptions = {}): Promise<readonly SimulationOutcome[]> {
    requestedCurves(this.#curves, curves);
    const found: (SimulatedCurve[] | SimulationOutcome)[] = candidates.map(() => []);
    for (const part of this.#parts) {
      const wanted = curves === undefined ? part.curves : part.curves.filter((id) => curves.includes(id));
      const alive = [...found.keys()].filter((index) => Array.isArray(found[index]));
      if (wanted.length === 0 || alive.length === 0) continue;
      const outcomes = await part.session.simulate({ candidates: alive.map((index) => this.#onCard(candidates[index] as ArrayLike<number>, part)), curves: wanted }, options);
      for (const [at, index] of alive.entries()) {
        const outcome = outcomes[at] as SimulationOutcome;
        if (outcome.ok) (found[index] as SimulatedCurve[]).push(...outcome.curves);
        else found[index] = outcome;
      }
    }
    return found.map((entry) => (Array.isArray(entry) ? { ok: true, curves: this.#inOrder(entry) } : entry));
  }

  async close(): Promise<void> {
    await Promise.all(this.#parts.map(({ session }) => session.close()));
  }

  /** A candidate as the card of a part has it. */
  #onCard(candidate: ArrayLike<number>, { shifts }: Part): ArrayLike<number> {
    if (Object.keys(shifts).length === 0) return candidate;
    return Array.from(candidate, (value, at) => {
      const shift = shifts[this.#parameters[at] ?? ''];
      return shift === undefined ? value : value * shift.factor + shift.add;
    });
  }

  #inOrder(curves: readonly SimulatedCurve[]): readonly SimulatedCurve[] {
    const place = new Map(this.#curves.map(({ id }, at) => [id, at]));
    return curves.toSorted((a, b) => (place.get(a.curve) ?? 0) - (place.get(b.curve) ?? 0));
  }
}
