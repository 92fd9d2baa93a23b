import type { RandomSource } from './services.ts';

/** A parameter vector aligned with `ExtractionProblem.parameters`, physical values inside bounds. */
export type Candidate = readonly number[];

export type ParameterScale = 'lin' | 'log';

/** A parameter that is extracted, as an optimizer sees it. */
export interface ProblemParameter {
  /** Model parameter, lower case. */
  readonly name: string;
  readonly lower: number;
  readonly upper: number;
  /** Inside the bounds; to an optimizer, one of the values of a discrete parameter. */
  readonly start: number;
  readonly scale: ParameterScale;
  /**
   * Present for a discrete parameter: its values are `lower + k * increment`, k = 0, 1, …, on either scale; others go to
   * the nearest one. Greater than 0.
   */
  readonly increment?: number;
  readonly unit?: string;
  /** What it does physically, such as `threshold voltage`. */
  readonly role?: string;
  /** Extraction stage it belongs to, such as `threshold` or `mobility`. */
  readonly group?: string;
}

/** `i`: current into terminal `node` (A); `v`: voltage of `node` (V); `c`: capacitance between the terminals `hi` and `lo` (F). */
export interface ProblemVector {
  readonly kind: 'i' | 'v' | 'c';
  readonly node?: string;
  /** Present for a capacitance: terminals on either side of it. */
  readonly hi?: readonly string[];
  readonly lo?: readonly string[];
  /** Points with |measured| below it carry no residual. Same unit as the values, greater than 0. */
  readonly floor: number;
  readonly measured: readonly number[];
  /** Indices of the points that carry a residual, ascending; empty for a voltage, which is never scored. */
  readonly scored: readonly number[];
  /** One per measured value, times the curve's weight; 1 when left out. */
  readonly weights?: readonly number[];
}

/** A training curve as an optimizer sees it. Plain JSON, so that it crosses into a sandbox. */
export interface ProblemCurve {
  readonly id: string;
  readonly kind: string;
  readonly instance: string;
  readonly geometry: Readonly<Record<string, number>>;
  readonly temperatureC: number;
  readonly sweep: string;
  readonly x: readonly number[];
  /** Values by terminal, each as long as `x`. */
  readonly drives: Readonly<Record<string, { readonly quantity: 'v' | 'i'; readonly values: readonly number[] }>>;
  readonly vectors: readonly ProblemVector[];
  /** Small-signal frequency in Hz; present where a capacitance is measured. */
  readonly frequency?: number;
  /** Present where the device sits inside a subcircuit, or a library computes its card: `geometry` and the model's values alone do not say what is simulated. */
  readonly wrapped?: true;
  readonly weight: number;
  /** Budget units that simulating this curve once costs: its share of the bias points of all scored curves. Every k-th point costs `ceil(x.length / k) / x.length` of that. */
  readonly budgetShare: number;
  /** Number of scored points: the length of its part of the residual vector. A curve without any is simulated only where it is asked for by its id. */
  readonly residuals: number;
}

/** Numbers and switches of one model card by lower-case name. */
export type CardValues = Readonly<Record<string, number>>;

/** The start card: what the model is, and all that stays fixed while candidates vary. */
export interface ProblemModel {
  /** Model type as the card's dialect writes it, such as `nmos`, `npn` or `vdmos nchan`. */
  readonly type: string;
  readonly level?: number;
  /** Version of the model's equations as the card states it, such as `4.5` or `4.8.1`. */
  readonly version?: string;
  /** Every numeric value of the card, tunable parameters at their start. A name that is absent has the simulator's default. */
  readonly values: CardValues;
  /** Cards of instances that do not take these values, whole, by `ProblemCurve.instance`: bins of one model. */
  readonly instances?: Readonly<Record<string, CardValues>>;
  /** Options of the circuit that change numbers, such as `gmin` (S) and `scale`; none when left out. */
  readonly options?: Readonly<Record<string, number>>;
}

/** What is to be optimized. Holds training curves only: validation stays outside the optimizer's reach. */
export interface ExtractionProblem {
  readonly task: string;
  readonly device: {
    readonly kind: string;
    readonly polarity?: 'n' | 'p';
    readonly vdd?: number;
    /** Present where the device heats itself. */
    readonly thermalNode?: true;
  };
  readonly modelFamily: string;
  readonly model: ProblemModel;
  readonly parameters: readonly ProblemParameter[];
  /** In the task's order, except that curves without a scored point come last: a full evaluation has the others, at the same index. */
  readonly curves: readonly ProblemCurve[];
  /** The start card's evaluation on all curves: made by the driver, not charged, and not part of the trajectory. */
  readonly start: Evaluation;
  /**
   * Implicit constraints, such as `vth0 > 0.2` or `log_rms < 1`: over parameters by name, `relative_rms`,
   * `log_rms`. A candidate that violates one costs its budget and fails with `CONSTRAINT_VIOLATED`.
   */
  readonly constraints?: readonly string[];
  /** Which of the two errors `Evaluation.error` is. */
  readonly metric: 'relative' | 'log';
}

export interface EvaluatedCurve {
  readonly id: string;
  /** Root mean square of `residuals.relative`: a fraction; 0 where nothing is scored. */
  readonly relativeRms: number;
  /** Root mean square of `residuals.log`: decades; 0 where nothing is scored. */
  readonly logRms: number;
  /** Residuals vector after vector, scored points (see `scoredPoints` of the toolbox) only, without weights. */
  readonly residuals: { readonly relative: readonly number[]; readonly log: readonly number[] };
  /** Present where only the points 0, k, 2k, … of the curve were simulated: k. */
  readonly every?: number;
  /** Simulated values, one array per `ProblemCurve.vectors` entry, one value per simulated point. */
  readonly simulated: readonly (readonly number[])[];
}

/** What a physics rule has to say about a card or its curves. */
export interface PhysicsFinding {
  readonly rule: string;
  /** `violation`: impossible, or a simulator replaces it; `warning`: no such device; `note`: unusual. */
  readonly severity: 'note' | 'warning' | 'violation';
  /** One line. */
  readonly message: string;
  readonly parameter?: string;
  readonly curve?: string;
  /** Whose card it is about, where an instance has a card of its own. */
  readonly instance?: string;
  /** Bias, geometry, temperature in words. */
  readonly place?: string;
  readonly value?: number;
  /** What would be right, such as `above 0`. */
  readonly limit?: string;
  readonly unit?: string;
  /** Manual or paper. */
  readonly source?: string;
}

export interface SuccessfulEvaluation {
  readonly ok: true;
  /** True when every curve with a scored point was simulated at all of its points: only then may it become the result. */
  readonly full: boolean;
  /** Root mean square of `residuals`: a fraction for `relative`, decades for `log`. */
  readonly error: number;
  readonly relativeRms: number;
  readonly logRms: number;
  /** Residuals of the problem's metric, curve after curve, scored points only, times the root of their weight. */
  readonly residuals: readonly number[];
  readonly relativeResiduals: readonly number[];
  readonly logResiduals: readonly number[];
  readonly curves: readonly EvaluatedCurve[];
  readonly findings: readonly PhysicsFinding[];
}

/** `OUT_OF_BUDGET`: not simulated and not charged. All others were charged. */
export interface FailedEvaluation {
  readonly ok: false;
  readonly failure: { readonly code: string; readonly message: string };
}

export type Evaluation = SuccessfulEvaluation | FailedEvaluation;

export interface BudgetView {
  /** Budget units allowed in all; one unit is one full suite of the problem's curves. */
  readonly allowed: number;
  readonly spent: number;
  readonly remaining: number;
}

/** Numerics offered to every optimizer; its members are declared by `@evospice/toolbox`, which augments this interface. */
export interface Toolbox {}

/**
 * An optimizer of the product as a function. Its simulations are charged like the caller's own, and its chance comes from `context.random`.
 * Resolves when it has converged for good or cannot pay another simulation.
 * @throws EvospiceError `EXTENSION_OPTIONS` for options that it does not have; `OPTIMIZER_UNSUPPORTED` for a problem that it cannot search.
 */
export type OptimizerFunction = (problem: ExtractionProblem, context: OptimizerContext, options?: Readonly<Record<string, unknown>>) => Promise<void>;

/** Optimizers by the name that configuration gives them, such as `lm` and `nelder-mead`. */
export type OptimizerLibrary = Readonly<Record<string, OptimizerFunction>>;

/** What of a problem its compact model is asked for. */
export interface CompactRequest {
  /** Ids of curves; all of the problem when left out. */
  readonly curves?: readonly string[];
  /** Values by name in place of the card's: what the problem does not tune, such as hidden values in a calibration. */
  readonly values?: CardValues;
  /** Whether only a whole answer counts: from the first point without a solution on everything is NaN, without being looked at. False by default. */
  readonly whole?: boolean;
}

/** Derivatives of computed curves by values of the card. */
export interface CompactDerivatives {
  /** As `predict` returns them. */
  readonly values: readonly (readonly Float64Array[])[];
  /** By curve and vector: row after row, one row per point and one column per parameter, in the vector's unit per physical unit of the parameter. */
  readonly jacobian: readonly (readonly Float64Array[])[];
}

/** Curves of a problem from the equations of its compact model: as the simulator would find them, without a simulation and without cost. */
export interface CompactCurves {
  /** Name of the model family, such as `bsim4`. */
  readonly family: string;
  /** What the start card asks for and the equations do not have; curves are computed without it. */
  readonly unsupported: readonly { readonly parameter: string; readonly value: number | string; readonly reason: string }[];
  /** By curve of the problem, in its order, and by vector: whether the equations have it. What they do not have is NaN. */
  readonly covered: readonly (readonly boolean[])[];
  /**
   * Values by requested curve, in the problem's order, then by vector and point: A, V or F. NaN at a point without a solution.
   * @throws EvospiceError `COMPACT_MODEL_VALUE` for a value that the model refuses.
   */
  predict(candidate: Candidate, request?: CompactRequest): readonly (readonly Float64Array[])[];
  /**
   * Exact derivatives, by the problem's parameters when `parameters` is left out; other names of the card may be among them.
   * @throws EvospiceError as `predict`.
   */
  differentiate(candidate: Candidate, request?: CompactRequest & { readonly parameters?: readonly string[] }): CompactDerivatives;
}

/** Compact models: equations that compute what a simulator would, for device families that are known. */
export interface CompactModels {
  /** Families that are hidden, so that a search has to do without their physics; none by default. */
  readonly without: readonly string[];
  /** Curves of this problem, or of a copy whose curves are thinned; undefined where no family covers its device and model, or it is hidden. */
  ofProblem(problem: ExtractionProblem): CompactCurves | undefined;
}

/** For problems that are not devices. */
export const noCompactModels: CompactModels = { without: [], ofProblem: () => undefined };

/** Derivatives of a candidate's residuals: one row per residual in the order of `Evaluation.residuals`, with the roots of the weights, one column per parameter. Finite. */
export interface ResidualDerivatives {
  readonly relative: readonly Float64Array[];
  readonly log: readonly Float64Array[];
}

export interface SimulateOptions {
  /** Ids of curves; all that have a scored point when left out. */
  readonly curves?: readonly string[];
  /**
   * Only the points 0, k, 2k, … of each curve, at their share of the budget: a whole number from 1, the default. Values may
   * differ from those of a full evaluation in their last digits.
   */
  readonly every?: number;
}

export interface OptimizerContext {
  /**
   * One evaluation per candidate, in order; values are clipped to the bounds. Candidates that the remaining budget cannot pay fail with `OUT_OF_BUDGET`.
   * @throws EvospiceError `BUDGET_EXHAUSTED` when it cannot pay a single one: the driver takes that as a normal end,
   *   so a plain loop needs no check; `EXTRACTION_REQUEST` for an unknown curve, a wrong length or NaN.
   */
  simulate(candidates: readonly Candidate[], options?: SimulateOptions): Promise<readonly Evaluation[]>;
  /** Exact derivatives of what `simulate` finds, free of charge. Present only where equations answer in the place of a simulator; undefined for a candidate that they refuse. */
  differentiate?(candidate: Candidate): ResidualDerivatives | undefined;
  /** Budget at this moment. */
  readonly budget: BudgetView;
  readonly random: RandomSource;
  readonly toolbox: Toolbox;
  /** Compact models, free of charge: `context.models.ofProblem(problem)?.predict(candidate)`. */
  readonly models: CompactModels;
  /**
   * Optimizers of the product, to begin or to end with: `await context.optimizers.lm(problem, context)`. To give one a part of the
   * budget only, pass it `context.toolbox.withBudget(problem, context, units)`.
   */
  readonly optimizers: OptimizerLibrary;
  /**
   * Fires when the run is cancelled or its time is over. The optimizer must then simulate nothing more and return or throw soon: whatever
   * loops or computes for long checks `signal.aborted`.
   */
  readonly signal: AbortSignal;
  /** A line for the run's record; `evospice extract --verbose` prints it. */
  log(message: string): void;
  /**
   * CPU seconds that were spent for the optimizer in another process: what runs a program elsewhere says so, and they count as the optimizer's own
   * compute. Present where that is measured.
   */
  workedElsewhere?(cpuSeconds: number): void;
}

/** An optimizer returns nothing: its result is the best full evaluation of its trajectory. */
export interface Optimizer {
  readonly name: string;
  /**
   * Simulates the start card first, or takes its free evaluation `problem.start`, then searches until it has converged or `simulate` throws `BUDGET_EXHAUSTED`, which it may let
   * through. It must stop once `context.signal` has fired, take all chance from `context.random`, and keep no state between calls.
   */
  optimize(problem: ExtractionProblem, context: OptimizerContext): Promise<void>;
}
export const Optimizer = Symbol.for('evospice.Optimizer');
