import { EvospiceError, type ExtractionProblem, type OptimizerContext } from '@evospice/contracts';
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
export async function constrainedComplexSearch(problem: ExtractionProblem, context: OptimizerContext, options: ComplexOptions): Promise<void> {
  const { k } = options;
  const dimension = problem.parameters.length;
  if (k !== undefined && k <= dimension) {
    throw new EvospiceError('OPTIMIZER_UNSUPPORTED', `a complex of ${k} points cannot search ${dimension} parameters`, {
      received: k, expected: `k above ${dimension}`, remedy: `leave k out for ${Math.max(2 * dimension, dimension + 2)} points`,
    });
  }
  await runSearch(problem, context, options, (objective, start) => search(options, objective, start));
}

async function search(options: ComplexOptions, objective: Objective, start: Sample): Promise<void> {
  let complex = byCost(await firstComplex(options, objective, start));
  while (meanRadius(placesOf(complex)) > options.size / 100 && !coincide(complex)) complex = byCost(await mirrored(options, objective, complex));
}

async function firstComplex(options: ComplexOptions, objective: Objective, start: Sample): Promise<Vertex[]> {
  const { dimension, random } = objective;
  const { width } = options;
  const size = sizeOf(options, dimension);
  const known = knownMembers(objective, start, { count: size, gap: width / 20, most: Math.floor(size / 2) }).map(vertexAt);
  const count = size - known.length;
  // A narrower box is shifted into the cube rather than cut, so that it keeps its width.
  const corner = start.unit.map((place) => Math.min(1 - width, Math.max(0, place - width / 2)));
  const drawn = (width === 1 ? latinHypercube : uniformSample)(count, dimension, random).map((unit) => unit.map((place, axis) => corner[axis]! + width * place));
  const fresh = await evaluateVertices(objective, drawn);
  const working = (): Vertex[] => [...known, ...fresh.filter(({ cost }) => cost < Infinity)];
  await retreat(options, objective, fresh, working, ({ cost }) => cost < Infinity);
  return [...known, ...fresh];
}

function sizeOf(options: ComplexOptions, dimension: number): number {
  return options.k ?? Math.max(2 * dimension, dimension + 2);
}

/** The complex after its worst points were mirrored. `complex` is sorted. */
async function mirrored(options: ComplexOptions, objective: Objective, complex: readonly Vertex[]): Promise<Vertex[]> {
  const count = Math.min(options.nmirror, Math.floor(complex.length / 2));
  const kept = complex.slice(0, -count);
  const centre = centroid(placesOf(kept));
  const worst = kept.at(-1)!.cost;
  const average = mean(kept.map(({ cost }) => cost));
  const moved = await evaluateVertices(objective, complex.slice(-count).map(({ place }) => complexReflection(place, centre, options.alpha)));
  // Where the centre is no good, being no longer the worst is not enough: points would come back to where they were for ever.
  await retreat(options, objective, moved, () => kept, ({ cost }, attempt) => cost < (attempt <= patience ? worst : average));
  return [...kept, ...moved];
}

/**
 * Lets those of the vertices that are not accepted retreat to the centre of others or the best of them, until they are; in
 * the end they go to the best. Changes `vertices`.
 */
async function retreat(options: ComplexOptions, objective: Objective, vertices: Vertex[], others: () => readonly Vertex[], accepted: (vertex: Vertex, attempt: number) => boolean): Promise<void> {
  const detecting = options.oscillationDetection === 'on';
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
