import type { OptimizerRun, TrajectoryPoint } from '@evospice/contracts';
import * as fc from 'fast-check';

/** One evaluation before it is put on a trajectory. */
interface Step {
  readonly kind: 'full' | 'part' | 'failed';
  readonly error: number;
  /** Share of a budget unit, in hundredths. */
  readonly hundredths: number;
  readonly position: readonly number[];
}

export interface OptimizerRunOptions {
  /** Least number of evaluations; 0 by default. */
  readonly minimumLength?: number;
  /** Axes of the unit cube; 3 by default. */
  readonly dimensions?: number;
}

/** Trajectories as an extraction writes them: spending rises and ends inside the budget, the best never rises. */
export function optimizerRunArbitrary(options: OptimizerRunOptions = {}): fc.Arbitrary<OptimizerRun> {
  const { minimumLength = 0, dimensions = 3 } = options;
  const step: fc.Arbitrary<Step> = fc.record({
    kind: fc.constantFrom('full', 'full', 'full', 'part', 'failed'),
    error: fc.double({ min: 1e-6, max: 1e3, noNaN: true }),
    hundredths: fc.integer({ min: 1, max: 99 }),
    position: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: dimensions, maxLength: dimensions }),
  });
  return fc.record({
    task: fc.constantFrom('one', 'two', 'three'),
    seed: fc.integer({ min: 0, max: 99 }),
    slack: fc.integer({ min: 0, max: 5 }),
    ownSeconds: fc.double({ min: 0, max: 1e3, noNaN: true }),
    startError: fc.double({ min: 1e-3, max: 1e2, noNaN: true }),
    steps: fc.array(step, { minLength: minimumLength, maxLength: 20 }),
  }).map(({ task, seed, slack, ownSeconds, startError, steps }) => {
    const trajectory = trajectoryOf(steps);
    return { task, seed, startError, ownSeconds, allowed: Math.ceil(trajectory.at(-1)?.spent ?? 0) + 1 + slack, trajectory };
  });
}

function trajectoryOf(steps: readonly Step[]): readonly TrajectoryPoint[] {
  let hundredths = 0;
  let best: number | null = null;
  return steps.map((step) => {
    hundredths += step.kind === 'part' ? step.hundredths : 100;
    const error = step.kind === 'full' ? step.error : null;
    if (error !== null) best = best === null ? error : Math.min(best, error);
    return { spent: hundredths / 100, error, best, ...(step.kind === 'failed' ? { failure: 'NOT_CONVERGED' } : {}), position: step.position };
  });
}

/** The same evaluations with each error replaced, and the best so far worked out anew. */
export function withErrors(run: OptimizerRun, replace: (error: number, index: number) => number): OptimizerRun {
  let best: number | null = null;
  const trajectory = run.trajectory.map((point, index) => {
    const error = point.error === null ? null : replace(point.error, index);
    if (error !== null) best = best === null ? error : Math.min(best, error);
    return { ...point, error, best };
  });
  return { ...run, trajectory };
}

/** Freezes plain data all the way down, so that a change of it throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
}
