/**
 * Whose doing a failure is:
 * - `program`: the optimizer's or program's own, and what its candidates bring about
 * - `simulator`: the simulator, its session or its licence
 * - `sandbox`: what programs are run in
 * - `caller`: whoever asked gave up or asked for what makes no sense at this point of the code
 * - `usage`: what a person wrote: configuration, names, files
 * - `system`: the machine and the product itself: stores, workers, services elsewhere
 */
export type Fault = 'program' | 'simulator' | 'sandbox' | 'caller' | 'usage' | 'system';

/** Beginnings of codes, up to the first underscore. */
const families = {
  PROGRAM: 'program', OPTIMIZER: 'program', CONSTRAINT: 'program', BUDGET: 'program', COMPACT: 'program', TOOLBOX: 'program', STRATEGY: 'program',
  SIMULATOR: 'simulator', SCHEDULER: 'simulator',
  SANDBOX: 'sandbox', RUNNER: 'sandbox',
  ANALYSIS: 'usage', BINNING: 'usage', CARD: 'usage', CONFIG: 'usage', CONVERT: 'usage', DATASET: 'usage', EXTENSION: 'usage', PDK: 'usage', PLUGIN: 'usage', SPREAD: 'usage', TASK: 'usage', USAGE: 'usage',
  ARCHIVE: 'caller', DESCRIPTOR: 'caller', EXTRACTION: 'caller', PROBLEM: 'caller', SCORE: 'caller', SELECTOR: 'caller', SERVER: 'caller', TEST: 'caller', TEXT: 'caller', TRAJECTORY: 'caller', TUNE: 'caller', WAVEFORM: 'caller', TESTBENCH: 'caller',
  BENCH: 'system', DATA: 'system', EVOLUTION: 'system', EXECUTOR: 'system', LLM: 'system', PROPOSAL: 'system', PROPOSER: 'system', REPORT: 'system', RUN: 'system', STORE: 'system',
} as const satisfies Readonly<Record<string, Fault>>;

export type ErrorFamily = keyof typeof families;

interface Facts {
  readonly fault: Fault;
  /** A fresh session, or a later attempt, may be free of it. */
  readonly mayPass?: true;
  /** It hangs on the speed of the machine. */
  readonly timed?: true;
}

/** Codes of which more is to be said than their family does, and those without a family: of failed evaluations and interrupts. */
const particular = {
  // The same crash twice is the candidates' doing; a single one may not be.
  CRASHED: { fault: 'program', mayPass: true },
  NO_LICENCE: { fault: 'simulator', mayPass: true },
  DEADLINE: { fault: 'program', timed: true },
  NOT_CONVERGED: { fault: 'program' },
  NON_FINITE: { fault: 'program' },
  PARAMETER_REFUSED: { fault: 'program' },
  CANCELLED: { fault: 'caller' },
  INTERRUPTED: { fault: 'caller' },
  // A key, a quota or the name of a model is set up by a person.
  LLM_REFUSED: { fault: 'usage' },
  PROGRAM_DEADLINE: { fault: 'program', timed: true },
  PROGRAM_CANCELLED: { fault: 'caller' },
  BENCH_TIME_LIMIT: { fault: 'program', timed: true },
  EXECUTOR_CANCELLED: { fault: 'caller' },
  EXTRACTION_REGULARISATION: { fault: 'usage' },
  EXTRACTION_SIMULATOR: { fault: 'simulator', mayPass: true },
  SIMULATOR_CLOSED: { fault: 'simulator', mayPass: true },
  SIMULATOR_CRASHED: { fault: 'simulator', mayPass: true },
  SCHEDULER_LEASE_LOST: { fault: 'simulator', mayPass: true },
  SCHEDULER_NO_LICENCE: { fault: 'simulator', mayPass: true },
} as const satisfies Readonly<Record<string, Facts>>;

/** Every code that the product itself raises. Plugins may have codes of their own families. */
export type EvospiceErrorCode = keyof typeof particular | `${ErrorFamily}_${string}`;

/** Whether the code is one of the product's families, or one of those that have none. */
export function isKnownCode(code: string): code is EvospiceErrorCode {
  return Object.hasOwn(particular, code) || familyOf(code) !== undefined;
}

/** Whose doing a failure with this code is. A code of an unknown family is taken for the program's: it may raise what it likes. */
export function faultOf(code: string): Fault {
  return factsOf(code)?.fault ?? familyOf(code) ?? 'program';
}

/** Whether a failure with this code may be gone at the next attempt, in a fresh session. */
export function mayPass(code: string): boolean {
  return factsOf(code)?.mayPass === true;
}

/** Whether a failure with this code may not happen on a faster machine. */
export function hangsOnTime(code: string): boolean {
  return factsOf(code)?.timed === true;
}

function factsOf(code: string): Facts | undefined {
  return Object.hasOwn(particular, code) ? particular[code as keyof typeof particular] : undefined;
}

function familyOf(code: string): Fault | undefined {
  const end = code.indexOf('_');
  const family = end < 0 ? code : code.slice(0, end);
  return end > 0 && Object.hasOwn(families, family) ? families[family as ErrorFamily] : undefined;
}
