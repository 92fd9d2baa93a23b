import { EvospiceError, type RandomSource } from '@evospice/contracts';
import { clipToUnit } from '../space/unit-cube.ts';
import { requireSameLength } from '../require-same-length.ts';

/**
 * Constriction of a particle's velocity (Clerc & Kennedy, IEEE Trans. Evol. Comput. 6:58-73, 2002, type 1'', kappa 1):
 * 2 / |2 - phi - sqrt(phi^2 - 4 phi)|; 0.7298 for phi 4.1.
 * @param phi sum of the two attractions, above 4.
 * @throws EvospiceError `TOOLBOX_RANGE`.
 */
export function constriction(phi: number): number {
  if (!(phi > 4)) throw new EvospiceError('TOOLBOX_RANGE', `attractions that sum to ${phi}`, { received: phi, expected: 'a number above 4', remedy: 'the usual pair is 2.05 and 2.05' });
  return 2 / Math.abs(2 - phi - Math.sqrt(phi * phi - 4 * phi));
}

export interface Particle {
  readonly position: readonly number[];
  /** Change of the position a step. */
  readonly velocity: readonly number[];
}

export interface ParticleAttraction {
  /** Best place that the particle has been at. */
  readonly own: readonly number[];
  /** Best place that its neighbours, itself included, have been at. */
  readonly neighbours: readonly number[];
  /** Weights of the two, c1 and c2; 2.05 each unless stated. */
  readonly weights?: readonly [number, number];
  /** Constriction or inertia chi; by default that of the weights' sum. */
  readonly chi?: number;
}

/**
 * A particle after one step: v <- chi (v + c1 u1 (own - x) + c2 u2 (neighbours - x)), u drawn for each coordinate, x <- x + v.
 * At a wall of the unit cube the particle stops, and turns back at half its speed (as in Standard PSO 2011, Clerc 2012).
 * @throws EvospiceError `TOOLBOX_SHAPE` for vectors of different lengths; `TOOLBOX_RANGE` as `constriction`.
 */
export function moveParticle(particle: Particle, attraction: ParticleAttraction, random: RandomSource): Particle {
  const { position } = particle;
  for (const [what, vector] of [['velocity', particle.velocity], ['own best', attraction.own], ["neighbours' best", attraction.neighbours]] as const) {
    requireSameLength(what, vector.length, position.length);
  }
  const [c1, c2] = attraction.weights ?? [2.05, 2.05];
  const chi = attraction.chi ?? constriction(c1 + c2);
  const velocity = particle.velocity.map((speed, axis) => {
    const at = position[axis]!;
    return chi * (speed + c1 * random.next() * (attraction.own[axis]! - at) + c2 * random.next() * (attraction.neighbours[axis]! - at));
  });
  const free = position.map((place, axis) => place + velocity[axis]!);
  const outside = (place: number): boolean => place < 0 || place > 1;
  return {
    position: clipToUnit(free),
    velocity: velocity.map((speed, axis) => (outside(free[axis]!) ? -0.5 * speed : speed)),
  };
}

/**
 * Indices of a particle's neighbours on a ring, itself included (the "lbest" of Eberhart & Kennedy 1995).
 * @param index of the particle; `size` of the swarm; `radius` neighbours on each side; half the swarm or more gives all.
 */
export function ringNeighbours(index: number, size: number, radius: number): number[] {
  if (2 * radius + 1 >= size) return Array.from({ length: size }, (_, other) => other);
  return Array.from({ length: 2 * radius + 1 }, (_, step) => (index + step - radius + size) % size);
}
