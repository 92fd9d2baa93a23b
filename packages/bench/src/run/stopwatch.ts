import { EvospiceError, type Clock, type Optimizer, type OptimizerContext } from '@evospice/contracts';

export interface StopwatchOptions {
  readonly clock: Clock;
  /** Wall-clock seconds after which simulations are refused. */
  readonly limitSeconds?: number;
}

/**
 * An optimizer with a stopwatch: what it asks and what it is answered is not touched, only timed. After the time limit,
 * `simulate` throws `BENCH_TIME_LIMIT`, which ends an optimizer that does not hold on to its errors.
 */
export class Stopwatch implements Optimizer {
  readonly name: string;
  readonly #optimizer: Optimizer;
  readonly #options: StopwatchOptions;
  #wallMs = 0;
  #simulatingMs = 0;

  constructor(optimizer: Optimizer, options: StopwatchOptions) {
    this.name = optimizer.name;
    this.#optimizer = optimizer;
    this.#options = options;
  }

  /** Seconds from the beginning to the end of the optimizer, and of those the ones in which it was not waiting for a simulation. */
  get seconds(): { readonly wall: number; readonly own: number } {
    return { wall: this.#wallMs / 1000, own: Math.max(0, this.#wallMs - this.#simulatingMs) / 1000 };
  }

  async optimize(problem: Parameters<Optimizer['optimize']>[0], context: OptimizerContext): Promise<void> {
    const { clock } = this.#options;
    const began = clock.now();
    try {
      await this.#optimizer.optimize(problem, this.#timed(context, began));
    } finally {
      this.#wallMs = clock.now() - began;
    }
  }

  #timed(context: OptimizerContext, began: number): OptimizerContext {
    const { clock } = this.#options;
    let waiting = 0;
    let since = 0;
    const simulate: OptimizerContext['simulate'] = async (candidates, options) => {
      this.#refuseLate(clock.now() - began);
      if (waiting === 0) since = clock.now();
      waiting += 1;
      try {
        return await context.simulate(candidates, options);
      } finally {
        waiting -= 1;
        if (waiting === 0) this.#simulatingMs += clock.now() - since;
      }
    };
    return {
      simulate(candidates, options) {
        const answer = simulate(candidates, options);
        // An optimizer may drop the promise; its rejection then reaches nobody and must not end the process.
        answer.catch(() => undefined);
        return answer;
      },
      get budget() {
        return context.budget;
      },
      random: context.random,
      toolbox: context.toolbox,
      models: context.models,
      optimizers: context.optimizers,
      signal: context.signal,
      log: (message) => context.log(message),
    };
  }

  #refuseLate(elapsedMs: number): void {
    const { limitSeconds } = this.#options;
    if (limitSeconds === undefined || elapsedMs <= limitSeconds * 1000) return;
    throw new EvospiceError('BENCH_TIME_LIMIT', `${this.name} took longer than the time limit of ${limitSeconds} s`, {
      received: elapsedMs / 1000, expected: `at most ${limitSeconds} s`, remedy: 'raise timeLimit in the suite, or lower the budget',
    });
  }
}
