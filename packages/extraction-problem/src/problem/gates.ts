import { counted, type Outcome, type Rejection } from '@evospice/contracts';
import { runOf } from './extraction-outcome.ts';

type Stop = Omit<Rejection, 'stage'> | undefined;

/** A program that leaves the starting card as it is in the trial is turned away before the full set is spent on it. */
export function gateTrial(outcome: Outcome, budget: number): Stop {
  const { trajectory, startError } = runOf(outcome);
  const best = trajectory.at(-1)?.best ?? null;
  if (best !== null && best < startError) return undefined;
  const found = best === null ? `no successful evaluation of all curves in ${counted(trajectory.length, 'evaluation')}` : `at best an error of ${best.toPrecision(4)}`;
  return {
    code: 'PROGRAM_NO_IMPROVEMENT',
    reason: `no better than doing nothing on task ${outcome.case} with ${budget} budget units: ${found}, the starting card has ${startError.toPrecision(4)}`,
  };
}

/** A program that never simulated anything has no behaviour to measure. */
export function gateEvaluation(outcomes: readonly Outcome[]): Stop {
  if (outcomes.some((outcome) => runOf(outcome).trajectory.length > 0)) return undefined;
  return { code: 'PROGRAM_IDLE', reason: 'the program ended without a single simulation' };
}
