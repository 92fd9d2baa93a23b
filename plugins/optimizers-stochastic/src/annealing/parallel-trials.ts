import type { Relation } from '@evospice/optimizer-kit';

export const parallelTrials: Relation<{ readonly parallel: number; readonly np: number }> = {
  holds: ({ parallel, np }) => parallel <= np, says: 'parallel is at most np: each trial has a parent of its own', option: 'parallel',
};
