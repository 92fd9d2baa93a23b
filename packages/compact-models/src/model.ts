import type { CardValues } from '@evospice/contracts';

/**
 * Function of a stage of the equations over arrays: `q` what was prepared for the instance, `v` node voltages (V), both in the order of
 * `GeneratedCode.prepared` and `nodes`; the other arrays are filled.
 */
export interface DifferentiatedStage {
  /** `f`: flow or charge of each node. */
  readonly value: (q: Float64Array, v: Float64Array, f: Float64Array) => void;
  /** Also `j`: row i, column k holds the derivative of flow i by voltage k, row after row. */
  readonly jacobian: (q: Float64Array, v: Float64Array, f: Float64Array, j: Float64Array) => void;
  /** `df`: change of each flow along the change `d` of the voltages. */
  readonly tangent: (q: Float64Array, v: Float64Array, d: Float64Array, df: Float64Array) => void;
  /** Also the gradient of the sum of the flows weighted by `w`: `qs` by what was prepared, `vs` by the voltages. */
  readonly adjoint: (q: Float64Array, v: Float64Array, w: Float64Array, f: Float64Array, qs: Float64Array, vs: Float64Array) => void;
  /** Gradient of the sum of `tangent`'s changes along `d`, weighted by `w`: `qs` by what was prepared, `vs` by the voltages. */
  readonly second: (q: Float64Array, v: Float64Array, d: Float64Array, w: Float64Array, qs: Float64Array, vs: Float64Array) => void;
}

/** What `tools/differentiate` writes for a family; the lists name the places of the arrays. */
export interface GeneratedCode {
  readonly card: readonly string[];
  readonly geometry: readonly string[];
  /** Out of `temperature` (K), `temperatureC` and `gmin` (S). */
  readonly ambient: readonly string[];
  readonly prepared: readonly string[];
  readonly nodes: readonly string[];
  readonly prepare: (p: Float64Array, g: Float64Array, a: Float64Array, q: Float64Array) => void;
  /** `dq`: change of what is prepared along the change `d` of the card. */
  readonly prepareTangent: (p: Float64Array, g: Float64Array, a: Float64Array, d: Float64Array, dq: Float64Array) => void;
  readonly evaluate: DifferentiatedStage;
  /** Absent for a family without charges. What is `held` in it is constant to a small signal. */
  readonly store?: DifferentiatedStage;
  /** Flows whose slopes are ngspice's small-signal conductances, where these are not the slopes of `evaluate`. */
  readonly respond?: Pick<DifferentiatedStage, 'jacobian' | 'second'>;
}

/** A value of the model card. */
export interface CompactParameter {
  /** Lower case, as ngspice names it. */
  readonly name: string;
  readonly unit?: string;
  /**
   * What ngspice takes where the card does not state it. `none`: absent; the equations see 0, and 0 in the field `…Given`, and say
   * themselves what follows. A name: the value of that other parameter, so that derivatives by it are complete. A rule sees what was
   * filled in so far, in the order of the list, and is for values that are never extracted.
   */
  readonly default: number | 'none' | { readonly sameAs: string } | ((card: CardValues) => number);
  readonly aliases?: readonly string[];
}

/** A value of the instance; `none`: absent, see `CompactParameter.default`. */
export interface GeometryParameter {
  readonly name: string;
  readonly default: number | 'none';
  readonly aliases?: readonly string[];
  /** The values of a switch that the equations have; any where it is left out. */
  readonly allowed?: readonly number[];
}

/** A node that the circuit does not see. */
export interface InternalNode {
  readonly name: string;
  /** An earlier node. Where this one is not present it is that node itself; without, its voltage is then 0. */
  readonly onto?: string;
  /** Prepared value that is 0 where the node is not present; without, it always is. */
  readonly present?: string;
  /** A temperature rise (K) and a heat flow (W): the sign of a p type does not touch it. */
  readonly thermal?: boolean;
}

/** What a card says that the equations do not have. */
export interface UnsupportedOption {
  readonly parameter: string;
  readonly value: number | string;
  readonly reason: string;
}

export interface ModelIdentity {
  /** As `ProblemModel.type`. */
  readonly type: string;
  readonly level?: number;
  readonly version?: string;
}

export interface CompleteCard {
  /** In the order of `GeneratedCode.card`. */
  readonly card: Float64Array;
  readonly unsupported: readonly UnsupportedOption[];
}

/** The equations of one family with the names of its card and its nodes. */
export interface ModelFamily {
  readonly name: 'bsim4' | 'bsim3' | 'diode' | 'gummel-poon' | 'vbic' | 'hicum' | 'jfet' | 'vdmos';
  /** As `ExtractionProblem.curves[].drives` names them; the first nodes of the equations. */
  readonly terminals: readonly string[];
  /** The nodes of the equations after the terminals. */
  readonly internalNodes: readonly InternalNode[];
  readonly parameters: readonly CompactParameter[];
  readonly geometry: readonly GeometryParameter[];
  /** Whether a card of this kind belongs to the family, and with which sign: +1 for n types, -1 for p types. */
  accepts(deviceKind: string, identity: ModelIdentity): 1 | -1 | undefined;
  /** Fills in defaults, aliases and given flags, and names what the equations do not have. */
  complete(values: CardValues, identity: ModelIdentity): CompleteCard;
  /** Places of the card that take the value of a parameter; `cardPlaces` when left out. */
  places?(values: CardValues, parameter: string): readonly number[];
  readonly code: GeneratedCode;
}
