import { z } from 'zod';

const variable = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/u, 'the name of an environment variable');

/** Options of the proposer `command`. */
export const commandProposerOptions = z.strictObject({
  command: z.array(z.string().min(1)).min(1)
    .describe('Command of the agent and its arguments: started in a folder with the parent and PROMPT.md. `{entry}`, `{turns}`, `{tokens}`, `{dollars}` and `{seconds}` stand for the entry of the program and the caps; words that begin with ./ are files beside the configuration'),
  name: z.string().regex(/^[a-z0-9][\w.-]*$/iu).optional().describe('What records call the agent; the name of the command when left out'),
  environment: z.array(variable).default([]).describe('Variables of the environment that it gets, such as one with a key; no others but PATH, HOME and the caps'),
  readable: z.array(z.string().min(1)).default([]).describe('Further files and folders that it may read, relative to the configuration: where it is installed, its settings'),
  path: z.array(z.string().min(1)).default([]).describe('Further folders in which commands are looked up, relative to the configuration; it may read them'),
  network: z.boolean().default(false).describe('Lets it reach other machines, as agents that ask a service must'),
  isolation: z.enum(['auto', 'bubblewrap', 'process']).default('auto').describe('auto: the strongest walls that work here; bubblewrap: refuse to run without it; process: never use it'),
  take: z.array(z.string().min(1)).default([]).describe('New files that become part of the program, as patterns such as src/**/*.ts; files of the parent are always taken'),
  exitCodes: z.array(z.int().min(0).max(255)).min(1).default([0]).describe('Exit codes with which its changes are taken'),
  inspirations: z.int().min(0).max(10).default(2).describe('Other elites that lie in a folder beside'),
  rejections: z.int().min(0).max(20).default(5).describe('Newest failures that the prompt tells'),
  limits: z.strictObject({
    wallSeconds: z.number().positive().max(86_400).default(900).describe('Wall-clock seconds; then it is killed with all that it started'),
    memoryMb: z.int().min(16).default(4096).describe('Data of each of its processes, in MB, where `prlimit` is there'),
    processes: z.int().min(1).max(100_000).default(256).describe('Processes at once; more than that ends it'),
    outputBytes: z.int().min(1024).max(2 ** 28).default(4 * 2 ** 20).describe('Characters that it may print; more than that ends it'),
    files: z.int().min(1).max(10_000).default(100).describe('Files of a child'),
    fileBytes: z.int().min(1).max(2 ** 26).default(2 ** 20).describe('Bytes of one of them'),
    turns: z.int().positive().optional().describe('Turns, told to the agent'),
    tokens: z.int().positive().optional().describe('Tokens read and written, told to the agent'),
    dollars: z.number().positive().optional().describe('US dollars, told to the agent'),
  }).prefault({}),
});

export type CommandProposerOptions = z.output<typeof commandProposerOptions>;
