import { EvospiceError, type ExtractionProblem, type Optimizer, type OptimizerContext } from '@evospice/contracts';
import { analyticDiodeSimulator, analyticDiodeTask } from '@evospice/testkit';
import type { CellParts } from '../run/cell-runner.ts';

/** A (1+1) evolution strategy. */
async function climb(problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
  const { toUnit, fromUnit } = context.toolbox;
  let best = toUnit(problem.parameters, problem.parameters.map((parameter) => parameter.start));
  let error = Number.POSITIVE_INFINITY;
  let size = 0.2;
  for (;;) {
    const trial = best.map((place) => place + size * context.random.normal());
    const [evaluation] = await context.simulate([fromUnit(problem.parameters, trial)]);
    const better = evaluation?.ok === true && evaluation.error < error;
    size *= better ? 1.5 : 0.9;
    if (!better) continue;
    error = evaluation.error;
    best = trial;
  }
}

const startOf = (problem: ExtractionProblem): number[] => problem.parameters.map(({ start }) => start);

/** Entries with all the ways in which optimizers end. */
export const entries: Readonly<Record<string, Optimizer>> = {
  climber: { name: 'climber', optimize: climb },
  /** Uniform over the unit cube, in batches of three. */
  random: {
    name: 'random',
    async optimize(problem, context) {
      for (;;) await context.simulate([1, 2, 3].map(() => context.toolbox.fromUnit(problem.parameters, problem.parameters.map(() => context.random.next()))));
    },
  },
  /** Throws after one simulation. */
  broken: {
    name: 'broken',
    async optimize(problem, context) {
      await context.simulate([startOf(problem)]);
      throw new TypeError('a defect');
    },
  },
  choosy: { name: 'choosy', optimize: () => Promise.reject(new EvospiceError('OPTIMIZER_UNSUPPORTED', 'not for diodes')) },
  sandboxless: { name: 'sandboxless', optimize: () => Promise.reject(new EvospiceError('SANDBOX_MISSING', 'no sandbox here')) },
  /** Ends its process. */
  deadly: { name: 'deadly', optimize: () => process.exit(3) },
  /** Computes for ever without giving way. */
  stuck: { name: 'stuck', optimize: () => { for (;;); } },
  /** Thinks for 20 ms before each simulation. */
  slow: {
    name: 'slow',
    async optimize(problem, context) {
      for (;;) {
        await new Promise((resolve) => { setTimeout(resolve, 20); });
        await context.simulate([startOf(problem)]);
      }
    },
  },
};

/** Tasks `t1`, `t2`, `t3` are analytic diodes; their simulator is one for all. */
export function testParts(simulator = analyticDiodeSimulator()): CellParts {
  const tasks = [1, 2, 3].map((seed) => ({ ...analyticDiodeTask(seed, { points: 9 }), id: `t${seed}` }));
  return {
    taskNamed: async (id) => {
      const task = tasks.find((one) => one.id === id);
      if (task === undefined) throw new EvospiceError('TASK_MISSING', `there is no task ${id}`, { received: id, remedy: 'name one of t1, t2, t3' });
      return { task, simulator };
    },
    optimizerNamed: (entry) => entries[entry] as Optimizer,
  };
}
