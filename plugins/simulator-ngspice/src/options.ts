import { z } from 'zod';

const limits = {
  search: z.enum(['bounded', 'exhaustive']).default('bounded').describe('How hard to look for operating points where plain iteration finds none: a few milliseconds, or up to the deadline.'),
  deadlineSeconds: z.number().positive().default(10).describe('Time one candidate may take, s; one that takes longer fails with DEADLINE.'),
  simulationsALife: z.int().min(1).default(20_000).describe('Simulations after which ngspice is started anew, because its memory grows by 10 kB with each.'),
  deathsInARow: z.int().min(1).default(20).describe('Unexplained deaths of ngspice in a row after which a session gives up.'),
};
const command = z.string().min(1).default('ngspice').describe('Command or path of the native ngspice.');
const library = z.string().min(1).default('auto').describe('Path or file name of the ngspice library; `auto` looks for the usual names in the usual folders.');

export const wasmOptions = z.strictObject({
  ...limits,
  simulationsALife: z.int().min(1).default(8000).describe('Simulations after which ngspice is started anew, because its memory grows by up to 100 kB with each.'),
});
export const processOptions = z.strictObject({ command, ...limits });
export const libraryOptions = z.strictObject({ library, ...limits });
export const ngspiceOptions = z.strictObject({
  command,
  library,
  prefer: z.enum(['library', 'process', 'wasm']).default('library').describe('Which ngspice to take; where it is not found, the next in this order.'),
  ...limits,
});

export type WasmOptions = z.output<typeof wasmOptions>;
export type LibraryOptions = z.output<typeof libraryOptions>;
export type ProcessOptions = z.output<typeof processOptions>;
export type NgspiceOptions = z.output<typeof ngspiceOptions>;
