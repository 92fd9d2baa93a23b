import { EvospiceError, probesOf, type CompactCurves, type Curve, type ModelCard, type PhysicsRule, type ProbedCurve, type Task } from '@evospice/contracts';
import { compactProblemOf } from '@evospice/device';

export type CompactCurvesOf = (problem: ReturnType<typeof compactProblemOf>) => CompactCurves | undefined;

/** Equations of a device, prepared for one card. */
interface Equations {
  readonly card: ModelCard;
  readonly curves: CompactCurves;
}

/** Computes the probes of rules on instances of one task that share a card. */
export class Prober {
  /** Curves that the rules ask for, each once. */
  readonly plan: readonly Curve[];
  readonly #task: Task;
  readonly #compact: CompactCurvesOf | undefined;
  /** A reason in place of equations where there are none. */
  #equations: Equations | string | undefined;

  constructor(task: Task, rules: readonly PhysicsRule[], compact: CompactCurvesOf | undefined) {
    this.plan = compact === undefined ? [] : probesOf(rules, task);
    this.#task = task;
    this.#compact = compact;
  }

  /** What the compact model makes of the probes; undefined without probes, or where no family has the device. */
  answer(card: ModelCard): readonly ProbedCurve[] | undefined {
    if (this.plan.length === 0) return undefined;
    const equations = this.#equationsFor(card);
    if (typeof equations === 'string') return undefined;
    try {
      const found = equations.curves.predict([], { values: changes(equations.card, card) });
      return this.plan.map((curve, index) => ({ curve, vectors: found[index]! }));
    } catch (error) {
      // A value that the equations refuse: rules over cards name it.
      if (EvospiceError.is(error, 'COMPACT_MODEL_VALUE')) return undefined;
      throw error;
    }
  }

  /** Why no compact model answers for a card; undefined where one does. */
  refusal(card: ModelCard): string | undefined {
    if (this.plan.length === 0) return undefined;
    const equations = this.#equationsFor(card);
    return typeof equations === 'string' ? equations : undefined;
  }

  #equationsFor(card: ModelCard): Equations | string {
    // Other parameters on the card may ask for other equations; other values of the same ones do not.
    const known = this.#equations;
    if (known !== undefined && (typeof known === 'string' || sameNames(known.card, card))) return known;
    return (this.#equations = this.#prepare(card));
  }

  #prepare(card: ModelCard): Equations | string {
    const { device, instances, libraries = [], model, id } = this.#task;
    if (libraries.length > 0 || instances.some(({ wrapper }) => wrapper !== undefined)) return 'the device is inside a subcircuit or a compiled model';
    try {
      const curves = this.#compact?.(compactProblemOf({ id, device, instances, card, parameters: [], curves: this.plan, ...(model.options === undefined ? {} : { options: model.options }) }));
      if (curves === undefined) return `no compact model has a ${device.kind} of type ${card.type}, level ${card.text('level') ?? 'not stated'}`;
      const [missing] = curves.unsupported;
      return missing === undefined ? { card, curves } : `the compact model ${curves.family} does not have ${missing.parameter} = ${missing.value} (${missing.reason})`;
    } catch (error) {
      if (EvospiceError.is(error, 'SIMULATOR_TESTBENCH') || EvospiceError.is(error, 'COMPACT_MODEL_VALUE')) return error.message;
      throw error;
    }
  }
}

function sameNames(one: ModelCard, other: ModelCard): boolean {
  return one === other || (one.type === other.type && one.names().join(' ') === other.names().join(' ') && one.text('version') === other.text('version') && one.value('level') === other.value('level'));
}

function changes(from: ModelCard, to: ModelCard): Record<string, number> {
  if (from === to) return {};
  return Object.fromEntries(to.names().flatMap((name): [string, number][] => {
    const value = to.value(name);
    return value === undefined || value === from.value(name) ? [] : [[name, value]];
  }));
}
