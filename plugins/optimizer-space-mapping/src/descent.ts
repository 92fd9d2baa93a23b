import { fromUnit, regionStep, simulationCost } from '@evospice/toolbox';
import type { Bench } from './bench.ts';
import type { Simulated } from './evidence.ts';
import { Prediction } from './prediction.ts';
import { errorOf, type Kind } from './residuals.ts';
import { measureSlopes, sparsest } from './slopes.ts';
import { idleAxes, wake } from './wake.ts';

/** Steps at most between two measurements of slopes; where those cost little more than a step, few. */
const stepsPerRound = { dear: 12, cheap: 4 };
/** Share of the error that a round has to win for parameters without effect to be let alone. */
const slowing = 0.25;
/** Searches for places where they have an effect, per descent. */
const mostWakings = 2;
/** How often failed simulations are given less room, per descent. */
const mostNarrowings = 4;
/** An error below it is a perfect fit. */
export const negligible = 1e-7;
/** Root mean square of what the model gets wrong, in logarithms, below which its slopes are taken for the simulator's. */
export const exact = 5e-3;
/** Budget units up to which slopes are cheap. */
const cheap = 3;

/** A descent from a simulated point until neither the model, nor secants, nor slopes at all points bring it further. */
export class Descent {
  readonly #bench: Bench;
  readonly #every: readonly number[];
  #radius: number;
  #decadesDone = false;
  /** Index into `#every`: how dense the next slopes are. */
  #density = 0;
  /** Parameters without effect where slopes were measured last. */
  #idle: readonly number[] = [];
  #wakings = 0;
  #narrowings = 0;
  at: Simulated;

  constructor(bench: Bench, from: Simulated) {
    this.#bench = bench;
    this.at = from;
    const { radius, samples } = bench.options;
    this.#radius = bench.modelled ? radius : 0.5 * radius;
    const first = sparsest(bench.scored, samples * bench.dimension);
    this.#every = [...new Set([first, Math.ceil(first / 3), 1])];
  }

  async toEnd(): Promise<void> {
    let needed = !this.#bench.modelled;
    for (let rounds = 0, idle = 0, gained = 1; this.at.error >= negligible; rounds++) {
      if (needed) await this.#measure();
      if (needed && gained < slowing && (await this.#woken())) await this.#measure();
      const before = this.at.error;
      const { at } = this;
      await this.#round();
      const won = 1 - this.at.error / before;
      gained = won;
      this.#log(`round ${rounds}: ${before.toPrecision(4)} to ${this.at.error.toPrecision(4)}`);
      // Where model and simulator agree, differences could only repeat what the model says.
      if (this.#isExact) {
        if (won < 0.01 && !this.#narrowed()) return;
        needed = false;
        continue;
      }
      const moved = this.at !== at;
      const finest = !needed ? false : this.#density === this.#every.length - 1;
      if (needed && won < 0.01 && !finest) this.#density++;
      idle = won < 1e-3 && (finest || !moved) ? idle + 1 : 0;
      if (finest && idle >= 2) return;
      needed = true;
      this.#radius = Math.max(this.#radius, 0.05);
    }
  }

  get #isExact(): boolean {
    return this.#bench.modelled && this.#bench.modelError(this.at) < exact;
  }

  /** Whether failed simulations were given less room, for another look at what is between them. */
  #narrowed(): boolean {
    const { barrier, options } = this.#bench;
    if (barrier.isEmpty || this.#narrowings++ >= mostNarrowings) return false;
    barrier.narrow();
    this.#radius = 0.25 * options.radius;
    return true;
  }

  async #measure(): Promise<void> {
    const every = this.#every[this.#density]!;
    const slopes = await measureSlopes(this.#bench, this.at, every);
    this.#bench.evidence.replaceSlopes(slopes);
    this.#idle = idleAxes(this.#bench, this.at, slopes, this.#kind);
    this.#log(`slopes at every ${every} points`);
  }

  /** Whether parameters that have no effect here were put where they help. */
  async #woken(): Promise<boolean> {
    const { gates } = this.#bench;
    // Others only act weakly; what is behind a closed gate cannot act at all.
    if (this.#wakings >= mostWakings || !this.#idle.some((axis) => gates[axis])) return false;
    this.#wakings++;
    const found = await wake(this.#bench, this.at, this.#idle, this.#every[0]!, this.#kind);
    if (found === undefined || found.error >= this.at.error) return false;
    this.at = found;
    this.#radius = Math.max(this.#radius, 0.5 * this.#bench.options.radius);
    return true;
  }

  /** Decades first, while they are many. */
  get #kind(): Kind {
    const { options, lastKind } = this.#bench;
    if (lastKind === 'decades' || this.#decadesDone) return lastKind;
    return this.#bench.errorAt(this.at, 'decades') > options.errorFrom ? 'decades' : 'relative';
  }

  /** Steps while they keep what the model promises. */
  async #round(): Promise<void> {
    const bench = this.#bench;
    let refused = 0;
    let slow = 0;
    const slopesAreCheap = bench.evidence.hasSlopes && this.#slopesCost < cheap;
    for (let steps = 0; steps < stepsPerRound[slopesAreCheap ? 'cheap' : 'dear']; steps++) {
      const kind = this.#kind;
      const { at } = this;
      const difference = bench.evidence.difference(at);
      const prediction = new Prediction({ points: bench.scored.points, response: bench.response, additive: bench.additive, at, difference });
      const zeros = at.unit.map(() => 0);
      const step = regionStep(bench.barrier.guarded(prediction.residuals(kind), bench.errorAt(at, kind)), { at: at.unit, radius: this.#radius, lower: zeros, upper: at.unit.map(() => 1), gain: bench.modelled ? 1e-5 : 1e-3 });
      if (at.error < negligible || step.predicted < (bench.modelled ? 1e-4 : 1e-6) || step.length < 1e-7) {
        if (kind === bench.lastKind) return;
        this.#decadesDone = true;
        continue;
      }
      if (slopesAreCheap && !(await this.#promises(step.point, kind))) {
        this.#radius = 0.3 * step.length;
        if (++refused > 2) return;
        continue;
      }
      const found = await bench.simulate(step.point);
      if (found === undefined) {
        this.#radius = 0.3 * step.length;
        if (++refused > 3) return;
        continue;
      }
      const before = bench.errorAt(at, kind) ** 2;
      const after = bench.errorAt(found, kind) ** 2;
      const ratio = (1 - after / before) / step.predicted;
      this.#log(`${kind} step ${step.length.toFixed(4)} of ${this.#radius.toFixed(4)}: ${Math.sqrt(before).toPrecision(4)} to ${Math.sqrt(after).toPrecision(4)}, promised ${Math.sqrt(before * (1 - step.predicted)).toPrecision(4)}, error ${found.error.toPrecision(4)}`);
      const gain = 1 - Math.sqrt(after / before);
      if (kind !== bench.lastKind && gain < 0.05 && (gain > 0 || refused > 0)) this.#decadesDone = true;
      if (after < before && ratio > 1e-3) {
        this.at = found;
        if (ratio > 0.6) this.#radius = Math.max(this.#radius, 2 * step.length);
        else if (ratio < 0.25) this.#radius = 0.5 * step.length;
        refused = 0;
        if (slopesAreCheap && ratio < 0.5) return;
        if ((gain < 0.02 && ratio < 0.5) || gain < 2e-3) { if (++slow >= 2) return; } else slow = 0;
      } else {
        this.#radius = Math.max(0.25, Math.min(0.5, 0.5 / (1 + Math.max(0, -ratio)))) * step.length;
        if (++refused >= (slopesAreCheap ? 1 : bench.evidence.hasSlopes ? 2 : 3)) return;
      }
    }
  }

  /** Whether a point is better where slopes are measured: a fraction of a simulation, which saves the whole one where it is not. */
  async #promises(unit: readonly number[], kind: Kind): Promise<boolean> {
    const { context, problem, scored } = this.#bench;
    const every = this.#every[this.#density]!;
    if (every < 4) return true;
    const rows = scored.sampled(every);
    const [evaluation] = await context.simulate([fromUnit(problem.parameters, unit)], { every });
    if (evaluation?.ok !== true) return false;
    const points = rows.map((row) => scored.points[row]!);
    const [before, after] = [rows.map((row) => this.at.logs[row]!), scored.logsOf(evaluation)].map((logs) => errorOf(points, logs, kind));
    this.#log(`sampled at every ${every}: ${before!.toPrecision(4)} to ${after!.toPrecision(4)}`);
    return after! < before!;
  }

  get #slopesCost(): number {
    const { problem, dimension } = this.#bench;
    return dimension * simulationCost(problem, { every: this.#every[this.#density]! });
  }

  #log(message: string): void {
    this.#bench.context.log(`${this.#bench.context.budget.spent.toFixed(1)} ${message}`);
  }
}
