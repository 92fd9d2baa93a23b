import type { DifferentiatedStage, GeneratedCode } from '../model.ts';
import { addByParameter, type PreparedInstance, type Sensitivities } from './instance.ts';
import { factorize, solveFactorized, solveTransposed } from './linear.ts';
import { OperatingPoint } from './operating-point.ts';

/** What may remain of a weight's error; weights are of the order of 1. */
const BALANCED = 1e-9;

/**
 * What is measured at a bias point, with exact derivatives: the current into a terminal, the voltage of a terminal whose current is
 * given, and the capacitance between groups of terminals. All as of an n type.
 */
export class Outputs {
  readonly point: OperatingPoint;
  private readonly n: number;
  private readonly weights: Float64Array;
  /** The output's own weights of flows, and its own derivatives by unknown voltages. */
  private readonly own: Float64Array;
  private readonly direct: Float64Array;
  private readonly seed: Float64Array;
  private readonly step: Float64Array;
  private readonly flows: Float64Array;
  private readonly byPrepared: Float64Array;
  private readonly byVoltage: Float64Array;
  private readonly small: SmallSignal;
  private instance: PreparedInstance | undefined;
  /** Whether this device's slopes change too much from point to point for those of the neighbour to serve. */
  private refreshes = false;

  constructor(code: GeneratedCode) {
    this.point = new OperatingPoint(code);
    const n = code.nodes.length;
    this.n = n;
    [this.weights, this.seed, this.step, this.flows, this.byVoltage, this.own, this.direct] = Array.from({ length: 7 }, () => new Float64Array(n)) as
      [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
    this.byPrepared = new Float64Array(code.prepared.length);
    this.small = new SmallSignal(code, this.point);
  }

  /** Takes up a device; see `OperatingPoint.begin`. */
  begin(instance: PreparedInstance, driven: readonly boolean[], terminals: number, watched?: readonly boolean[]): void {
    this.instance = instance;
    this.refreshes = false;
    this.point.begin(instance, driven, terminals, watched);
  }

  /** Flows at the point that was solved, for `current`. Where there are unknowns, they are there already. */
  evaluate(): void {
    const { code, q } = this.instance!;
    if (this.point.count === 0) code.evaluate.value(q, this.point.v, this.point.f);
  }

  /** Slopes at the point that was solved, for `capacitance`. */
  linearize(): void {
    this.point.refresh();
  }

  /** Current into a terminal, A, after `evaluate`. */
  current(terminal: number): number {
    return this.point.flow(terminal);
  }

  /** Voltage of a terminal, V. */
  voltage(terminal: number): number {
    return this.point.v[this.instance!.owner[terminal]!]!;
  }

  /**
   * Current into a terminal, with its derivatives: by parameter added to `into` from `at` on, times `factor`, and by the given voltages
   * and currents of the terminals to `byGiven`, where that is asked for.
   */
  currentGradient(terminal: number, sensitivities: Sensitivities, factor: number, into: Float64Array, at: number, byGiven?: Float64Array): number {
    const { owner } = this.instance!;
    const { weights, own, direct, point } = this;
    for (let k = 0; k < this.n; k++) own[k] = owner[k] === terminal ? 1 : 0;
    direct.fill(0);
    this.pull(sensitivities, factor, into, at, byGiven);
    // Weighted like this, what rounding leaves of the unknown nodes' balances drops out: it may exceed a small current.
    let sum = 0;
    for (let k = 0; k < this.n; k++) {
      sum += weights[k]! * this.flows[k]!;
      if (k < point.given.length && point.unknown[k]! >= 0 && owner[k] === k) sum -= weights[k]! * point.given[k]!;
    }
    return sum;
  }

  /** As `currentGradient`, for the voltage of a terminal whose current is given. */
  voltageGradient(terminal: number, sensitivities: Sensitivities, factor: number, into: Float64Array, at: number, byGiven?: Float64Array): number {
    const { own, direct, point } = this;
    const unknown = point.unknown[terminal]!;
    if (unknown >= 0) {
      own.fill(0);
      direct.fill(0);
      direct[unknown] = 1;
      this.pull(sensitivities, factor, into, at, byGiven);
    }
    return this.voltage(terminal);
  }

  private pull(sensitivities: Sensitivities, factor: number, into: Float64Array, at: number, byGiven: Float64Array | undefined): void {
    const { owner } = this.instance!;
    this.descend(this.own, this.direct);
    addByParameter(sensitivities, this.byPrepared, factor, into, at);
    if (byGiven === undefined) return;
    for (let k = 0; k < this.n; k++) {
      const terminal = owner[k]!;
      if (terminal >= 0 && terminal < byGiven.length && this.point.unknown[terminal]! < 0) byGiven[terminal] = byGiven[terminal]! + factor * this.byVoltage[k]!;
      else if (k < byGiven.length && this.point.unknown[k]! >= 0) byGiven[k] = byGiven[k]! - factor * this.weights[k]!;
    }
  }

  /**
   * Gradient of the output whose own weights of flows are `weights`, and whose derivatives by unknown voltages are in `seed`. Slopes of a
   * neighbouring point may be close enough; the derivatives that they leave by the unknown voltages tell.
   */
  private descend(own: Float64Array, direct: Float64Array): void {
    const { code, q } = this.instance!;
    const { point, weights, seed } = this;
    for (;;) {
      if (this.refreshes) point.refresh();
      weights.set(own);
      if (point.count > 0) {
        point.byUnknown(weights, seed);
        for (let u = 0; u < point.count; u++) seed[u] = seed[u]! + direct[u]!;
      }
      point.complete(seed, weights);
      code.evaluate.adjoint(q, point.v, weights, this.flows, this.byPrepared, this.byVoltage);
      if (point.count === 0 || this.refreshes) return;
      seed.set(direct);
      for (let k = 0; k < this.n; k++) {
        const u = point.unknown[k]!;
        if (u >= 0) seed[u] = seed[u]! + this.byVoltage[k]!;
      }
      if (point.correction(seed, this.step) <= BALANCED) return;
      this.refreshes = true;
    }
  }

  /**
   * Capacitance, after `linearize`, as a meter measures it, F: a small voltage at all `hi` terminals, the current sensed into all `lo` terminals, every other
   * one held; the imaginary part of the admittance over 2 pi times the frequency (Hz), with the sign of a capacitor between them.
   * @returns NaN where the system is singular
   */
  capacitance(hi: Uint8Array, lo: Uint8Array, frequency: number): number {
    return this.small.capacitance(this.instance!, hi, lo, 2 * Math.PI * frequency);
  }

  /** As `capacitance`, with the derivatives by parameter as in `currentGradient`. */
  capacitanceGradient(hi: Uint8Array, lo: Uint8Array, frequency: number, sensitivities: Sensitivities, factor: number, into: Float64Array, at: number): number {
    const value = this.capacitance(hi, lo, frequency);
    this.small.gradient(this.instance!, 2 * Math.PI * frequency, sensitivities, factor, into, at);
    return value;
  }
}

/** The small-signal circuit around an operating point. */
class SmallSignal {
  private readonly point: OperatingPoint;
  private readonly n: number;
  private readonly c: Float64Array;
  /** Conductances where they are not the slopes of the operating point. */
  private readonly own: Float64Array;
  private g: Float64Array;
  private readonly scratch: Float64Array;
  private readonly matrix: Float64Array;
  private readonly order: Int32Array;
  private readonly rows: Float64Array;
  private readonly right: Float64Array;
  private readonly found: Float64Array;
  /** Changes of the node voltages, and weights of the node currents; real and imaginary parts. */
  private readonly changes: readonly [Float64Array, Float64Array];
  private readonly weights: readonly [Float64Array, Float64Array];
  private readonly byPrepared: Float64Array;
  private readonly byVoltage: Float64Array;
  private readonly voltages: Float64Array;

  constructor({ nodes, prepared }: GeneratedCode, point: OperatingPoint) {
    const n = nodes.length;
    this.n = n;
    this.point = point;
    const make = (length: number) => new Float64Array(length);
    [this.c, this.own, this.scratch, this.matrix] = [make(n * n), make(n * n), make(2 * n), make(4 * n * n)];
    this.g = point.slopes;
    [this.rows, this.right, this.found, this.byVoltage, this.voltages] = [make(2 * n), make(2 * n), make(2 * n), make(n), make(n)];
    this.order = new Int32Array(2 * n);
    this.changes = [make(n), make(n)];
    this.weights = [make(n), make(n)];
    this.byPrepared = make(prepared.length);
  }

  capacitance(instance: PreparedInstance, hi: Uint8Array, lo: Uint8Array, omega: number): number {
    const { code, q, owner } = instance;
    const { point, n, changes, weights } = this;
    const store = code.store!;
    const [real, imaginary] = changes;
    for (let k = 0; k < n; k++) {
      const terminal = owner[k]!;
      real[k] = terminal >= 0 && terminal < hi.length && hi[terminal] === 1 ? 1 : 0;
      weights[0][k] = terminal >= 0 && terminal < lo.length && lo[terminal] === 1 ? 1 : 0;
    }
    imaginary.fill(0);
    weights[1].fill(0);
    if (point.count === 0) {
      store.tangent(q, point.v, real, this.scratch);
      let sum = 0;
      for (let k = 0; k < n; k++) sum += weights[0][k]! * this.scratch[k]!;
      return -sum;
    }
    store.jacobian(q, point.v, this.scratch, this.c);
    code.respond?.jacobian(q, point.v, this.scratch, this.own);
    this.g = code.respond === undefined ? point.slopes : this.own;
    const m = point.count;
    if (!this.assemble(m, omega)) return NaN;
    // The unknown voltages follow the change at the high terminals.
    solveFactorized(this.matrix, 2 * m, this.order, this.right, this.found);
    for (let k = 0; k < n; k++) {
      const u = point.unknown[k]!;
      if (u < 0) continue;
      real[k] = this.found[u]!;
      imaginary[k] = this.found[m + u]!;
    }
    let sum = 0;
    for (let k = 0; k < n; k++) {
      if (weights[0][k] !== 1) continue;
      for (let l = 0; l < n; l++) sum += this.g[k * n + l]! * imaginary[l]! / omega + this.c[k * n + l]! * real[l]!;
    }
    return -sum;
  }

  // Real form of the complex system: [G, -wC; wC, G], and the currents of the change at the terminals to its right.
  private assemble(m: number, omega: number): boolean {
    const { n, matrix, right, point } = this;
    const [real] = this.changes;
    const size = 2 * m;
    matrix.fill(0);
    right.fill(0);
    for (let k = 0; k < n; k++) {
      const r = point.unknown[k]!;
      if (r < 0) continue;
      for (let l = 0; l < n; l++) {
        const g = this.g[k * n + l]!;
        const b = omega * this.c[k * n + l]!;
        const s = point.unknown[l]!;
        if (s < 0) {
          right[r] = right[r]! - g * real[l]!;
          right[m + r] = right[m + r]! - b * real[l]!;
          continue;
        }
        matrix[r * size + s] = matrix[r * size + s]! + g;
        matrix[(m + r) * size + m + s] = matrix[(m + r) * size + m + s]! + g;
        matrix[r * size + m + s] = matrix[r * size + m + s]! - b;
        matrix[(m + r) * size + s] = matrix[(m + r) * size + s]! + b;
      }
    }
    return factorize(matrix, size, this.order, this.scratch);
  }

  /** After `capacitance`: adds its derivatives by parameter. */
  gradient(instance: PreparedInstance, omega: number, sensitivities: Sensitivities, factor: number, into: Float64Array, at: number): void {
    const { code, q } = instance;
    const { point, n, changes: [real, imaginary], weights: [wr, wi] } = this;
    if (point.count === 0) {
      this.second(code.store!.second, instance, real, wr, sensitivities, -factor, into, at);
      return;
    }
    const m = point.count;
    // Weights of the node currents that stand for the unknown voltages: the transposed system with the sensed rows.
    this.rows.fill(0);
    for (let k = 0; k < n; k++) {
      if (wr[k] !== 1) continue;
      for (let l = 0; l < n; l++) {
        const u = point.unknown[l]!;
        if (u < 0) continue;
        // The output is the imaginary part over omega: seeds of the real and imaginary parts of the unknowns.
        this.rows[u] = this.rows[u]! + this.c[k * n + l]!;
        this.rows[m + u] = this.rows[m + u]! + this.g[k * n + l]! / omega;
      }
    }
    solveTransposed(this.matrix, 2 * m, this.order, this.rows, this.found);
    // found: multipliers of the real and of the imaginary equations, for the output (wr + j wi) as imaginary part over omega.
    for (let k = 0; k < n; k++) {
      const u = point.unknown[k]!;
      if (u < 0) continue;
      wr[k] = -this.found[m + u]! * omega;
      wi[k] = -this.found[u]! * omega;
    }
    this.voltages.fill(0);
    const add = ({ second }: Pick<DifferentiatedStage, 'second'>, d: Float64Array, w: Float64Array, by: number) => {
      if (isZero(d) || isZero(w)) return;
      this.second(second, instance, d, w, sensitivities, -factor * by, into, at);
      for (let k = 0; k < n; k++) {
        const u = point.unknown[k]!;
        if (u >= 0) this.voltages[u] = this.voltages[u]! + by * this.byVoltage[k]!;
      }
    };
    const conductances = code.respond ?? code.evaluate;
    add(conductances, imaginary, wr, 1 / omega);
    add(conductances, real, wi, 1 / omega);
    add(code.store!, real, wr, 1);
    add(code.store!, imaginary, wi, -1);
    // The operating point moves too.
    wr.fill(0);
    point.complete(this.voltages, wr);
    code.evaluate.adjoint(q, point.v, wr, this.scratch, this.byPrepared, this.byVoltage);
    addByParameter(sensitivities, this.byPrepared, -factor, into, at);
  }

  private second(
    second: (q: Float64Array, v: Float64Array, d: Float64Array, w: Float64Array, qs: Float64Array, vs: Float64Array) => void,
    instance: PreparedInstance, d: Float64Array, w: Float64Array, sensitivities: Sensitivities, factor: number, into: Float64Array, at: number,
  ): void {
    second(instance.q, this.point.v, d, w, this.byPrepared, this.byVoltage);
    addByParameter(sensitivities, this.byPrepared, factor, into, at);
  }
}

function isZero(x: Float64Array): boolean {
  for (let i = 0; i < x.length; i++) if (x[i] !== 0) return false;
  return true;
}
