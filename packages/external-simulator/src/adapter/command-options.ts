import { z } from 'zod';

/** Options that every command-line simulator takes. Spread into its own `z.strictObject`. */
export function commandOptions(command: string) {
  return {
    program: z.string().min(1).default(command).describe('Command or path of the program.'),
    arguments: z.array(z.string()).default([]).describe('Arguments put in front of those the adapter gives.'),
    environment: z.record(z.string(), z.string()).default({}).describe('Environment variables set for the program, over those of this process.'),
    licenceServer: z.string().min(1).optional().describe('Licence server, such as 27000@host; set in every variable the program looks at.'),
    concurrency: z.int().min(1).default(1).describe('Runs at once, over all sessions of this simulator; no more than there are licences.'),
    deadlineSeconds: z.number().positive().default(60).describe('Time one run may take for each candidate in it, s, the wait for a licence included; one that takes longer fails with DEADLINE.'),
    cardDialect: z.string().min(1).optional().describe('Dialect to read model cards by, in place of the one that each card is in.'),
    keepFiles: z.string().min(1).optional().describe('Folder in which decks, listings and results are kept; left out, they go to a private folder that is removed.'),
  };
}

export interface CommandOptions {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly licenceServer?: string | undefined;
  readonly concurrency: number;
  readonly deadlineSeconds: number;
  readonly cardDialect?: string | undefined;
  readonly keepFiles?: string | undefined;
}
