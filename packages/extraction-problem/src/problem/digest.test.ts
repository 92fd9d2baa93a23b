import type { Outcome, PhysicsFinding, TrajectoryPoint } from '@evospice/contracts';
import { encodeTrajectory, type WorstCurve } from '@evospice/extraction';
import { expect, test } from 'vitest';
import { extractionDigest } from './digest.ts';

/** Errors after each budget unit, null where the simulation failed; the starting card's is 1. */
function outcome(task: string, errors: readonly (number | null)[], { seed = 1, worstCurves, findings }: { readonly seed?: number; readonly worstCurves?: readonly WorstCurve[]; readonly findings?: readonly PhysicsFinding[] } = {}): Outcome {
  let best: number | null = null;
  const trajectory = errors.map((error, index): TrajectoryPoint => {
    if (error !== null) best = Math.min(best ?? error, error);
    return { spent: index + 1, error, best, ...(error === null ? { failure: index % 2 === 0 ? 'NOT_CONVERGED' : 'NON_FINITE' } : {}) };
  });
  const data = { run: { allowed: 10, startError: 1, trajectory: encodeTrajectory(trajectory) }, end: 'completed', ...(worstCurves === undefined ? {} : { worstCurves }), ...(findings === undefined ? {} : { findings }) };
  return { case: task, seed, data: data as never };
}

test('the course of the error, where it stalled, bad curves, failures and unused budget, the worst task first', () => {
  const worstCurves = [{ curve: 'idvd-3', kind: 'idvd', error: 0.8123, share: 0.62 }, { curve: 'idvg-1', kind: 'idvg', error: 0.1, share: 0.2 }];
  const lines = extractionDigest([
    outcome('good', [0.9, 0.5, 0.2, 0.2, 0.19, 0.1, 0.1, 0.1, 0.1, 0.1]),
    outcome('bad', [0.8, 0.702, 0.7, null, null, 0.7], { worstCurves }),
    outcome('bad', [0.5, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4], { seed: 2 }),
    outcome('still', [1.5, null]),
  ]);
  expect(lines).toEqual([
    'Best error as a share of the starting card\'s, median over 4 extractions: 0.85 after 10 %, 0.601 after 25 %, 0.55 after 50 %, 0.55 after 100 % of the budget.',
    'still (seed 1): the error never improved on the starting card.',
    'bad (seed 1): the error came within 1 % of its final 0.7 after 2 of 10 budget units and stalled there.',
    'good (seed 1): the error came within 1 % of its final 0.1 after 6 of 10 budget units and stalled there.',
    'bad (seed 1): curves that stay worst: idvd-3 (idvd, error 0.812, 62 % of the squared error), idvg-1 (idvg, error 0.1, 20 % of the squared error).',
    '11 % of the simulations failed: NON_FINITE 2 times, NOT_CONVERGED 1 times.',
    'It ended with budget left in 2 of 4 extractions, at most 80 % on still (seed 1).',
  ]);
});

test('an error that falls to the end has not stalled', () => {
  expect(extractionDigest([outcome('one', [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.15, 0.1])])[1]).toBe('one (seed 1): the error was still falling at the end: it came within 1 % of its final 0.1 after 10 of 10 budget units.');
});

test('what physics rules found in the results is told, violations first, notes not at all', () => {
  const finding = (severity: PhysicsFinding['severity'], rule: string): PhysicsFinding => ({ rule, severity, message: `${rule} is wrong`, parameter: 'toxe' });
  const lines = extractionDigest([outcome('one', [0.5], { findings: [finding('warning', 'bounds'), finding('note', 'small')] }), outcome('two', [0.5], { findings: [finding('violation', 'limits'), finding('warning', 'bounds')] })]);
  expect(lines).toContain('Physics rules found in the resulting cards: violation of limits in 1 of 2 results, such as on two: limits is wrong; warning of bounds in 2 of 2 results, such as on one: bounds is wrong.');
});

test('nothing is told of what did not happen', () => {
  expect(extractionDigest([])).toEqual([]);
  expect(extractionDigest([outcome('one', [0.5, 0.4, 0.3, 0.2, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1])])).toHaveLength(2);
});
