import { EvospiceError, type Descriptor, type OptimizerRun } from '@evospice/contracts';
import { meanOverRuns } from './over-runs.ts';

/** CPU seconds that a program works itself for each budget unit, waiting for simulations left out. It depends on the machine. */
export const ownCompute: Descriptor = {
  name: 'own-compute',
  summary: 'CPU seconds of its own work for each unit of budget; depends on the machine',
  range: [0, 1],
  timed: true,
  measure: ({ runs }) => meanOverRuns(runs, secondsPerUnit),
};

function secondsPerUnit({ task, ownSeconds, trajectory }: OptimizerRun): number {
  if (ownSeconds === undefined) {
    throw new EvospiceError('DESCRIPTOR_TIME', `how long the program worked on task ${task} was not recorded`, {
      expected: 'runs that were timed', remedy: 'choose the descriptor before the run begins: only then is time recorded',
    });
  }
  return ownSeconds / (trajectory.at(-1)?.spent ?? Number.NaN);
}
