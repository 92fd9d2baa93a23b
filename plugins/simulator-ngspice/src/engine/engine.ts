/** One analysis, and what is taken from its result. */
export interface EngineRun {
  /** Commands that prepare it and run it. */
  readonly commands: readonly string[];
  /** Names of the vectors to take, such as `i(va0_0)`. */
  readonly vectors: readonly string[];
  /** Points that a complete result has. */
  readonly rows: number;
  /** Which part to take of complex vectors. */
  readonly part: 'real' | 'imaginary';
}

/** A script for a running ngspice. */
export interface EngineRequest {
  /** Files to write first, by name, in the engine's own folder. */
  readonly files?: Readonly<Record<string, string>>;
  /** Commands before the runs. */
  readonly commands?: readonly string[];
  /** Analyses, in order; many in one request spare the way to the engine and back. */
  readonly runs?: readonly EngineRun[];
}

export interface RunAnswer {
  /** What ngspice printed during this run, on both streams. */
  readonly log: string;
  /** One a vector asked for, `rows` long; undefined when the analysis ended early or a vector is not there. */
  readonly vectors: readonly Float64Array[] | undefined;
  /** Points that the analysis came to, fewer than `rows` when it ended early. */
  readonly reached: number;
}

export interface EngineAnswer {
  /** What ngspice printed during the commands before the runs. */
  readonly log: string;
  readonly runs: readonly RunAnswer[];
}

/** First commands of every engine: one thread, output that never stops to page, binary files. */
export const FIRST_COMMANDS: readonly string[] = ['set num_threads=1', 'set nomoremode', 'set filetype=binary'];

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
  /** True when its memory has grown so far that it should be replaced; left out by engines that do not know. */
  readonly worn?: boolean;
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
