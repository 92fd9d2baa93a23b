import { decodeTrajectory, encodeTrajectory } from '@evospice/extraction';
import type { BenchRun } from '../bench-run.ts';
import type { StoredBenchRun } from './bench-events.ts';

/** The run as it is stored. */
export function encodeRun(run: BenchRun): StoredBenchRun {
  return { ...run, run: { ...run.run, trajectory: encodeTrajectory(run.run.trajectory) } };
}

/**
 * The run that was stored. It holds its trajectory as stored, about a quarter of the size, and decodes it whenever it is read:
 * a benchmark's runs are all in memory at once, their trajectories one at a time. `trajectory.length` is best read once.
 * @throws EvospiceError `TRAJECTORY_DECODE`, here for what is not a stored trajectory.
 */
export function decodeRun(stored: StoredBenchRun): BenchRun {
  const { trajectory: encoded, ...run } = stored.run;
  decodeTrajectory(encoded);
  return {
    ...stored,
    run: {
      ...run,
      get trajectory() {
        return decodeTrajectory(encoded);
      },
    },
  };
}
