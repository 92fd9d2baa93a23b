/** Wall clock, for records and deadlines only; logic never reads it. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
}
export const Clock = Symbol.for('evospice.Clock');

/** Diagnostics for people; goes to standard error and never to standard output. */
export interface Logger {
  debug(message: string, fields?: Readonly<Record<string, unknown>>): void;
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
}
export const Logger = Symbol.for('evospice.Logger');

/** Where relative paths in options of plugins are looked up from. */
export interface ConfigurationFolder {
  /** Folder of the configuration file, absolute; the working directory where there is no such file. */
  path: string;
}
export const ConfigurationFolder = Symbol.for('evospice.ConfigurationFolder');

/** Where a plugin may leave files that belong to the run, in a folder of its own below. */
export interface RunFolder {
  /** Folder of the run that is made, absolute; undefined where no run is made. */
  path: string | undefined;
}
export const RunFolder = Symbol.for('evospice.RunFolder');

/** Seeded generator; the only source of chance in the system. */
export interface RandomSource {
  /** Uniform in [0, 1). */
  next(): number;
  /** Standard normal deviate. */
  normal(): number;
  /** Integer in [low, high], both included. */
  integer(low: number, high: number): number;
  /** A statistically independent generator; advances this one. */
  split(): RandomSource;
}
