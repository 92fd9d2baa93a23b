import type { Figure } from './figure.ts';
import type { Trace } from './traces.ts';

/** Keeps a figure; one that is undefined or not finite is none. */
export type Put = (name: string, unit: Figure['unit'], value: number | undefined, compared: Figure['compared'], ...from: readonly Trace[]) => void;
