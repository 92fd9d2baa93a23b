import type { Simulator } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { determination } from './determination.ts';
import { generateTaskWithTruth, type GeneratedTask, type GenerateSpec } from './generate-task.ts';

/** Answers anything: what curves determine is asked of the compact model at the hidden values. */
const answering: Simulator = {
  name: 'any',
  probe: async () => ({ available: true }),
  open: async ({ curves, parameters }) => ({
    simulate: async ({ candidates }) => candidates.map((candidate) => {
      const size = parameters.reduce((sum, _, index) => sum + Math.log1p(Math.abs(candidate[index]!)), 1);
      return { ok: true, curves: curves.map(({ id, x, measured }) => ({ curve: id, vectors: measured.map(({ floor }) => new Float64Array(x.length).fill(100 * floor * size ** 3)) })) };
    }),
    close: async () => undefined,
  }),
};

const generated = (spec: GenerateSpec): Promise<GeneratedTask> => generateTaskWithTruth(spec, answering);

describe('what the curves of a generated task determine', () => {
  it('follows the noise, between all that they could say and what the bounds say alone', async () => {
    const looseAt = async (relative: number): Promise<readonly number[]> => {
      const spec: GenerateSpec = { family: 'gummel-poon', seed: 1, noise: { relative, additive: relative / 0.005 } };
      const found = await determination(spec, await generated(spec));
      expect(found).toMatchObject({ task: 'generated-gummel-poon-1', family: 'gummel-poon', parameters: 15, withoutEffect: [] });
      return found!.loose.map(({ error }) => error);
    };
    expect(await looseAt(1e-5)).toEqual([]);
    const usual = await looseAt(0.005);
    const noisy = await looseAt(0.1);
    expect(usual.length).toBeGreaterThan(0);
    expect(noisy.length).toBeGreaterThan(usual.length);
    expect(noisy).toEqual(noisy.toSorted((a, b) => b - a));
    for (const error of await looseAt(1e6)) expect(error).toBeCloseTo(Math.sqrt(1 / 12), 3);
  });

  it('names parameters that move nothing', async () => {
    const spec: GenerateSpec = { family: 'diode', seed: 1 };
    const whole = await generated(spec);
    const static27 = { ...whole, task: { ...whole.task, curves: whole.task.curves.filter(({ kind, temperatureC }) => kind === 'iv' && temperatureC === 27) } };
    const found = (await determination(spec, static27))!;
    expect(found.withoutEffect.toSorted()).toEqual(['cj0', 'cjsw', 'm', 'vj', 'xti']);
    expect(found.loose.map(({ name }) => name)).not.toContain('cj0');
    expect((await determination(spec, whole))!.withoutEffect).toEqual([]);
  });

  it('is not known of a device without a compact model', async () => {
    const spec: GenerateSpec = { family: 'jfet', seed: 1, points: 'tiny' };
    const made = await generated(spec);
    expect(await determination(spec, made)).toBeDefined();
    expect(await determination(spec, { ...made, task: { ...made.task, device: { ...made.task.device, kind: 'mosfet' } } })).toBeUndefined();
  });
});
