import type { ModelCard } from './card.ts';
import type { CircuitOptions, Curve, DeviceDescription, DeviceInstance, LibraryCircuit, ParameterShifts } from './task.ts';

/** The circuit a task needs: everything that stays fixed while candidates vary. */
export interface Testbench {
  readonly id: string;
  readonly device: DeviceDescription;
  readonly instances: readonly DeviceInstance[];
  readonly curves: readonly Curve[];
  readonly card: ModelCard;
  /**
   * Cards of instances that do not take `card`, by instance: bins of one model. A simulator need not know them:
   * `openTestbench` of `@evospice/testbench` opens one session a card.
   */
  readonly cards?: Readonly<Record<string, ModelCard>>;
  /** Parameters that have another value on the cards of some instances than a candidate states; `openTestbench` sees to them. */
  readonly shifts?: ParameterShifts;
  /** Names of the model parameters a candidate sets, lower case, in candidate order. */
  readonly parameters: readonly string[];
  /** Absolute paths of compiled Verilog-A models (OSDI libraries) to load before the circuit; none when left out. */
  readonly libraries?: readonly string[];
  /** Options of the circuit; a simulator honours each or refuses the testbench. */
  readonly options?: CircuitOptions;
  /**
   * Parameters out of `parameters` that are not on the model card, and the circuit for values of theirs by name. A simulator need not
   * know it, see `Simulator.circuits`.
   */
  readonly circuit?: { readonly parameters: readonly string[]; readonly of: (values: Readonly<Record<string, number>>) => LibraryCircuit };
}

/** Simulated vectors of one curve: one a `Curve.measured` entry, same order and length. */
export interface SimulatedCurve {
  readonly curve: string;
  readonly vectors: readonly Float64Array[];
}

/**
 * - `NOT_CONVERGED`: no solution at some point of a curve
 * - `NON_FINITE`: the simulator returned NaN or infinity
 * - `PARAMETER_REFUSED`: the simulator called a parameter fatal
 * - `DEADLINE`: the time allowed ran out
 * - `CRASHED`: the simulator died; the session has recovered
 * - `NO_LICENCE`: no licence was available; not the candidate's fault
 * - `CANCELLED`: the caller's signal fired
 */
export type SimulationFailureCode =
  | 'NOT_CONVERGED' | 'NON_FINITE' | 'PARAMETER_REFUSED' | 'DEADLINE' | 'CRASHED' | 'NO_LICENCE' | 'CANCELLED';

export interface SimulationFailure {
  readonly code: SimulationFailureCode;
  readonly message: string;
  /** Curve it happened on, if known. */
  readonly curve?: string;
  /** First point of that curve without a value, from 0, if known. */
  readonly point?: number;
}

export type SimulationOutcome =
  | { readonly ok: true; readonly curves: readonly SimulatedCurve[] }
  | { readonly ok: false; readonly failure: SimulationFailure };

export interface SimulationRequest {
  /** Each aligned with `Testbench.parameters`, finite numbers. */
  readonly candidates: readonly ArrayLike<number>[];
  /** Ids of the curves to simulate; all when left out. */
  readonly curves?: readonly string[];
  /**
   * Only the points 0, k, 2k, … of each curve: a whole number from 1, the default. A simulator need not know it: sessions of
   * `openTestbench` of `@evospice/testbench` answer it on a testbench of those points.
   */
  readonly every?: number;
}

/** A testbench opened in a running simulator. Calls may overlap; the session queues them. */
export interface SimulatorSession {
  /**
   * One outcome a candidate, in order. A candidate that fails does not disturb the others.
   * @throws EvospiceError `SIMULATOR_REQUEST` for an unknown curve, a wrong length or a value that is not finite;
   *   `SIMULATOR_CLOSED` after `close`.
   */
  simulate(request: SimulationRequest, options?: { readonly signal?: AbortSignal }): Promise<readonly SimulationOutcome[]>;
  /** Ends processes and threads; safe to call twice. */
  close(): Promise<void>;
}

export interface SimulatorStatus {
  readonly available: boolean;
  /** Version as the program states it. */
  readonly version?: string;
  /** Path or package it was found at. */
  readonly location?: string;
  /** What it simulates and how far its answers are those of others, where that is not a program's own business. */
  readonly scope?: string;
  /** Whether it loads compiled Verilog-A models (OSDI); left out where that is not known. */
  readonly osdi?: boolean;
  /** What to install, when it is not available or could be faster. */
  readonly remedy?: string;
}

/** Opens testbenches. */
export interface Simulator {
  readonly name: string;
  /** Whether its sessions know `Testbench.circuit`; for others `openTestbench` opens a session for each circuit. */
  readonly circuits?: boolean;
  /** Looks for the program and its version; never throws. */
  probe(): Promise<SimulatorStatus>;
  /**
   * @throws EvospiceError `SIMULATOR_MISSING` when it is not installed, `SIMULATOR_MODEL` when it has no such model or
   *   does not know a parameter, `SIMULATOR_TESTBENCH` when the testbench cannot be expressed or one of its libraries not loaded.
   */
  open(testbench: Testbench, options?: { readonly signal?: AbortSignal }): Promise<SimulatorSession>;
}
export const Simulator = Symbol.for('evospice.Simulator');
