import { describe, expect, it } from 'vitest';
import { evolutionSettingsSchema, proposalLimit } from './evolution-settings.ts';

describe('evolution settings', () => {
  it('fill themselves in', () => {
    const settings = evolutionSettingsSchema.parse({});
    expect(settings).toEqual({ seed: 1, programs: 50, workers: 1, parents: 3, retries: 2, confirm: 0, controls: [], stop: {} });
    expect(proposalLimit(settings)).toBe(500);
    expect(proposalLimit({ ...settings, proposals: 60 })).toBe(60);
  });

  it.each([{ program: 3 }, { programs: 0 }, { seed: -1 }, { workers: 1.5 }, { budget: 3 }])('refuse %j', (bad) => {
    expect(evolutionSettingsSchema.safeParse(bad).success).toBe(false);
  });
});
