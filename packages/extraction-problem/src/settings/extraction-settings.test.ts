import { describe, expect, it } from 'vitest';
import { extractionSettingsSchema, trainingSeeds, validationSeeds } from './extraction-settings.ts';

describe('settings of extractions', () => {
  it('fill themselves in', () => {
    expect(extractionSettingsSchema.parse({})).toMatchObject({ budget: 60, seeds: 1, metric: 'relative', limits: { wallSeconds: 60 }, validation: { seeds: 1 } });
    expect(extractionSettingsSchema.parse({ limits: { memoryMb: 64 } }).limits).toEqual({ wallSeconds: 60, memoryMb: 64 });
  });

  it.each([{ seed: 3 }, { budget: 0 }, { limits: { wallSecond: 3 } }, { metric: 'both' }, { trial: { budget: -1 } }])('refuse %j', (bad) => {
    expect(extractionSettingsSchema.safeParse(bad).success).toBe(false);
  });

  it('draw different seeds for neighbouring runs, the same for training and validation', () => {
    const settings = extractionSettingsSchema.parse({ seeds: 5, validation: { seeds: 2 } });
    expect(trainingSeeds(settings, 1)).toEqual([1001, 1002, 1003, 1004, 1005]);
    expect(validationSeeds(settings, 1)).toEqual([1001, 1002]);
    expect(trainingSeeds(settings, 2).some((seed) => trainingSeeds(settings, 1).includes(seed))).toBe(false);
  });
});
