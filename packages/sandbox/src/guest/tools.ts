import type { RandomSource, Toolbox } from '@evospice/contracts';

/** What every program gets. */
export interface Tools {
  readonly random: RandomSource;
  readonly toolbox: Toolbox;
  log(message: unknown): void;
}
