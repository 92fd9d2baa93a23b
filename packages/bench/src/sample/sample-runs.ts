import type { RandomSource, TrajectoryPoint } from '@evospice/contracts';
import { createRandom } from '@evospice/toolbox';
import type { BenchRun } from '../bench-run.ts';

export interface SampleRunOptions {
  /** 12 tasks by default. */
  readonly tasks?: number;
  /** 1, 2, …, 10 by default. */
  readonly seeds?: number;
  /** 400 by default. */
  readonly budget?: number;
}

/** How an invented optimizer behaves. */
interface Behaviour {
  readonly entry: string;
  /** Evaluations for one e-fold of the error that can be removed, in units of n + 1. */
  readonly pace: number;
  /** Where it ends, as a multiple of what can be reached: 1 + `plateau` times a draw. */
  readonly plateau: number;
  /** Budget units an evaluation costs. */
  readonly cost: number;
  /** Share of evaluations that fail. */
  readonly failing: number;
  /** Part of the budget after which it returns. */
  readonly until: number;
  /** Whether seeds make no difference. */
  readonly deterministic?: boolean;
}

const behaviours: readonly Behaviour[] = [
  { entry: 'levenberg-marquardt', pace: 1.5, plateau: 0.6, cost: 1, failing: 0, until: 0.7, deterministic: true },
  { entry: 'cma-es', pace: 6, plateau: 0.1, cost: 1, failing: 0.02, until: 1 },
  { entry: 'differential-evolution', pace: 9, plateau: 0.2, cost: 1, failing: 0.02, until: 1 },
  { entry: 'psade', pace: 8, plateau: 0.15, cost: 1, failing: 0.03, until: 1 },
  { entry: 'nelder-mead', pace: 3, plateau: 1, cost: 1, failing: 0.01, until: 0.9 },
  { entry: 'staged', pace: 2, plateau: 0.3, cost: 0.25, failing: 0.01, until: 1 },
  { entry: 'bayesian', pace: 2.5, plateau: 0.4, cost: 1, failing: 0.01, until: 1 },
  { entry: 'monte-carlo', pace: 40, plateau: 2, cost: 1, failing: 0.05, until: 1 },
];

/**
 * Invented runs of eight optimizers that look like real ones: fast and slow, deterministic, restarted, staged (it spends
 * parts of a budget unit), returning early, and one that fails on the second task. Every call gives the same. For trying reports
 * and analyses out; nothing was simulated, and the names stand for no measured optimizer.
 */
export function sampleBenchRuns({ tasks = 12, seeds = 10, budget = 400 }: SampleRunOptions = {}): readonly BenchRun[] {
  const random = createRandom(20_240_229);
  return Array.from({ length: tasks }, (_, task) => {
    const setting = { task: `sample-${String(task + 1).padStart(2, '0')}`, parameters: 4 + ((task * 5) % 11), start: 0.4 + 2 * random.next(), reachable: 0.01 + 0.1 * random.next(), budget };
    return behaviours.flatMap((behaviour) => {
      const chance = random.split();
      const one = createRandom(chance.integer(0, 1e9));
      const repeated = behaviour.deterministic === true ? sampleRun(setting, behaviour, 0, one) : undefined;
      return Array.from({ length: seeds }, (__, index): BenchRun => {
        const seed = index + 1;
        if (repeated !== undefined) return { ...repeated, seed, run: { ...repeated.run, seed } };
        const run = sampleRun(setting, behaviour, seed, chance.split());
        return behaviour.entry === 'nelder-mead' && task === 1 && seed === 1 ? broken(run) : run;
      });
    });
  }).flat();
}

interface Setting {
  readonly task: string;
  readonly parameters: number;
  readonly start: number;
  readonly reachable: number;
  readonly budget: number;
}

function sampleRun(setting: Setting, behaviour: Behaviour, seed: number, random: RandomSource): BenchRun {
  const { task, parameters, start, budget } = setting;
  const trajectory = sampleTrajectory(setting, behaviour, random);
  const final = Math.min(start, trajectory.at(-1)?.best ?? start);
  const errors = (train: number, validate: number): BenchRun['final'] => ({
    train: { relativeRms: train, logRms: train / 2 }, validate: { relativeRms: validate, logRms: validate / 2 },
  });
  const own = trajectory.length * 1e-4 * (1 + random.next());
  return {
    entry: behaviour.entry, task, seed, simulator: 'sample',
    run: { task, seed, allowed: budget, startError: start, trajectory },
    start: errors(start, 1.1 * start),
    final: errors(final, final * (1.1 + 0.4 * random.next())),
    parameters: Object.fromEntries(Array.from({ length: parameters }, (_, index) => [`p${index + 1}`, random.next()])),
    end: behaviour.until < 1 ? 'completed' : 'budget',
    seconds: { wall: own + (trajectory.at(-1)?.spent ?? 0) * 2e-3, own },
  };
}

/** An exponential approach to a plateau, with scatter above it. */
function sampleTrajectory({ parameters, start, reachable, budget }: Setting, behaviour: Behaviour, random: RandomSource): readonly TrajectoryPoint[] {
  const { pace, plateau, cost, failing, until } = behaviour;
  const end = reachable * (1 + plateau * random.normal() ** 2);
  const fold = pace * (parameters + 1) * Math.exp(0.3 * random.normal());
  const points: TrajectoryPoint[] = [];
  let best: number | null = null;
  const count = Math.floor((until * budget) / cost);
  for (let k = 1; k <= count; k += 1) {
    const spent = k * cost;
    if (random.next() < failing) {
      points.push({ spent, error: null, best, failure: 'NOT_CONVERGED' });
      continue;
    }
    // Every fourth evaluation is a full one where evaluations cost a quarter.
    const full = cost >= 1 || k % 4 === 0;
    const error = full ? end + (1.3 * start - end) * Math.exp(-spent / fold) * Math.exp(0.5 * Math.abs(random.normal())) : null;
    if (error !== null) best = Math.min(error, best ?? error);
    points.push({ spent, error, best });
  }
  return points;
}

/** The run as if its optimizer had thrown after a tenth. */
function broken(run: BenchRun): BenchRun {
  const trajectory = run.run.trajectory.slice(0, Math.ceil(run.run.trajectory.length / 10));
  const final = Math.min(run.run.startError, trajectory.at(-1)?.best ?? run.run.startError);
  return {
    ...run, run: { ...run.run, trajectory },
    final: { train: { relativeRms: final, logRms: final / 2 }, validate: { relativeRms: 1.2 * final, logRms: 0.6 * final } },
    end: 'failed', failure: { code: 'OPTIMIZER_ERROR', message: 'the simplex collapsed' },
  };
}
