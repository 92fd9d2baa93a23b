import { describe, expect, it } from 'vitest';
import { evolutionSettingsSchema, proposalLimit, trainingSeeds, validationSeeds } from './evolution-settings.ts';

describe('evolution settings', () => {
  it('fill themselves in', () => {
    const settings = evolutionSettingsSchema.parse({});
    expect(settings).toMatchObject({ seed: 1, workers: 1, metric: 'relative', limits: { wallSeconds: 60 }, validation: { seeds: 1 } });
    expect(proposalLimit(settings)).toBe(settings.evaluations * 10);
    expect(evolutionSettingsSchema.parse({ limits: { memoryMb: 64 } }).limits).toEqual({ wallSeconds: 60, memoryMb: 64 });
  });

  it.each([{ evaluation: 3 }, { evaluations: 0 }, { budget: 0 }, { seed: -1 }, { limits: { wallSecond: 3 } }, { metric: 'both' }, { probe: { budget: -1 } }])('refuse %j', (bad) => {
    expect(evolutionSettingsSchema.safeParse(bad).success).toBe(false);
  });

  it('draw different seeds for neighbouring runs, the same for training and validation', () => {
    const [one, two] = [1, 2].map((seed) => evolutionSettingsSchema.parse({ seed, seeds: 5, validation: { seeds: 2 } }));
    expect(trainingSeeds(one as never)).toEqual([1001, 1002, 1003, 1004, 1005]);
    expect(validationSeeds(one as never)).toEqual([1001, 1002]);
    expect(trainingSeeds(two as never).some((seed) => trainingSeeds(one as never).includes(seed))).toBe(false);
  });
});
