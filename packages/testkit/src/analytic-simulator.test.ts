import { describe, expect, it } from 'vitest';
import type { Task, Testbench } from '@evospice/contracts';
import { analyticDiodeCurrent, analyticDiodeSimulator } from './analytic-simulator.ts';
import { analyticDiodeTask } from './analytic-task.ts';

const bench = (task: Task): Testbench => ({
  id: task.id, device: task.device, instances: task.instances, curves: task.curves, card: task.model.card,
  parameters: task.tunables.map((tunable) => tunable.name),
});

describe('analytic diode', () => {
  it('solves its own equation to 1e-7 relative', () => {
    for (const rs of [0, 1, 100, 1e4]) {
      for (const voltage of [0.1, 0.4, 0.7, 1]) {
        const current = analyticDiodeCurrent({ is: 1e-14, n: 1.3, rs }, voltage, 27);
        const scale = 1.3 * 8.617333262e-5 * 300.15;
        // Boltzmann's constant in eV/K to ten digits moves the exponent by at most 1e-9.
        expect(Math.abs(current / (1e-14 * Math.expm1((voltage - rs * current) / scale)) - 1)).toBeLessThan(1e-7);
      }
    }
  });

  it('simulates the truth of a task without noise exactly', async () => {
    const task = analyticDiodeTask(3, { noise: 0 });
    const session = await analyticDiodeSimulator().open(bench(task));
    const [outcome] = await session.simulate({ candidates: [[task.truth.is, task.truth.n, task.truth.rs]] });
    expect(outcome?.ok && outcome.curves.map((curve) => [...(curve.vectors[0] ?? [])])).toEqual(task.curves.map((curve) => [...(curve.measured[0]?.values ?? [])]));
  });

  it('draws one task from one seed', () => {
    expect(analyticDiodeTask(5).truth).toEqual(analyticDiodeTask(5).truth);
    expect(analyticDiodeTask(5).truth).not.toEqual(analyticDiodeTask(6).truth);
  });

  it('fails the candidates it is told to, and refuses what does not fit', async () => {
    const task = analyticDiodeTask(1);
    const simulator = analyticDiodeSimulator({ fail: ({ n }) => ((n ?? 0) > 1.8 ? { code: 'NOT_CONVERGED', message: 'no' } : undefined) });
    const session = await simulator.open(bench(task));
    const outcomes = await session.simulate({ candidates: [[1e-14, 1.9, 1], [1e-14, 1.2, 1]], curves: ['iv-small'] });
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([false, true]);
    await expect(session.simulate({ candidates: [[1, 2]] })).rejects.toMatchObject({ code: 'SIMULATOR_REQUEST' });
    await expect(session.simulate({ candidates: [[1e-14, 1, 1]], curves: ['none'] })).rejects.toMatchObject({ code: 'SIMULATOR_REQUEST' });
    await session.close();
    await expect(session.simulate({ candidates: [] })).rejects.toMatchObject({ code: 'SIMULATOR_CLOSED' });
    expect(simulator.counts).toMatchObject({ opened: 1, closed: 1, requests: 1, candidates: 2 });
  });
});
