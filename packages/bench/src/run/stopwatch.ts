import { defined, EvospiceError, type Clock, type Optimizer, type OptimizerContext } from '@evospice/contracts';
import { OwnTime } from '@evospice/extraction';

export interface StopwatchOptions {
  readonly clock: Clock;
  /** Milliseconds of CPU time; those of this process when left out. */
  readonly cpu?: () => number;
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

  constructor(optimizer: Optimizer, options: StopwatchOptions) {
    this.name = optimizer.name;
    this.#optimizer = optimizer;
    this.#options = options;
  }

  /** Seconds on the wall from the beginning to the end of the optimizer, and CPU seconds of its own, what it did while a simulation ran left out. */
  seconds: { readonly wall: number; readonly own: number } = { wall: 0, own: 0 };

  async optimize(problem: Parameters<Optimizer['optimize']>[0], context: OptimizerContext): Promise<void> {
    const { clock } = this.#options;
    const began = clock.now();
    const own = new OwnTime(this.#options.cpu);
    try {
      await this.#optimizer.optimize(problem, this.#timed(context, began, own));
    } finally {
      this.seconds = { wall: (clock.now() - began) / 1000, own: own.seconds };
    }
  }

  #timed(context: OptimizerContext, began: number, own: OwnTime): OptimizerContext {
    const { clock } = this.#options;
    const simulate: OptimizerContext['simulate'] = async (candidates, options) => {
      this.#refuseLate(clock.now() - began);
      return context.simulate(candidates, options);
    };
    return {
      simulate(candidates, options) {
        const answer = own.wait(() => simulate(candidates, options));
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
      ...defined({ differentiate: context.differentiate }),
      workedElsewhere(cpuSeconds) {
        own.add(cpuSeconds);
        context.workedElsewhere?.(cpuSeconds);
      },
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
