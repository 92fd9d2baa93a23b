import type { PhysicsRule, RuleSubject } from '@evospice/contracts';
import { analyticDiodeSimulator, analyticDiodeTask } from '@evospice/testkit';
import { NumberCard } from '@evospice/testbench';
import { beforeAll, expect, test } from 'vitest';
import { cliKernel } from '../kernel.ts';
import { checkCard } from './check-card.ts';

const task = analyticDiodeTask(1, { points: 11 });
const signal = new AbortController().signal;
const probe = { ...task.curves[0]!, id: 'probe', split: 'extra' as const };
let kernel: Awaited<ReturnType<typeof cliKernel>>;
beforeAll(async () => {
  kernel = await cliKernel();
});

/** Keeps what it was shown. */
function watching(): { readonly rule: PhysicsRule; readonly seen: RuleSubject[] } {
  const seen: RuleSubject[] = [];
  return { seen, rule: { name: 'watching', sensitivity: true, probes: () => [probe], check: (subject) => (seen.push(subject), []) } };
}

test('a compact model answers curves, probes and derivatives without a simulation', async () => {
  const { rule, seen } = watching();
  const verdict = await checkCard(kernel, { task, card: task.model.card }, { rules: [rule], signal });
  expect(verdict).toMatchObject({ measured: { by: 'compact', simulations: 0, curves: 3, points: 33 }, probed: { by: 'compact', simulations: 0, points: 11 }, derivatives: { by: 'compact', simulations: 0 } });
  expect(seen[0]!.curves).toHaveLength(3);
  expect(seen[0]!.probes![0]!.vectors[0]!.every(Number.isFinite)).toBe(true);
  expect(seen[0]!.sensitivity).toMatchObject({ parameters: ['is', 'n', 'rs'], simulations: 0 });
});

test('where there is none, a simulator is asked, one simulation of one curve for each, and one more for each tunable; without one nothing is looked at, and why is said', async () => {
  const card = new NumberCard({ name: 'strange', type: 'd', file: 'strange.mod' }, { is: 1e-13, n: 1.4, rs: 100, strange: 1 });
  const own = { ...task, model: { ...task.model, card } };
  const left = watching();
  const verdict = await checkCard(kernel, { task: own, card }, { rules: [left.rule], signal });
  expect(verdict).toMatchObject({ measured: { by: 'nothing', reason: expect.stringContaining('strange') }, probed: { by: 'nothing', reason: expect.stringContaining('strange'), simulations: 0 } });
  expect(left.seen[0]).not.toHaveProperty('probes');
  expect(left.seen[0]).not.toHaveProperty('sensitivity');

  const simulator = analyticDiodeSimulator();
  const { rule, seen } = watching();
  const asked = await checkCard(kernel, { task: own, card }, { rules: [rule], simulator, signal });
  expect(asked).toMatchObject({ measured: { by: 'analytic-diode', simulations: 3 }, probed: { by: 'analytic-diode', simulations: 1 }, derivatives: { by: 'analytic-diode', simulations: 4 } });
  expect(simulator.counts).toMatchObject({ opened: 3, closed: 3, candidates: 3 + 1 + 4 });
  expect(seen[0]!.probes).toMatchObject([{ curve: { id: 'probe' } }]);
  // Where the series resistance does not matter yet, the current follows `is`: over its decades by their natural logarithm.
  const { rows, parameters } = seen[0]!.sensitivity!;
  const is = task.tunables.find(({ name }) => name === 'is')!;
  expect(Math.max(...rows.map((row) => row[parameters.indexOf('is')]!)) / Math.log(is.upper / is.lower)).toBeCloseTo(1, 1);
});

test('a curve that fails leaves the others, and its points are NaN', async () => {
  const card = new NumberCard({ name: 'strange', type: 'd', file: 'strange.mod' }, { is: 1e-13, n: 1.4, rs: 100, strange: 1 });
  let calls = 0;
  const simulator = analyticDiodeSimulator({ fail: () => ((calls += 1) === 2 ? { code: 'NOT_CONVERGED', message: 'no' } : undefined) });
  const { rule, seen } = watching();
  await checkCard(kernel, { task: { ...task, model: { ...task.model, card } }, card }, { rules: [{ name: rule.name, check: rule.check }], simulator, signal });
  expect(seen[0]!.curves!.map(({ vectors }) => vectors[0]!.every(Number.isNaN))).toEqual([false, true, false]);
});
