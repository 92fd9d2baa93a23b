import { checkLine } from './check-line.ts';
import { withinWalls, type Line, type LineBracket, type LineCosts, type LinePoint } from './line.ts';

/**
 * Brackets a minimum along a line by steps that grow (Davies, Swann & Campey in Box, Davies & Swann 1969, Non-linear
 * Optimization Techniques, ch. 2): from place 0 one step to the side of `step`, to the other side if that does not help,
 * and on, each step `growth` times as long as the last, until the cost no longer falls or a wall is met. A failed place
 * (Infinity) ends the growth as a dearer one does. Where the slope says that the step leads downhill, one that does not help
 * was too long: it shrinks instead, until it helps or until what the slope promises is lost in the digits of the cost.
 * One place an evaluation: each says where the next is.
 * @returns the bracket. On a line that only leads one way (a wall at 0) whose first step does not help, `best` is its lower or upper end.
 * @throws EvospiceError `TOOLBOX_RANGE` for a line that cannot be searched.
 */
export async function bracketMinimum(costs: LineCosts, line: Line): Promise<LineBracket> {
  checkLine(line);
  const bracketing = new Bracketing(costs, line);
  return line.slope !== undefined && line.slope * line.step < 0 ? bracketing.downhill(line.slope) : bracketing.eitherSide();
}

class Bracketing {
  readonly #costs: LineCosts;
  readonly #line: Line;
  readonly #origin: LinePoint;
  #evaluations = 0;

  constructor(costs: LineCosts, line: Line) {
    this.#costs = costs;
    this.#line = line;
    this.#origin = { place: 0, cost: line.cost };
  }

  async eitherSide(): Promise<LineBracket> {
    const origin = this.#origin;
    const sides = [this.#line.step, -this.#line.step].map((step) => withinWalls(this.#line, step)).filter((place) => place !== 0);
    let far: LinePoint | undefined;
    for (const place of sides) {
      if (this.#exhausted) break;
      const first = await this.#at(place);
      if (first.cost < origin.cost) return this.#grown(first);
      if (far !== undefined) return this.#result(far, origin, first);
      far = first;
    }
    return this.#result(origin, origin, far ?? origin);
  }

  async downhill(slope: number): Promise<LineBracket> {
    const origin = this.#origin;
    let place = withinWalls(this.#line, this.#line.step);
    let far = origin;
    while (!this.#exhausted && Math.abs(slope * place) > Number.EPSILON * Math.abs(origin.cost)) {
      const tried = await this.#at(place);
      if (tried.cost < origin.cost) return far === origin ? this.#grown(tried) : this.#result(origin, tried, far);
      far = tried;
      place *= Math.min(0.5, Math.max(0.1, parabolaShare(slope * place, tried.cost - origin.cost)));
    }
    return this.#result(origin, origin, far);
  }

  /** Goes on from a first place that helped. */
  async #grown(first: LinePoint): Promise<LineBracket> {
    let previous = this.#origin;
    let present = first;
    for (let step = first.place; ;) {
      step *= this.#line.growth;
      const next = withinWalls(this.#line, present.place + step);
      if (next === present.place || this.#exhausted) return this.#result(previous, present, present);
      const found = await this.#at(next);
      if (!(found.cost < present.cost)) return this.#result(previous, present, found);
      previous = present;
      present = found;
    }
  }

  get #exhausted(): boolean {
    return this.#evaluations >= this.#line.iterations;
  }

  async #at(place: number): Promise<LinePoint> {
    this.#evaluations++;
    const [cost = Infinity] = await this.#costs([place]);
    return { place, cost };
  }

  #result(a: LinePoint, best: LinePoint, b: LinePoint): LineBracket {
    const evaluations = this.#evaluations;
    return a.place <= b.place ? { lower: a, best, upper: b, evaluations } : { lower: b, best, upper: a, evaluations };
  }
}

/** Where the parabola with the promised change, below 0, at its start and the actual one at its end has its minimum, as a share of the way. */
function parabolaShare(promised: number, actual: number): number {
  return Number.isFinite(actual) ? promised / (2 * (promised - actual)) : 0.25;
}
