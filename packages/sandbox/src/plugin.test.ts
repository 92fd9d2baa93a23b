import { EvospiceError } from '@evospice/contracts';
import { optionsOf } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import { isolationStatus } from './isolation-status.ts';
import { sandboxPlugin } from './plugin.ts';

describe('sandbox plugin', () => {
  const contribution = sandboxPlugin.contributions[0]!;

  it('contributes the program runner "isolate", with options that have defaults', async () => {
    expect([contribution.point, contribution.name]).toEqual(['ProgramRunner', 'isolate']);
    const options = optionsOf(contribution).parse({});
    expect(options).toEqual({ warm: 1, isolation: 'auto' });
    const runner = contribution.create(options);
    expect(runner).toMatchObject({ name: 'isolate' });
    await (runner as { close(): Promise<void> }).close();
    expect(optionsOf(contribution).safeParse({ warn: 1 }).success).toBe(false);
    expect(optionsOf(contribution).safeParse({ warm: -1 }).success).toBe(false);
  });

  it('says what keeps programs in, or why nothing can', async () => {
    try {
      const status = await isolationStatus();
      expect(status.description).toMatch(/^child process \+ isolated-vm/);
      expect(status.description.includes('without bubblewrap')).toBe(status.remedy !== undefined);
    } catch (error) {
      expect(EvospiceError.is(error)).toBe(true);
    }
  });
});
