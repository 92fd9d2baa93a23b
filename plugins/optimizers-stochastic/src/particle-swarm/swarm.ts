import type { RandomSource } from '@evospice/contracts';
import { cheapest, sampleOf, type CostKind, type Sample } from '@evospice/optimizer-kit';
import { largestExtent, moveParticle, ringNeighbours, type Particle } from '@evospice/toolbox';

export interface SwarmOptions {
  readonly neighbourhood: 'ring' | 'global';
  readonly radius: number;
  readonly c1: number;
  readonly c2: number;
}

interface Member {
  readonly particle: Particle;
  /** Best place that it has been at. */
  readonly own: Sample;
}

/** Particles and the best places they remember. */
export class Swarm {
  readonly #options: SwarmOptions;
  #members: readonly Member[];

  /** @param samples first places. First velocities are half the way to a random place (Standard PSO 2007). */
  constructor(samples: readonly Sample[], options: SwarmOptions, random: RandomSource) {
    this.#options = options;
    this.#members = samples.map((own) => ({ own, particle: { position: own.unit, velocity: own.unit.map((place) => (random.next() - place) / 2) } }));
  }

  /** The costs that another stage gives to what is remembered. */
  recost(kind: CostKind): void {
    this.#members = this.#members.map(({ particle, own }) => ({ particle, own: sampleOf(own.unit, own.evaluation, kind) }));
  }

  /** Moves all particles one step. @returns their new places. */
  move(random: RandomSource): (readonly number[])[] {
    const { c1, c2 } = this.#options;
    this.#members = this.#members.map(({ particle, own }, index) => ({
      own,
      particle: moveParticle(particle, { own: own.unit, neighbours: this.#bestAround(index).unit, weights: [c1, c2] }, random),
    }));
    return this.#members.map(({ particle }) => particle.position);
  }

  /** What the new places cost; fewer samples than particles when a stage ends. A place as good as the old one is taken, so that plateaus are crossed. */
  remember(samples: readonly Sample[]): void {
    this.#members = this.#members.map((member, index) => {
      const sample = samples[index];
      return sample === undefined || sample.evaluation === undefined || sample.cost > member.own.cost ? member : { ...member, own: sample };
    });
  }

  /** Largest distance between remembered places along one axis, or velocity, whichever is larger. */
  get extent(): number {
    const velocities = this.#members.flatMap(({ particle }) => particle.velocity.map(Math.abs));
    return Math.max(...velocities, largestExtent(this.#members.map(({ own }) => own.unit)));
  }

  #bestAround(index: number): Sample {
    const { length } = this.#members;
    const radius = this.#options.neighbourhood === 'global' ? length : this.#options.radius;
    return cheapest(ringNeighbours(index, length, radius).map((other) => this.#members[other]!.own));
  }
}
