import type { Testbench } from '@evospice/contracts';
import type { WaveformFormat } from '@evospice/waveforms';
import type { Deck } from '@evospice/testbench';

/** One circuit for one candidate. */
export interface Job {
  readonly deck: Deck;
  /** Model statement in the simulator's card dialect; the model is called `MODEL_NAME`. Ends in a line end. */
  readonly model: string;
}

/** Where the results of one job are. */
export interface ResultPlace {
  /** File names inside the work folder, the likeliest first; the first that exists is read. */
  readonly files: readonly string[];
  readonly format: WaveformFormat;
  /** Which plot of the file, from 0; the first when left out. */
  readonly plot?: number;
}

/** One run of the program: what to write, how to call it, what it leaves. */
export interface WrittenRun {
  /** Text by file name inside the work folder, which is the program's working directory. */
  readonly files: Readonly<Record<string, string>>;
  /** Everything behind the program's name, but for the arguments the user adds in front. */
  readonly arguments: readonly string[];
  /** One a job, in order. */
  readonly results: readonly ResultPlace[];
  /** Files with messages besides both output streams, such as a listing. */
  readonly logs?: readonly string[];
}

/** How to read what a program says about itself. Expressions are tried on the whole log. */
export interface RunMessages {
  /** Exit codes of a run whose results may be trusted; 0 alone when left out. */
  readonly goodExitCodes?: readonly number[];
  /** What the log of a trustworthy run holds, where the program says so. */
  readonly completed?: RegExp;
  /** A licence was refused. */
  readonly noLicence?: RegExp;
  readonly licenceExitCodes?: readonly number[];
  /** No solution at some point. */
  readonly notConverged: RegExp;
  /** A parameter value was called fatal. */
  readonly parameterRefused?: RegExp;
  /** The netlist or the model was not understood. */
  readonly netlistRefused?: RegExp;
  /** A model parameter was not known; its name is the first group. Global. */
  readonly unknownParameter: RegExp;
}

export interface LicenceFacts {
  /** Feature that the licence server counts, for people who set limits. */
  readonly feature: string;
  /** Environment variables that name the licence server, the one looked at first in front. */
  readonly variables: readonly string[];
}

/** What of the elements beside a device a program takes; kinds are their first letters. */
export interface BesideFacts {
  readonly kinds: string;
  /** Those out of them that take a multiplier `m`. */
  readonly multiplied: string;
  /** Parameters that resistors, capacitors and inductors take beside their value and `m`. */
  readonly passive: readonly string[];
}

/** How to ask the program for its version without a licence, if it can be had. */
export interface VersionProbe {
  readonly arguments: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  /** Its first group is the version. Also what makes sure that the program is the one it should be. */
  readonly version: RegExp;
}

/**
 * Everything that differs from one command-line simulator to another. To add a simulator, write one of these; files,
 * processes, deadlines, licences, batches, checks and failures are the base's.
 */
export interface SimulatorAdapter {
  /** What configuration calls the simulator; also the name of its licence for the scheduler. */
  readonly name: string;
  /** As people write it, for messages. */
  readonly title: string;
  /** Name of its `CardDialect`. */
  readonly dialect: string;
  /** Command it is called by unless the options say otherwise. */
  readonly command: string;
  /** What to do when it is not found. */
  readonly remedy: string;
  /** Kinds of devices it has models of, as `deviceKinds` of `@evospice/testbench` names them. */
  readonly devices: readonly string[];
  /**
   * How many candidates one run takes; each must be solved from scratch and alone, so that results do not depend on
   * their neighbours. A run with several candidates that is not entirely good is repeated candidate by candidate.
   */
  readonly candidatesARun: number;
  readonly licence?: LicenceFacts;
  readonly messages: RunMessages;
  readonly versionProbe: VersionProbe;
  /** Elements beside a device that its `write` takes from `DeckDevice.beside`; none when left out. */
  readonly beside?: BesideFacts;
  /** Variables set for every run. */
  readonly environment?: Readonly<Record<string, string>>;
  /** @throws EvospiceError `SIMULATOR_TESTBENCH` for what this simulator cannot express. */
  refuse?(testbench: Testbench): void;
  /**
   * Writes one run.
   * @param jobs of one deck, one per candidate; at least 1 and at most `candidatesARun`
   */
  write(jobs: readonly Job[]): WrittenRun;
}
