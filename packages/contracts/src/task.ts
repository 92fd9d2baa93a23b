import type { ModelCard } from './card.ts';
import type { ProblemParameter } from './optimizer.ts';

export type CurveSplit = 'train' | 'validate' | 'extra';

export interface DeviceDescription {
  /** `mosfet`, `soi`, `bjt`, `diode`, `jfet`, `vdmos`, or any other with an `element` of its own. */
  readonly kind: string;
  /** First letter of the SPICE element line, such as `n` for a Verilog-A model; that of the kind when left out. */
  readonly element?: string;
  readonly polarity?: 'n' | 'p';
  readonly process?: string;
  /** Supply voltage in V. */
  readonly vdd?: number;
  /** Node order on the SPICE element line. */
  readonly terminals: readonly string[];
  /** One more node on the element line for self-heating, connected to nothing else. */
  readonly thermalNode: boolean;
}

/** One device on the wafer: what is on its element line, SI units. */
export interface DeviceInstance {
  readonly id: string;
  readonly params: Readonly<Record<string, number>>;
  readonly info: Readonly<Record<string, string>>;
  /** What a design kit's subcircuit puts around the device; left out where the device stands alone. */
  readonly wrapper?: Wrapper;
}

/**
 * A node inside a wrapper: the terminal of this index in `DeviceDescription.terminals` (one more is the thermal node), or a node of
 * the subcircuit's own by name; `0` is ground.
 */
export type WrapperNode = number | string;

/** The circuit that a design kit's subcircuit is, flattened, with numbers for one instance and one temperature. */
export interface Wrapper {
  /** Name of the subcircuit. */
  readonly name: string;
  /** Nodes on the element line of the device whose model is tuned. */
  readonly nodes: readonly WrapperNode[];
  /** Everything else in it. */
  readonly elements: readonly WrapperElement[];
  /** Models of the elements, but for the one that is tuned. */
  readonly models: readonly ModelCard[];
}

export interface WrapperElement {
  /** Where it is in the subcircuit, such as `x1.rd`. */
  readonly name: string;
  /** First letter of its SPICE element line: r, c, l, d, q, m, j, n, v, i, e, f, g or h. */
  readonly kind: string;
  readonly nodes: readonly WrapperNode[];
  /** Index in `Wrapper.models`; `tuned` for an element that uses the tuned model too. */
  readonly model?: number | 'tuned';
  /** Of f and h: index in `Wrapper.elements` of the voltage source whose current controls it. */
  readonly control?: number;
  /** What is on the line without a name: ohms, farads, henries, volts, amperes, or a gain. */
  readonly value?: number;
  /** What is on it by name, SI units. */
  readonly params: Readonly<Record<string, number>>;
}

/**
 * Options of a design kit that change numbers, by name in lower case: `scale` (of lengths on element lines), `tnom` (degrees Celsius),
 * `gmin` (S), `defl`, `defw` (m), `defad`, `defas` (m^2).
 */
export type CircuitOptions = Readonly<Record<string, number>>;

/** What a value becomes on the card of another temperature: `value * factor + add`. */
export interface ParameterShift {
  readonly factor: number;
  readonly add: number;
}

/** By instance, then by parameter: how a parameter that a library computes from the temperature follows its value at the first temperature. */
export type ParameterShifts = Readonly<Record<string, Readonly<Record<string, ParameterShift>>>>;

/** What a library makes of a task: what changes with those tunables that are not parameters of the model card. */
export interface LibraryCircuit {
  readonly card: ModelCard;
  readonly cards?: Readonly<Record<string, ModelCard>>;
  readonly instances: readonly DeviceInstance[];
  readonly shifts?: ParameterShifts;
}

/** What a terminal is driven with: a voltage to ground (V) or a current into the node (A), one value a point. */
export interface TerminalDrive {
  readonly terminal: string;
  readonly quantity: 'v' | 'i';
  readonly values: Float64Array;
}

/** `i`: current into terminal `node` (A); `v`: voltage of `node` (V); `c`: capacitance between `hi` and `lo` (F). */
export interface MeasuredVector {
  readonly column: string;
  readonly kind: 'i' | 'v' | 'c';
  readonly node?: string;
  readonly hi?: readonly string[];
  readonly lo?: readonly string[];
  /** Points with |measured| below this are simulated but not scored. Same unit as the values, greater than 0. */
  readonly floor: number;
  readonly values: Float64Array;
  /** One per point, from 0, times the curve's weight; 0: simulated, but not scored. All 1 when left out. */
  readonly weights?: Float64Array;
}

/** One measured sweep at fixed other biases, geometry and temperature. */
export interface Curve {
  /** Unique in its task, stable between loads. */
  readonly id: string;
  /** `idvg`, `idvd`, `gummel`, `cv`, `iv`, … */
  readonly kind: string;
  /** Id of a `DeviceInstance`. */
  readonly instance: string;
  readonly temperatureC: number;
  readonly split: CurveSplit;
  /** Name of the swept column, for axes. */
  readonly sweep: string;
  /** Swept values in V (or A), one per point. */
  readonly x: Float64Array;
  /** One per device terminal, in `terminals` order, each as long as `x`. */
  readonly drives: readonly TerminalDrive[];
  /** At least one, each as long as `x`. */
  readonly measured: readonly MeasuredVector[];
  /** Small-signal frequency in Hz, for capacitances. */
  readonly frequency?: number;
  /** Weight of its residuals, greater than 0; 1 unless the task says otherwise. */
  readonly weight: number;
  /** Where it came from, `file:line`. */
  readonly source: string;
}

/** A parameter that is extracted, as a task states it. */
export interface TunableParameter extends ProblemParameter {
  /** What it is a parameter of: the subcircuit around the device, or the library; the model card when left out. */
  readonly of?: 'wrapper' | 'library';
}

export interface TaskModel {
  /** Such as `BSIM4 (version 4.5)`. */
  readonly family: string;
  readonly level?: number;
  /** Simulator the task was made with, `none-here` where none of ours can run it. */
  readonly simulator?: string;
  readonly card: ModelCard;
  /** Cards of instances that do not take `card`, by instance: bins of one model. Parameters are set on all of them. */
  readonly cards?: Readonly<Record<string, ModelCard>>;
  /** Parameters that follow the temperature as the library says; none when left out. */
  readonly shifts?: ParameterShifts;
  /** Options of the library the card comes from; none when left out. */
  readonly options?: CircuitOptions;
  /** The same library for other values of the tunables with an `of`; left out where no tunable has one. */
  readonly resolve?: (values: Readonly<Record<string, number>>) => LibraryCircuit;
}

/** One extraction job. */
export interface Task {
  readonly id: string;
  readonly title: string;
  readonly device: DeviceDescription;
  readonly model: TaskModel;
  /** Absolute paths of compiled Verilog-A models (OSDI libraries) that a simulator must load first; none when left out. */
  readonly libraries?: readonly string[];
  readonly instances: readonly DeviceInstance[];
  readonly curves: readonly Curve[];
  readonly tunables: readonly TunableParameter[];
  /** Implicit constraints; see `ExtractionProblem.constraints`. */
  readonly constraints?: readonly string[];
  /** What the task says of itself. */
  readonly notes: readonly string[];
  /** What was found out when its card and measured files were read: marks left out, conversions, doubts about a file. */
  readonly remarks?: readonly string[];
  /** `measured` on silicon, or `generated` by simulation. */
  readonly origin: 'measured' | 'generated';
  /** Folder or generator seed it came from. */
  readonly source: string;
}
