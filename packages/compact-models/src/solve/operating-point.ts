import type { GeneratedCode } from '../model.ts';
import type { PreparedInstance } from './instance.ts';
import { factorize, solveFactorized, solveTransposed } from './linear.ts';

/** What may remain of an unknown voltage's error, V or K. */
const LAST_STEP = 1e-10;
/** What may remain of a current's error, as a fraction and in A. */
const ACCURACY = 1e-11;
/** And where the slopes are not of the point itself, as a fraction. */
const FOLLOWED = 1e-10;
const SMALLEST_CURRENT = 1e-21;
/** Steps shrink at least by this factor where the slopes of the point before still serve, and so many of them are made. */
const FAST = 0.1;
const MOST_CHORDS = 5;
/** A step of Newton's method leaves at most this times its square: the curvature of an exponential of twice the thermal voltage's slope, 1/V. */
const CURVATURE = 40;
/** Below the rounding of any voltage. */
const NOTHING = 1e-16;
/** What the flows into an unknown node may sum up to before the last step: as a share of the largest flow, and A (W for a temperature). */
const LARGEST_IMBALANCE = 0.1;
const SMALLEST_IMBALANCE = 1e-9;
/** Steps that do not shrink any more are rounding where they are below this. */
const ROUNDING = 1e-6;
const MOST_ITERATIONS = 80;
const SHORTEST_DAMPING = 1e-9;
/** Longest and shortest stretch of a continuation from a solved bias to the wanted one, as fractions of the way. */
const FIRST_STRETCH = 0.5;
const SHORTEST_STRETCH = 1 / 4096;

/**
 * Bias points of one device, one after the other. Terminals have a voltage or a current; the voltages of terminals with a current and of
 * internal nodes are unknown, and found by Newton's method: damped so that each step brings the next one down, started from the
 * neighbouring point carried on along its tangent, and where that stalls, led there from that point, or from zero bias, in smaller steps.
 */
export class OperatingPoint {
  /** Voltage of each node (V, or K) at the point that was solved last. */
  readonly v: Float64Array;
  /** Flow into each node; up to date after `solve` where there are unknowns. */
  readonly f: Float64Array;
  /** For each node the number of its unknown, -1 where its voltage is given. */
  readonly unknown: Int32Array;
  /** Number of unknown voltages; with none, `solve` evaluates nothing. */
  count = 0;
  private readonly n: number;
  /** Derivative of each flow by each node's voltage, row after row, after `refresh`. */
  readonly slopes: Float64Array;
  private readonly lu: Float64Array;
  private readonly order: Int32Array;
  private readonly x: Float64Array;
  private readonly tried: Float64Array;
  private readonly step: Float64Array;
  private readonly next: Float64Array;
  private readonly rest: Float64Array;
  /** Voltages and currents of the terminals at the point that was solved last. */
  readonly given: Float64Array;
  private readonly start: Float64Array;
  private readonly between: Float64Array;
  private readonly flows: Float64Array;
  /** Currents into the terminals before the last step. */
  private readonly earlier: Float64Array;
  private instance: PreparedInstance | undefined;
  private watched: readonly boolean[] | undefined;
  private warm = false;

  constructor({ nodes }: GeneratedCode) {
    const n = nodes.length;
    this.n = n;
    [this.v, this.f, this.x, this.tried, this.step, this.next, this.rest, this.given, this.start, this.between, this.flows, this.earlier] = Array.from({ length: 12 }, () => new Float64Array(n)) as
      [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
    this.slopes = new Float64Array(n * n);
    this.lu = new Float64Array(n * n);
    this.order = new Int32Array(n);
    this.unknown = new Int32Array(n);
  }

  /**
   * Takes up a device.
   * @param driven for each terminal, whether its current is given
   * @param watched for each terminal, whether its current is asked for, so that it has to be accurate; all when left out
   */
  begin(instance: PreparedInstance, driven: readonly boolean[], terminals: number, watched?: readonly boolean[]): void {
    this.instance = instance;
    this.watched = watched;
    this.warm = false;
    this.count = 0;
    const { owner } = instance;
    for (let k = 0; k < this.n; k++) {
      const own = owner[k] === k;
      this.unknown[k] = own && (k >= terminals || driven[k] === true) ? this.count++ : -1;
    }
    for (let k = 0; k < this.n; k++) if (owner[k] !== k && owner[k]! >= 0) this.unknown[k] = this.unknown[owner[k]!]!;
    this.x.fill(0);
    this.f.fill(0);
  }

  /**
   * Finds the point with the given voltages and currents of the terminals, which are those of an n type.
   * @returns false where it was not found; the next point then starts afresh
   */
  solve(given: Float64Array): boolean {
    if (this.count === 0) {
      this.place(given, this.x);
      return true;
    }
    if (this.warm) {
      this.follow(given);
      this.residual(given, this.x);
      const size = this.aim();
      if (size < Infinity && this.chord(given, Infinity, size)) return this.keep(given);
      if (this.newton(given)) return this.keep(given);
      this.x.set(this.start);
      if (this.lead(given)) return this.keep(given);
    }
    this.guess(given);
    if (this.newton(given)) return this.keep(given);
    this.given.fill(0);
    this.x.fill(0);
    if (this.lead(given)) return this.keep(given);
    this.warm = false;
    return false;
  }

  /** The sum of the flows into a terminal and the nodes that are one with it. */
  flow(terminal: number): number {
    const { owner } = this.instance!;
    let sum = 0;
    for (let k = 0; k < this.n; k++) if (owner[k] === terminal) sum += this.f[k]!;
    return sum;
  }

  /** Takes the slopes at the solved point itself, for derivatives and small signals; those of the last step are close to it, not there. */
  refresh(): void {
    if (this.count === 0 || this.linearize(this.given, this.x)) return;
    // Without slopes there are derivatives of nothing: better NaN than those of another point.
    this.slopes.fill(NaN);
    this.lu.fill(NaN);
    this.warm = false;
  }

  /** `into` with the correction by which the derivative of a weighted sum of flows by each unknown voltage, `slope`, becomes 0; its size. */
  correction(slope: Float64Array, into: Float64Array): number {
    solveTransposed(this.lu, this.count, this.order, slope, into);
    return largest(into, this.count);
  }

  /**
   * Weights of the flows whose sum changes with the prepared values and given voltages as the output does: the unknown voltages follow.
   * @param seed on entry the output's derivative by each unknown voltage, used up; `weights` on entry the output's own weights of flows
   */
  complete(seed: Float64Array, weights: Float64Array): void {
    if (this.count === 0) return;
    solveTransposed(this.lu, this.count, this.order, seed, this.next);
    for (let k = 0; k < this.n; k++) {
      const u = this.unknown[k]!;
      if (u >= 0) weights[k] = weights[k]! - this.next[u]!;
    }
  }

  /** Derivative of the weighted sum of flows by each unknown voltage. */
  byUnknown(weights: Float64Array, into: Float64Array): void {
    into.fill(0);
    for (let k = 0; k < this.n; k++) {
      if (weights[k] === 0) continue;
      for (let l = 0; l < this.n; l++) {
        const u = this.unknown[l]!;
        if (u >= 0) into[u] = into[u]! + weights[k]! * this.slopes[k * this.n + l]!;
      }
    }
  }

  // Voltages of all nodes from those that are given and those that are unknown.
  private place(given: Float64Array, x: Float64Array): void {
    const { owner } = this.instance!;
    for (let k = 0; k < this.n; k++) {
      const u = this.unknown[k]!;
      this.v[k] = u >= 0 ? x[u]! : owner[k]! < 0 ? 0 : given[owner[k]!]!;
    }
  }

  private keep(given: Float64Array): true {
    this.given.set(given);
    this.start.set(this.x);
    this.warm = true;
    return true;
  }

  // No current flows: inner nodes are at the terminals they belong to, terminals with a current at 0.
  private guess(given: Float64Array): void {
    this.x.fill(0);
    const { behind } = this.instance!;
    for (let k = 0; k < this.n; k++) {
      const u = this.unknown[k]!;
      const terminal = behind[k]!;
      if (u >= 0 && terminal >= 0 && terminal !== k && this.unknown[terminal]! < 0) this.x[u] = given[terminal]!;
    }
  }

  // Along the tangent from the last point.
  private follow(given: Float64Array): void {
    const { owner } = this.instance!;
    this.rest.fill(0);
    for (let k = 0; k < this.n; k++) {
      const u = this.unknown[k]!;
      if (u < 0) continue;
      if (owner[k] === k && k < given.length) this.rest[u] = this.rest[u]! + given[k]! - this.given[k]!;
      for (let l = 0; l < this.n; l++) {
        if (this.unknown[l]! < 0 && owner[l]! >= 0) this.rest[u] = this.rest[u]! - this.slopes[k * this.n + l]! * (given[owner[l]!]! - this.given[owner[l]!]!);
      }
    }
    solveFactorized(this.lu, this.count, this.order, this.rest, this.step);
    for (let u = 0; u < this.count; u++) this.x[u] = this.start[u]! + this.step[u]!;
  }

  // In stretches from the solved point `from`, where the unknowns are `x`.
  private lead(given: Float64Array): boolean {
    const solved = Float64Array.from(this.x);
    let at = 0;
    let stretch = FIRST_STRETCH;
    while (at < 1) {
      const to = Math.min(1, at + stretch);
      for (let k = 0; k < given.length; k++) this.between[k] = this.given[k]! + to * (given[k]! - this.given[k]!);
      if (this.newton(this.between)) {
        at = to;
        stretch *= 2;
        solved.set(this.x);
      } else {
        stretch /= 2;
        if (stretch < SHORTEST_STRETCH) return false;
        this.x.set(solved);
      }
    }
    return true;
  }

  private newton(given: Float64Array): boolean {
    for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
      if (!this.linearize(given, this.x)) return false;
      const size = this.aim();
      if (!(size < Infinity)) return false;
      if (this.settled(Math.min(1, CURVATURE * size), size)) return this.finish(given);
      this.gather(this.earlier);
      let damping = 1;
      let after: number;
      for (;;) {
        for (let u = 0; u < this.count; u++) this.tried[u] = this.x[u]! - damping * this.step[u]!;
        this.residual(given, this.tried);
        solveFactorized(this.lu, this.count, this.order, this.rest, this.next);
        after = largest(this.next, this.count);
        if (after <= (1 - damping / 4) * size) break;
        if (size < ROUNDING) {
          // Where currents do not balance, steps are short because slopes are steep there, not because the solution is near.
          this.residual(given, this.x);
          return this.balanced() && this.finish(given);
        }
        damping /= 2;
        if (damping < SHORTEST_DAMPING) return false;
      }
      this.x.set(this.tried);
      if (damping < 1 || after > FAST * size) continue;
      this.step.set(this.next);
      if (this.chord(given, size, after)) return true;
    }
    return false;
  }

  /**
   * Goes on with the slopes that are there, as long as that is fast: from the flows and the step at `x`.
   * @param before size of the step before, Infinity where there was none
   */
  private chord(given: Float64Array, before: number, size: number): boolean {
    for (let k = 0; k < MOST_CHORDS; k++) {
      const rate = before === Infinity ? 1 : size / before;
      if (this.settled(rate, size) && (rate === 1 || this.followed(rate))) return this.finish(given);
      this.gather(this.earlier);
      this.tried.set(this.x);
      for (let u = 0; u < this.count; u++) this.x[u] = this.x[u]! - this.step[u]!;
      this.residual(given, this.x);
      before = size;
      size = this.aim();
      if (size <= FAST * before) continue;
      // A step that is not much shorter than the one before shows that the slopes do not serve: back to where they still did.
      if (!(size <= before)) this.x.set(this.tried);
      return false;
    }
    return false;
  }

  // The step to take by the slopes that are there; its size.
  private aim(): number {
    solveFactorized(this.lu, this.count, this.order, this.rest, this.step);
    return largest(this.step, this.count);
  }

  /** Whether the step is the last one: what remains after it, `rate` times it, is nothing beside the currents of the terminals. */
  private settled(rate: number, size: number): boolean {
    // Far from a solution, slopes of an exponential can be so large that a step is short though currents do not balance at all.
    if (!this.balanced()) return false;
    if (size <= NOTHING) return true;
    if (!(rate * size <= LAST_STEP)) return false;
    const { owner } = this.instance!;
    this.next.fill(0);
    this.flows.fill(0);
    for (let k = 0; k < this.n; k++) {
      const terminal = owner[k]!;
      if (terminal < 0 || this.unknown[terminal]! >= 0 || this.watched?.[terminal] === false) continue;
      this.flows[terminal] = this.flows[terminal]! + this.f[k]!;
      for (let l = 0; l < this.n; l++) {
        const u = this.unknown[l]!;
        if (u >= 0) this.next[terminal] = this.next[terminal]! + this.slopes[k * this.n + l]! * this.step[u]!;
      }
    }
    for (let k = 0; k < this.n; k++) {
      const change = this.next[k]!;
      if (!(rate * Math.abs(change) <= ACCURACY * Math.abs(this.flows[k]! - change) + SMALLEST_CURRENT)) return false;
    }
    return true;
  }

  /** Whether what flows into the unknown nodes is small beside the largest flow; the heat of a device that does not heat itself is none. */
  private balanced(): boolean {
    const { owner } = this.instance!;
    let flow = 0;
    for (let k = 0; k < this.n; k++) if (owner[k]! >= 0) flow = Math.max(flow, Math.abs(this.f[k]!));
    return largest(this.rest, this.count) <= LARGEST_IMBALANCE * flow + SMALLEST_IMBALANCE;
  }

  /**
   * Whether what the step that was made changed the currents by, times the rate, is nothing beside them: slopes of another point may serve the
   * balances, in which a series resistance rules, and yet not tell how the current of a terminal follows.
   */
  private followed(rate: number): boolean {
    this.gather(this.flows);
    for (let k = 0; k < this.n; k++) {
      if (!(rate * Math.abs(this.flows[k]! - this.earlier[k]!) <= FOLLOWED * Math.abs(this.flows[k]!) + SMALLEST_CURRENT)) return false;
    }
    return true;
  }

  /** The currents into the terminals that are asked for, from the flows. */
  private gather(into: Float64Array): void {
    const { owner } = this.instance!;
    into.fill(0);
    for (let k = 0; k < this.n; k++) {
      const terminal = owner[k]!;
      if (terminal >= 0 && this.unknown[terminal]! < 0 && this.watched?.[terminal] !== false) into[terminal] = into[terminal]! + this.f[k]!;
    }
  }

  // The last step is short: flows follow it in first order.
  private finish(given: Float64Array): true {
    for (let k = 0; k < this.n; k++) {
      let change = 0;
      for (let l = 0; l < this.n; l++) {
        const u = this.unknown[l]!;
        if (u >= 0) change -= this.slopes[k * this.n + l]! * this.step[u]!;
      }
      this.f[k] = this.f[k]! + change;
    }
    for (let u = 0; u < this.count; u++) this.x[u] = this.x[u]! - this.step[u]!;
    this.place(given, this.x);
    return true;
  }

  private residual(given: Float64Array, x: Float64Array): void {
    const { code, q } = this.instance!;
    this.place(given, x);
    code.evaluate.value(q, this.v, this.f);
    this.balance(given);
  }

  private balance(given: Float64Array): void {
    this.rest.fill(0);
    for (let k = 0; k < this.n; k++) {
      const u = this.unknown[k]!;
      if (u >= 0) this.rest[u] = this.rest[u]! + this.f[k]! - (k < given.length ? given[k]! : 0);
    }
  }

  private linearize(given: Float64Array, x: Float64Array): boolean {
    const { code, q } = this.instance!;
    this.place(given, x);
    code.evaluate.jacobian(q, this.v, this.f, this.slopes);
    this.balance(given);
    const n = this.count;
    this.lu.fill(0);
    for (let k = 0; k < this.n; k++) {
      const r = this.unknown[k]!;
      if (r < 0) continue;
      for (let l = 0; l < this.n; l++) {
        const c = this.unknown[l]!;
        if (c >= 0) this.lu[r * n + c] = this.lu[r * n + c]! + this.slopes[k * this.n + l]!;
      }
    }
    return factorize(this.lu, n, this.order, this.next);
  }
}

function largest(x: Float64Array, count: number): number {
  let size = 0;
  for (let i = 0; i < count; i++) {
    const each = Math.abs(x[i]!);
    if (!(each <= size)) size = each;
  }
  return size;
}
