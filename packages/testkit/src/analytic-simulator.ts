import {
  EvospiceError, type Curve, type SimulatedCurve, type SimulationFailure, type SimulationOutcome, type SimulationRequest, type Simulator,
  type SimulatorSession, type SimulatorStatus, type Testbench,
} from '@evospice/contracts';

/** Boltzmann's constant over the elementary charge, V/K (exact in the SI of 2019). */
const boltzmannOverCharge = 1.380649e-23 / 1.602176634e-19;

/** Parameters of the analytic diode; what a candidate does not set comes from the card. */
export interface AnalyticDiodeParameters {
  /** Saturation current of one unit of area, A. */
  readonly is: number;
  /** Emission coefficient. */
  readonly n: number;
  /** Series resistance of one unit of area, ohm. */
  readonly rs: number;
}

/**
 * Current from anode to cathode in A of `I = is (exp((v - I rs) / (n Vt)) - 1)`, solved for I by Newton's method
 * on the junction voltage, which converges monotonically from an upper bound because the equation is convex.
 */
export function analyticDiodeCurrent(parameters: AnalyticDiodeParameters, voltage: number, temperatureC: number): number {
  const { is, n, rs } = parameters;
  const scale = n * boltzmannOverCharge * (temperatureC + 273.15);
  if (rs === 0 || voltage <= 0) {
    // In reverse the current is at most `is`, and its drop over rs is far below a microvolt.
    return is * Math.expm1(voltage / scale);
  }
  let junction = Math.min(voltage, scale * Math.log1p(voltage / (rs * is)));
  for (let step = 0; step < 100; step += 1) {
    const current = is * Math.expm1(junction / scale);
    const change = (junction + rs * current - voltage) / (1 + (rs * (current + is)) / scale);
    junction -= change;
    if (Math.abs(change) <= 1e-15 * Math.abs(junction)) break;
  }
  return is * Math.expm1(junction / scale);
}

export interface AnalyticSimulatorOptions {
  readonly name?: string;
  /** Makes a candidate fail (fault injection); called once per candidate with its values by name. */
  readonly fail?: (values: Readonly<Record<string, number>>) => SimulationFailure | undefined;
  /** Milliseconds that each request takes before it is answered; 0 by default. */
  readonly delayMs?: number;
}

/** What the simulator was asked for, for tests to count. */
export interface AnalyticCounts {
  opened: number;
  closed: number;
  requests: number;
  /** Candidates simulated. */
  candidates: number;
  /** Points simulated over all candidates and curves. */
  points: number;
}

export interface AnalyticSimulator extends Simulator {
  readonly counts: AnalyticCounts;
}

/**
 * A `Simulator` in plain JavaScript, for tests that need no SPICE: opens any testbench of a diode with terminals
 * `[a, c]` whose candidates set `is`, `n` and `rs` (any subset, any order). The instance parameter `area` multiplies
 * `is` and divides `rs`. It answers with the current into the measured node, in A.
 *
 * ```ts
 * const simulator = analyticDiodeSimulator();               // or ({ fail, delayMs, name })
 * const session = await simulator.open(testbenchOf(analyticDiodeTask(1)));
 * const [outcome] = await session.simulate({ candidates: [[1e-14, 1.5, 10]] });
 * simulator.counts.candidates;                              // 1
 * ```
 */
export function analyticDiodeSimulator(options: AnalyticSimulatorOptions = {}): AnalyticSimulator {
  const counts: AnalyticCounts = { opened: 0, closed: 0, requests: 0, candidates: 0, points: 0 };
  return {
    name: options.name ?? 'analytic-diode',
    counts,
    probe(): Promise<SimulatorStatus> {
      return Promise.resolve({ available: true, version: '1', location: 'in memory' });
    },
    // oxlint-disable-next-line require-await -- a refusal must be a rejected promise
    async open(testbench: Testbench): Promise<SimulatorSession> {
      refuseUnknownDevice(testbench);
      counts.opened += 1;
      return new AnalyticDiodeSession(testbench, options, counts);
    },
  };
}

class AnalyticDiodeSession implements SimulatorSession {
  readonly #testbench: Testbench;
  readonly #options: AnalyticSimulatorOptions;
  readonly #counts: AnalyticCounts;
  #closed = false;

  constructor(testbench: Testbench, options: AnalyticSimulatorOptions, counts: AnalyticCounts) {
    this.#testbench = testbench;
    this.#options = options;
    this.#counts = counts;
  }

  async simulate(request: SimulationRequest, options: { readonly signal?: AbortSignal } = {}): Promise<readonly SimulationOutcome[]> {
    if (this.#closed) throw new EvospiceError('SIMULATOR_CLOSED', 'this session is closed', { remedy: 'open another one' });
    const curves = this.#curvesOf(request.curves);
    for (const candidate of request.candidates) this.#refuseCandidate(candidate);
    this.#counts.requests += 1;
    await this.#pause();
    return request.candidates.map((candidate) => {
      if (options.signal?.aborted === true) return failed({ code: 'CANCELLED', message: 'the caller cancelled' });
      return this.#simulateOne(candidate, curves);
    });
  }

  close(): Promise<void> {
    if (!this.#closed) this.#counts.closed += 1;
    this.#closed = true;
    return Promise.resolve();
  }

  async #pause(): Promise<void> {
    const milliseconds = this.#options.delayMs ?? 0;
    if (milliseconds > 0) await new Promise((resolve) => { setTimeout(resolve, milliseconds); });
  }

  #curvesOf(ids: readonly string[] | undefined): readonly Curve[] {
    if (ids === undefined) return this.#testbench.curves;
    return ids.map((id) => {
      const curve = this.#testbench.curves.find((other) => other.id === id);
      if (curve !== undefined) return curve;
      throw new EvospiceError('SIMULATOR_REQUEST', `the testbench has no curve "${id}"`, {
        received: id, expected: `one of ${this.#testbench.curves.map((other) => other.id).join(', ')}`,
      });
    });
  }

  #refuseCandidate(candidate: ArrayLike<number>): void {
    const values = Array.from(candidate);
    if (values.length === this.#testbench.parameters.length && values.every(Number.isFinite)) return;
    throw new EvospiceError('SIMULATOR_REQUEST', 'a candidate does not fit the testbench', {
      received: values, expected: `${this.#testbench.parameters.length} finite numbers`,
    });
  }

  #simulateOne(candidate: ArrayLike<number>, curves: readonly Curve[]): SimulationOutcome {
    this.#counts.candidates += 1;
    const values = Object.fromEntries(this.#testbench.parameters.map((name, index) => [name, candidate[index] as number]));
    const failure = this.#options.fail?.(values);
    if (failure !== undefined) return failed(failure);
    const simulated: SimulatedCurve[] = [];
    for (const curve of curves) {
      this.#counts.points += curve.x.length;
      const result = simulateCurve(this.#testbench, curve, values);
      if (result.vectors.some((vector) => !vector.every(Number.isFinite))) {
        return failed({ code: 'NON_FINITE', message: 'the current overflows', curve: curve.id });
      }
      simulated.push(result);
    }
    return { ok: true, curves: simulated };
  }
}

/** Vectors of one curve of a diode testbench, for building tasks whose answer is known. */
export function simulateCurve(
  testbench: Pick<Testbench, 'card' | 'instances'>, curve: Curve, values: Readonly<Record<string, number>>,
): SimulatedCurve {
  const area = testbench.instances.find((instance) => instance.id === curve.instance)?.params['area'] ?? 1;
  const parameter = (name: string, otherwise: number): number => values[name] ?? testbench.card.value(name) ?? otherwise;
  const device = { is: parameter('is', 1e-14) * area, n: parameter('n', 1), rs: parameter('rs', 0) / area };
  const anode = driveOf(curve, 'a');
  const cathode = driveOf(curve, 'c');
  const current = Float64Array.from(curve.x, (_, point) =>
    analyticDiodeCurrent(device, (anode[point] as number) - (cathode[point] as number), curve.temperatureC));
  return {
    curve: curve.id,
    vectors: curve.measured.map((vector) => (vector.node === 'c' ? current.map((value) => -value) : Float64Array.from(current))),
  };
}

function driveOf(curve: Curve, terminal: string): Float64Array {
  const drive = curve.drives.find((other) => other.terminal === terminal);
  if (drive !== undefined && drive.quantity === 'v') return drive.values;
  throw new EvospiceError('SIMULATOR_TESTBENCH', `curve ${curve.id} does not drive terminal ${terminal} with a voltage`, {
    received: drive?.quantity, expected: 'a voltage drive on each of a and c',
  });
}

function refuseUnknownDevice(testbench: Testbench): void {
  const known = ['is', 'n', 'rs'];
  const unknown = testbench.parameters.find((name) => !known.includes(name));
  if (unknown !== undefined || testbench.device.kind !== 'diode') {
    throw new EvospiceError('SIMULATOR_MODEL', 'the analytic simulator knows one diode with is, n and rs', {
      received: unknown ?? testbench.device.kind, expected: 'a diode testbench with parameters out of is, n, rs',
      remedy: 'use a SPICE simulator',
    });
  }
  for (const curve of testbench.curves) {
    driveOf(curve, 'a');
    driveOf(curve, 'c');
    if (curve.measured.every((vector) => vector.kind === 'i')) continue;
    throw new EvospiceError('SIMULATOR_TESTBENCH', `curve ${curve.id} measures something other than a current`, { expected: 'currents only' });
  }
}

function failed(failure: SimulationFailure): SimulationOutcome {
  return { ok: false, failure };
}
