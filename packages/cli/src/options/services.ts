import type { Kernel } from '@evospice/kernel';
import type { Command } from 'commander';

/** What the verbs of the command line work with. */
export interface VerbServices {
  /** With the built-in plugins and those of `--plugin` and `--config`. */
  readonly kernel: Kernel;
  readonly verbose: boolean;
}

/** Adds a verb, or several that belong together, to the command line. */
export type RegisterVerb = (program: Command, services: VerbServices) => void;
