import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Curve, SimulationOutcome, Simulator, Task, Testbench } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { generatedFamilies } from '../generic/generic-devices.ts';
import { deviceRegistry } from '../testing/registry.ts';
import { loadTask } from '../tasks/load-task.ts';
import { writeTask } from '../testing/write-task.ts';
import { generateTask, generateTaskWithTruth } from './generate-task.ts';

interface Fake extends Simulator {
  readonly opened: Testbench[];
  closed: number;
}

/** A smooth function of all parameters and drives in place of a circuit: enough to see what the generator does with answers. */
function fakeSimulator(answer?: (call: number) => SimulationOutcome | undefined): Fake {
  let call = 0;
  const fake: Fake = {
    name: 'fake',
    opened: [],
    closed: 0,
    probe: async () => ({ available: true }),
    open: async (testbench) => {
      fake.opened.push(testbench);
      return {
        simulate: async ({ candidates }) =>
          candidates.map((candidate) => {
            const given = answer?.(call++);
            if (given !== undefined) return given;
            const strength = testbench.parameters.reduce((sum, name, index) => sum + Math.log(Math.abs(candidate[index]! / (testbench.card.value(name)! || 1)) + 0.1), 0);
            return { ok: true, curves: testbench.curves.map((curve) => ({ curve: curve.id, vectors: curve.measured.map((vector) => value(curve, vector.floor, strength)) })) };
          }),
        close: async () => {
          fake.closed++;
        },
      };
    },
  };
  return fake;
}

function value(curve: Curve, floor: number, strength: number): Float64Array {
  return Float64Array.from(curve.x, (x, point) => floor * 100 * Math.exp(strength / 3) * (1.5 + Math.sin(x) + 0.1 * curve.drives.reduce((sum, drive) => sum + drive.values[point]!, 0)));
}

/** All that a task says, with the numbers of typed arrays as plain ones and without the places it was read from. */
function content(task: Task): unknown {
  const { model, curves, source: _source, ...rest } = task;
  return JSON.parse(
    JSON.stringify({
      ...rest,
      model: { ...model, card: model.card.toString() },
      curves: curves.map(({ source: _place, ...curve }) => ({ ...curve, x: [...curve.x], drives: curve.drives.map((drive) => ({ ...drive, values: [...drive.values] })), measured: curve.measured.map((vector) => ({ ...vector, values: [...vector.values] })) })),
    }),
  );
}

describe('generateTask', () => {
  it.each(generatedFamilies)('%s: one seed gives one task, another seed another', async (family) => {
    const spec = { family, seed: 11, points: 'tiny' } as const;
    const first = await generateTaskWithTruth(spec, fakeSimulator());
    const second = await generateTaskWithTruth(spec, fakeSimulator());
    const other = await generateTaskWithTruth({ ...spec, seed: 12 }, fakeSimulator());
    expect(content(second.task)).toEqual(content(first.task));
    expect(second.truth).toEqual(first.truth);
    expect(other.truth).not.toEqual(first.truth);
    expect(first.task).toMatchObject({ origin: 'generated', id: `generated-${family}-11-tiny`, source: expect.stringContaining('seed 11') });
    expect(first.task.curves.some((curve) => curve.split === 'validate')).toBe(true);
  });

  it.each(generatedFamilies)('%s: truth and start lie apart, inside the bounds of the task', async (family) => {
    for (let seed = 0; seed < 20; seed++) {
      const { task, truth } = await generateTaskWithTruth({ family, seed, points: 'tiny' }, fakeSimulator());
      for (const { name, lower, upper, start, role } of task.tunables) {
        expect(lower).toBeLessThan(upper);
        for (const inside of [truth[name]!, start]) {
          expect(inside).toBeGreaterThanOrEqual(lower);
          expect(inside).toBeLessThanOrEqual(upper);
        }
        expect(role, name).toBeDefined();
        expect(task.model.card.value(name)).toBe(start);
      }
      expect(task.tunables.some(({ name, start }) => start !== truth[name])).toBe(true);
    }
  });

  it('draws order, bounds and size anew for each seed', async () => {
    const tasks = await Promise.all([1, 2, 3].map((seed) => generateTask({ family: 'bsim4', seed }, fakeSimulator())));
    const different = (pick: (task: Task) => unknown): number => new Set(tasks.map((task) => JSON.stringify(pick(task)))).size;
    expect(different((task) => task.tunables.map(({ name }) => name))).toBe(3);
    expect(different((task) => task.tunables.map(({ name, lower }) => [name, lower]).toSorted())).toBe(3);
    expect(different((task) => task.instances[0]!.params['w'])).toBe(3);
    expect(tasks[0]!.curves.length).toBeGreaterThan((await generateTask({ family: 'bsim4', seed: 1, points: 'tiny' }, fakeSimulator())).curves.length);
  });

  it('adds noise of the size asked for', async () => {
    // Relative deviation of noise 0.02, over more than 400 points: the estimate lies within 15 % of it with 99.99 % certainty.
    const spec = { family: 'bsim3', seed: 3 } as const;
    const clean = await generateTask({ ...spec, noise: { relative: 0, additive: 0 } }, fakeSimulator());
    const noisy = await generateTask({ ...spec, noise: { relative: 0.02, additive: 0 } }, fakeSimulator());
    const ratios = clean.curves.flatMap((curve, index) => [...curve.measured[0]!.values].map((exact, point) => noisy.curves[index]!.measured[0]!.values[point]! / exact - 1));
    expect(ratios.length).toBeGreaterThan(400);
    const deviation = Math.sqrt(ratios.reduce((sum, ratio) => sum + ratio * ratio, 0) / ratios.length);
    expect(deviation).toBeGreaterThan(0.017);
    expect(deviation).toBeLessThan(0.023);
  });

  it('repeats a draw that cannot be simulated, and says so', async () => {
    const fake = fakeSimulator((call) => (call === 0 ? { ok: false, failure: { code: 'NOT_CONVERGED', message: 'no luck' } } : undefined));
    const task = await generateTask({ family: 'diode', seed: 1, points: 'tiny' }, fake);
    expect(task.notes).toContainEqual(expect.stringMatching(/draw 1 of the hidden parameters was repeated: NOT_CONVERGED, no luck/));
    expect(fake.closed).toBe(2);
  });

  it('draws another start where a session cannot begin with it, though one could come to it from elsewhere', async () => {
    const spec = { family: 'diode', seed: 1, points: 'tiny' } as const;
    // Hidden parameters, start, and the start once more in a session of its own.
    const fake = fakeSimulator((call) => (call === 2 ? { ok: false, failure: { code: 'NOT_CONVERGED', message: 'from nothing' } } : undefined));
    const task = await generateTask(spec, fake);
    const starts = (one: Task) => one.tunables.map(({ start }) => start);
    const usual = await generateTask(spec, fakeSimulator());
    expect(task.notes).toContainEqual('draw 1 of the start was repeated: NOT_CONVERGED in a session of its own, from nothing');
    expect(starts(task)).not.toEqual(starts(usual));
    expect(task.curves).toEqual(usual.curves);
    expect(fake.closed).toBe(3);
    const licenceGone = fakeSimulator((call) => (call === 2 ? { ok: false, failure: { code: 'NO_LICENCE', message: 'taken' } } : undefined));
    await expect(generateTask(spec, licenceGone)).rejects.toMatchObject({ code: 'TASK_GENERATE', message: expect.stringMatching(/the start could not be simulated: taken/) });
  });

  it.each([
    ['gives up after a number of draws', { code: 'NOT_CONVERGED', message: 'never' } as const, /none of 20 draws/],
    ['does not go on when the machine is at fault', { code: 'NO_LICENCE', message: 'taken' } as const, /could not be simulated: taken/],
  ])('%s, and closes the session', async (_, failure, message) => {
    const fake = fakeSimulator(() => ({ ok: false, failure }));
    await expect(generateTask({ family: 'jfet', seed: 1 }, fake)).rejects.toMatchObject({ code: 'TASK_GENERATE', message: expect.stringMatching(message) });
    expect(fake.closed).toBe(1);
  });

  it.each(generatedFamilies)('%s: is the same after writing and loading', async (family) => {
    const folder = mkdtempSync(join(tmpdir(), 'evospice-generated-'));
    try {
      const task = await generateTask({ family, seed: 4, points: family === 'bsim4' ? 'normal' : 'tiny' }, fakeSimulator());
      const loaded = await loadTask(await writeTask(task, folder), deviceRegistry);
      expect(content(loaded)).toEqual(content(task));
      expect(loaded.source).toBe(task.source);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
