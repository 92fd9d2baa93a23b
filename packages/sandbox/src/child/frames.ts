/**
 * What crosses between host and child: lines of text.
 *
 * Host to child: a verb, a space, JSON.
 * - `load {"bundle", "memoryMb"}`: make the isolate and its runtime
 * - `renew {}`: make another isolate in its place, for the same program to run again
 * - `program {"entry", "function", "modules": {path: {"javascript", "imports": {specifier: path}}}}`: compile these modules
 * - `start {…}` and `reply {…}`: handed to the guest as they are
 *
 * Child to host: one JSON object, see `GuestMessage` on the host's side.
 */
export type HostVerb = 'load' | 'renew' | 'program' | 'start' | 'reply';

/** A program as it goes to the child. */
export interface ProgramModules {
  readonly entry: string;
  /** Export of the entry that is called. */
  readonly function: string;
  readonly modules: Readonly<Record<string, { readonly javascript: string; readonly imports: Readonly<Record<string, string>> }>>;
}

/** What the paths of a program's files begin with in stack traces. */
export const programFolder = 'program:/';

/** Longest line from the child, in characters: a batch of a few thousand candidates. */
export const longestGuestLine = 4 * 1024 * 1024;

/** Longest line to the child, in characters. */
export const longestHostLine = 256 * 1024 * 1024;

/** Calls of the host that may wait for their answer at one time. */
export const mostPendingCalls = 1000;

/** Times in a row a program may hear that the budget is spent before it is ended. */
export const mostRefusals = 100;

/** Log lines kept, and characters of each. */
export const mostLogLines = 200;
export const longestLogLine = 500;

/** Characters kept of an error's message, and of the end of its stack. */
export const longestMessage = 2000;
