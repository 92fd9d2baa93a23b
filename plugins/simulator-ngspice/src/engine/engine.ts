/** A script for a running ngspice. */
export interface EngineRequest {
  /** Files to write first, by name, in the engine's own folder. */
  readonly files?: Readonly<Record<string, string>>;
  readonly commands: readonly string[];
  /** Whether the commands write the raw file `RAW_FILE`. */
  readonly raw: boolean;
}

export interface EngineAnswer {
  /** Everything ngspice printed, on both streams. */
  readonly log: string;
  /** Contents of the raw file; undefined when nothing was written. */
  readonly raw?: Uint8Array;
}

/** Name of the file that scripts write results to. Plots are appended. */
export const RAW_FILE = 'r.raw';

/** First commands of every engine: plots of one script follow each other in one file, and output never stops to page. */
export const FIRST_COMMANDS: readonly string[] = ['set num_threads=1', 'set nomoremode', 'set appendwrite', 'set filetype=binary'];

/** Why an engine stopped answering. */
export type EngineEnd = 'deadline' | 'cancelled' | 'died';

/** The engine is gone; whoever holds it starts another. */
export class EngineGone extends Error {
  readonly end: EngineEnd;
  /** What it printed before. */
  readonly log: string;

  constructor(end: EngineEnd, log: string, detail = '') {
    super(`ngspice ${end === 'died' ? 'died' : `was stopped (${end})`}${detail === '' ? '' : `: ${detail}`}`);
    this.name = 'EngineGone';
    this.end = end;
    this.log = log;
  }
}

/** One running ngspice, with circuits of its own. Takes one script at a time. */
export interface Engine {
  /**
   * Runs a script to its end.
   * @param stop fires with the reason `deadline` or `cancelled` to end the engine at once
   * @throws EngineGone when it died or was stopped; it answers nothing afterwards.
   */
  execute(request: EngineRequest, stop?: AbortSignal): Promise<EngineAnswer>;
  /** Ends it, or hands it on clean to the next user. Safe to call twice. */
  release(): Promise<void>;
}

/** Starts engines. */
export interface EngineSource {
  /** @throws EvospiceError `SIMULATOR_MISSING`. */
  start(): Promise<Engine>;
}

export function endOf(stop: AbortSignal): EngineEnd {
  return stop.reason === 'deadline' ? 'deadline' : 'cancelled';
}
