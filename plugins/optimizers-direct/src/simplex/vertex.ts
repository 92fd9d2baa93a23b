import type { Objective, Sample } from '@evospice/optimizer-kit';
import { clipToUnit } from '@evospice/toolbox';

/**
 * A point of a simplex or complex. Its place is kept as the moves made it, off the grid of discrete parameters: rounding the
 * places themselves would flatten the figure until it cannot move.
 */
export interface Vertex {
  readonly place: readonly number[];
  /** The place that was simulated, discrete parameters on their grid. */
  readonly unit: readonly number[];
  readonly cost: number;
}

/** The vertex at a sample, its place on the grid of discrete parameters. */
export function vertexAt({ unit, cost }: Sample): Vertex {
  return { place: unit, unit, cost };
}

/** Vertices at places, in order, as one batch. @throws StageEnded as `Objective.evaluate`. */
export async function evaluateVertices(objective: Objective, places: readonly (readonly number[])[]): Promise<Vertex[]> {
  const samples = await objective.evaluate(places);
  return samples.map(({ unit, cost }, index) => ({ place: clipToUnit(places[index]!), unit, cost }));
}

export function placesOf(vertices: readonly Vertex[]): (readonly number[])[] {
  return vertices.map(({ place }) => place);
}

/** True when all vertices stand for one candidate, as they come to on the grid of discrete parameters. */
export function coincide(vertices: readonly Vertex[]): boolean {
  const [first] = vertices;
  return vertices.every(({ unit }) => unit.every((place, axis) => place === first!.unit[axis]));
}
