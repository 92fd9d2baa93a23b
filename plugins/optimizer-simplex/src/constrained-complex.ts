import { EvospiceError, type ExtractionProblem, type Optimizer, type OptimizerContext } from '@evospice/kernel';
import { runSearch, type Objective, type Sample } from '@evospice/optimizer-kit';
import { centroid, complexReflection, complexRetreat, latinHypercube, meanRadius, retreatShare, separatedIndices, uniformSample } from '@evospice/toolbox';
import type { ComplexOptions } from './options.ts';
import { byCost, coincide, evaluateVertices, placesOf, type Vertex } from './vertex.ts';

/** Retreats to the centre that Box's own rule is given before the best point takes its place. */
const patience = 8;
/** Retreats of one point in all; the last is kept whatever it costs, and another point is mirrored next. */
const mostRetreats = 16;

/**
 * Constrained simplex method of M. J. Box 1965: more points than a simplex has; the worst one is mirrored at the centre of
 * the others by more than its distance, and goes back halfway to that centre while it is still the worst, has failed
 * or violates a constraint. Bounds clip. The first complex is the start point and random ones, which come halfway to
 * the centre of those that work until they work too; when a stage begins at the run's best point, half of it are
 * points that the run already knows.
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
        met: k, expected: `k above ${dimension}`, remedy: `leave k out for ${Math.max(2 * dimension, dimension + 2)} points`,
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
    const known = this.#known(objective, start);
    const count = this.#count(dimension) - known.length;
    const { width } = this.#options;
    // A narrower box is shifted into the cube rather than cut, so that it keeps its width.
    const corner = start.unit.map((place) => Math.min(1 - width, Math.max(0, place - width / 2)));
    const drawn = (width === 1 ? latinHypercube : uniformSample)(count, dimension, random).map((unit) => unit.map((place, axis) => corner[axis]! + width * place));
    let fresh = await evaluateVertices(objective, drawn);
    for (let attempt = 1; attempt <= mostRetreats && fresh.some(({ cost }) => cost === Infinity); attempt++) {
      const working = [...known, ...fresh.filter(({ cost }) => cost < Infinity)];
      fresh = await this.#retreat(objective, fresh, ({ cost }) => cost === Infinity, working, attempt);
    }
    return [...known, ...fresh];
  }

  /** The start, and where it is the best point of the run, up to half a complex of points known to be good and well apart. */
  #known(objective: Objective, start: Sample): Vertex[] {
    const first: Vertex = { place: start.unit, unit: start.unit, cost: start.cost };
    if (objective.best === undefined || start.cost > objective.best.cost) return [first];
    const pool = [start, ...objective.elites(100)];
    const chosen = separatedIndices(pool.map(({ unit }) => unit), this.#options.width / 20, Math.floor(this.#count(objective.dimension) / 2));
    return chosen.map((index) => ({ place: pool[index]!.unit, unit: pool[index]!.unit, cost: pool[index]!.cost }));
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
    let moved = await evaluateVertices(objective, complex.slice(-count).map(({ place }) => complexReflection(place, centre, this.#options.alpha)));
    const isWorst = ({ cost }: Vertex): boolean => cost > worst || cost === Infinity;
    for (let attempt = 1; attempt <= mostRetreats && moved.some(isWorst); attempt++) moved = await this.#retreat(objective, moved, isWorst, kept, attempt);
    return [...kept, ...moved];
  }

  /** The vertices again, those that `must` having retreated to the centre of `kept` or the best of them. */
  async #retreat(objective: Objective, vertices: readonly Vertex[], must: (vertex: Vertex) => boolean, kept: readonly Vertex[], attempt: number): Promise<Vertex[]> {
    const detecting = this.#options.oscillationDetection === 'on';
    const towardsCentre = detecting ? retreatShare(attempt) : attempt <= patience ? 1 : 0;
    const centre = centroid(placesOf(kept));
    const best = byCost(kept)[0]!.place;
    const retreating = vertices.filter(must);
    const retreated = await evaluateVertices(objective, retreating.map(({ place }) => complexRetreat(place, { centre, best, towardsCentre }, detecting ? objective.random : undefined)));
    return vertices.map((vertex) => (must(vertex) ? retreated[retreating.indexOf(vertex)]! : vertex));
  }
}
