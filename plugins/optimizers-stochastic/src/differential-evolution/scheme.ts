import type { RandomSource } from '@evospice/contracts';
import { adaptTowardsSuccesses, createSuccessMemory, currentToPBest, drawControl, randOneBin, rememberSuccesses, type Success, type SuccessMemory } from '@evospice/toolbox';
import type { DifferentialEvolutionOptions } from './options.ts';

export interface Control {
  readonly weight: number;
  readonly rate: number;
}

export interface Generation {
  readonly population: readonly (readonly number[])[];
  readonly costs: readonly number[];
  readonly archive: readonly (readonly number[])[];
}

/** How trials are made, and what is learned from those that succeeded. */
export interface Scheme {
  /** Whether the population shrinks as the budget goes. */
  readonly shrinks: boolean;
  /** Members of the archive, as a multiple of the population. */
  readonly archiveShare: number;
  control(random: RandomSource): Control;
  trial(generation: Generation, index: number, control: Control, random: RandomSource): number[];
  learn(successes: readonly Success[]): void;
}

export function createScheme(options: DifferentialEvolutionOptions): Scheme {
  const { scheme, weight, rate, memory, bestShare, archiveShare } = options;
  if (scheme === 'rand-1-bin') return new RandOneBin({ weight, rate: rate ?? 0.9 });
  return scheme === 'jade'
    ? new CurrentToPBest(createSuccessMemory(1, weight, rate), adaptTowardsSuccesses, { shrinks: false, bestShare, archiveShare })
    : new CurrentToPBest(createSuccessMemory(memory, weight, rate), rememberSuccesses, { shrinks: true, bestShare, archiveShare });
}

class RandOneBin implements Scheme {
  readonly shrinks = false;
  readonly archiveShare = 0;
  readonly #control: Control;

  constructor(control: Control) {
    this.#control = control;
  }

  control(): Control {
    return this.#control;
  }

  trial({ population }: Generation, index: number, { weight, rate }: Control, random: RandomSource): number[] {
    return randOneBin(population, index, weight, rate, random);
  }

  learn(): void {
    // F and CR stay as they are.
  }
}

/** JADE and L-SHADE: one mutation, two ways to learn F and CR. */
class CurrentToPBest implements Scheme {
  readonly shrinks: boolean;
  readonly archiveShare: number;
  readonly #bestShare: number;
  readonly #after: (memory: SuccessMemory, successes: readonly Success[]) => SuccessMemory;
  #memory: SuccessMemory;

  constructor(
    memory: SuccessMemory, after: (memory: SuccessMemory, successes: readonly Success[]) => SuccessMemory,
    options: { readonly shrinks: boolean; readonly bestShare: number; readonly archiveShare: number },
  ) {
    this.#memory = memory;
    this.#after = after;
    this.shrinks = options.shrinks;
    this.archiveShare = options.archiveShare;
    this.#bestShare = options.bestShare;
  }

  control(random: RandomSource): Control {
    return drawControl(this.#memory, random);
  }

  trial(generation: Generation, index: number, { weight, rate }: Control, random: RandomSource): number[] {
    return currentToPBest({ ...generation, bestShare: this.#bestShare }, index, weight, rate, random);
  }

  learn(successes: readonly Success[]): void {
    this.#memory = this.#after(this.#memory, successes);
  }
}
