import type { Curve, SimulationRequest, Simulator, Testbench } from '@evospice/contracts';
import { describe, expect, test } from 'vitest';
import { openTestbench } from './open-testbench.ts';

const x = Float64Array.of(0, 1, 2, 3, 4, 5, 6);
const curve: Curve = {
  id: 'c', kind: 'iv', instance: 'd', temperatureC: 27, split: 'train', sweep: 'v', x,
  drives: [{ terminal: 'a', quantity: 'v', values: x.map((value) => 10 * value) }],
  measured: [{ column: 'i', kind: 'i', node: 'a', floor: 1e-12, values: x.map((value) => value + 1) }],
  weight: 1, source: 'test',
};
const card = { name: 'm', type: 'd', file: 'm.mod', dialect: 'ngspice', names: () => [], value: () => undefined, text: () => undefined, with: () => card, toString: () => '' };
const testbench: Testbench = {
  id: 'bench', device: { kind: 'diode', terminals: ['a', 'c'], thermalNode: false }, instances: [{ id: 'd', params: {}, info: {} }],
  curves: [curve], card, parameters: ['is'],
};

/** Answers each curve with the drive values of its testbench, and records what was opened, asked and closed. */
function recording() {
  const opened: Testbench[] = [];
  const asked: (SimulationRequest & { readonly bench: string })[] = [];
  const closed: string[] = [];
  const simulator: Simulator = {
    name: 'recording',
    probe: () => Promise.resolve({ available: true }),
    open(bench) {
      opened.push(bench);
      return Promise.resolve({
        simulate(request) {
          asked.push({ ...request, bench: bench.id });
          return Promise.resolve(request.candidates.map(() => ({ ok: true as const, curves: bench.curves.map(({ id, drives }) => ({ curve: id, vectors: [drives[0]!.values] })) })));
        },
        close: () => { closed.push(bench.id); return Promise.resolve(); },
      });
    },
  };
  return { simulator, opened, asked, closed };
}

describe('openTestbench', () => {
  test('answers every k-th point by a session of its own on those points, opened once', async () => {
    const { simulator, opened, asked, closed } = recording();
    const session = await openTestbench(simulator, testbench);
    expect(opened.map(({ id }) => id)).toEqual(['bench']);
    const [outcome] = await session.simulate({ candidates: [[1]], curves: ['c'], every: 3 });
    expect(outcome).toEqual({ ok: true, curves: [{ curve: 'c', vectors: [Float64Array.of(0, 30, 60)] }] });
    await session.simulate({ candidates: [[2]], every: 3 });
    await session.simulate({ candidates: [[2]], every: 1 });
    expect(opened.map(({ id }) => id)).toEqual(['bench', 'bench-every-3']);
    expect(opened[1]!.curves[0]).toMatchObject({ x: Float64Array.of(0, 3, 6), measured: [{ values: Float64Array.of(1, 4, 7) }] });
    // The simulator itself is never asked for a part of a curve.
    expect(asked.map(({ bench, every }) => [bench, every])).toEqual([['bench-every-3', undefined], ['bench-every-3', undefined], ['bench', undefined]]);
    await session.close();
    expect(closed.toSorted()).toEqual(['bench', 'bench-every-3']);
  });

  test('keeps few of them open', async () => {
    const { simulator, opened, closed } = recording();
    const session = await openTestbench(simulator, testbench);
    await Promise.all([2, 3, 4, 2, 5, 6, 3].map((every) => session.simulate({ candidates: [[1]], every })));
    expect(opened.map(({ id }) => id)).toEqual(['bench', ...[2, 3, 4, 5, 6, 3].map((every) => `bench-every-${every}`)]);
    expect(closed).toEqual(['bench-every-3', 'bench-every-4']);
    await session.close();
    expect(closed.toSorted()).toEqual(opened.map(({ id }) => id).toSorted());
  });

  test.each([0, -1, 1.5, Number.NaN])('refuses every %s points', async (every) => {
    const session = await openTestbench(recording().simulator, testbench);
    await expect(session.simulate({ candidates: [[1]], every })).rejects.toMatchObject({ code: 'SIMULATOR_REQUEST' });
  });
});
