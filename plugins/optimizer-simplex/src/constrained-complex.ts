import { EvospiceError, type ExtractionProblem, type Optimizer, type OptimizerContext } from '@evospice/contracts';
import { byCost, cheapest, knownMembers, runSearch, type Objective, type Sample } from '@evospice/optimizer-kit';
import { centroid, complexReflection, complexRetreat, latinHypercube, mean, meanRadius, retreatShare, uniformSample } from '@evospice/toolbox';
import type { ComplexOptions } from './options.ts';
import { coincide, evaluateVertices, placesOf, vertexAt, type Vertex } from './vertex.ts';

/** Retreats in which a point only has to be no longer the worst, as Box asks; from then on it has to be better than the mean. */
const patience = 4;
/** Retreats of one point in all; then it goes where they lead, to the best point. */
const mostRetreats = 10;

/**
 * Constrained simplex method of M. J. Box 1965: more points than a simplex has; the worst one is mirrored at the centre of
 * the others by more than its distance, and goes back halfway to that centre while it is still the worst, has failed
 * or violates a constraint. Bounds clip. The first complex is the start point and random ones, which come halfway to
 * the centre of those that work until they work too; when a stage begins at one of the run's best points, up to half of it
 * are points that the run already knows.
 */
export class ConstrainedComplex implements Optimizer {
  readonly name = 'complex';
  readonly #options: ComplexOptions;

  constructor(options: ComplexOptions) {
    this.#options = options;
  }

  async optimize(problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
    const { k } = this.#options;
    const dimension = problem.parameters.length;
    if (k !== undefined && k <= dimension) {
      throw new EvospiceError('OPTIMIZER_UNSUPPORTED', `a complex of ${k} points cannot search ${dimension} parameters`, {
        received: k, expected: `k above ${dimension}`, remedy: `leave k out for ${Math.max(2 * dimension, dimension + 2)} points`,
      });
    }
    await runSearch(problem, context, this.#options, (objective, start) => this.#search(objective, start));
  }

  async #search(objective: Objective, start: Sample): Promise<void> {
    let complex = byCost(await this.#firstComplex(objective, start));
    while (meanRadius(placesOf(complex)) > this.#options.size / 100 && !coincide(complex)) complex = byCost(await this.#mirrored(objective, complex));
  }

  async #firstComplex(objective: Objective, start: Sample): Promise<Vertex[]> {
    const { dimension, random } = objective;
    const { width } = this.#options;
    const size = this.#count(dimension);
    const known = knownMembers(objective, start, { count: size, gap: width / 20, most: Math.floor(size / 2) }).map(vertexAt);
    const count = size - known.length;
    // A narrower box is shifted into the cube rather than cut, so that it keeps its width.
    const corner = start.unit.map((place) => Math.min(1 - width, Math.max(0, place - width / 2)));
    const drawn = (width === 1 ? latinHypercube : uniformSample)(count, dimension, random).map((unit) => unit.map((place, axis) => corner[axis]! + width * place));
    const fresh = await evaluateVertices(objective, drawn);
    const working = (): Vertex[] => [...known, ...fresh.filter(({ cost }) => cost < Infinity)];
    await this.#retreat(objective, fresh, working, ({ cost }) => cost < Infinity);
    return [...known, ...fresh];
  }

  #count(dimension: number): number {
    return this.#options.k ?? Math.max(2 * dimension, dimension + 2);
  }

  /** The complex after its worst points were mirrored. `complex` is sorted. */
  async #mirrored(objective: Objective, complex: readonly Vertex[]): Promise<Vertex[]> {
    const count = Math.min(this.#options.nmirror, Math.floor(complex.length / 2));
    const kept = complex.slice(0, -count);
    const centre = centroid(placesOf(kept));
    const worst = kept.at(-1)!.cost;
    const average = mean(kept.map(({ cost }) => cost));
    const moved = await evaluateVertices(objective, complex.slice(-count).map(({ place }) => complexReflection(place, centre, this.#options.alpha)));
    // Where the centre is no good, being no longer the worst is not enough: points would come back to where they were for ever.
    await this.#retreat(objective, moved, () => kept, ({ cost }, attempt) => cost < (attempt <= patience ? worst : average));
    return [...kept, ...moved];
  }

  /**
   * Lets those of the vertices that are not accepted retreat to the centre of others or the best of them, until they are; in
   * the end they go to the best. Changes `vertices`.
   */
  async #retreat(objective: Objective, vertices: Vertex[], others: () => readonly Vertex[], accepted: (vertex: Vertex, attempt: number) => boolean): Promise<void> {
    const detecting = this.#options.oscillationDetection === 'on';
    let pending = [...vertices.keys()].filter((index) => !accepted(vertices[index]!, 0));
    for (let attempt = 1; attempt <= mostRetreats && pending.length > 0; attempt++) {
      const towardsCentre = detecting ? retreatShare(attempt) : attempt <= patience ? 1 : 0;
      const towards = { centre: centroid(placesOf(others())), best: cheapest(others()).place, towardsCentre };
      const places = pending.map((index) => complexRetreat(vertices[index]!.place, towards, detecting ? objective.random : undefined));
      for (const [index, vertex] of (await evaluateVertices(objective, places)).entries()) vertices[pending[index]!] = vertex;
      pending = pending.filter((index) => !accepted(vertices[index]!, attempt));
    }
    for (const index of pending) vertices[index] = cheapest(others());
  }
}
