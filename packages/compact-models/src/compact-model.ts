import { EvospiceError, type CardValues } from '@evospice/contracts';
import { completeGeometry } from './card.ts';
import { VaryingCard } from './curves/cards.ts';
import { families } from './families/index.ts';
import type { ModelFamily, ModelIdentity, UnsupportedOption } from './model.ts';
import { ambientValues, prepareInstance, sensitivitiesOf, type PreparedInstance, type Sensitivities } from './solve/instance.ts';
import { Outputs } from './solve/outputs.ts';

export interface InstanceOptions {
  /** Values of the card by which derivatives are wanted; each is one that it states. */
  readonly parameters?: readonly string[];
  /** ngspice's smallest conductance across a junction, S; 1e-12 when left out. */
  readonly gmin?: number;
  /** Computes without what the equations do not have, in place of an error. */
  readonly approximate?: boolean;
}

/** A device at a temperature. Biases are the voltages of the terminals, in their order, V. */
export interface CompactInstance {
  /**
   * Current into each terminal, A.
   * @throws EvospiceError `COMPACT_MODEL_NOT_SOLVED` where no solution was found for the inner nodes
   */
  currents(bias: ArrayLike<number>, out?: Float64Array): Float64Array;
  /**
   * Currents with exact derivatives: row t of `byBias` has those of the current into terminal t by each terminal's voltage (S), row t of
   * `byParameter` those by each of `InstanceOptions.parameters` (A per its unit).
   * @throws EvospiceError as `currents`
   */
  differentiate(bias: ArrayLike<number>): { readonly currents: Float64Array; readonly byBias: readonly Float64Array[]; readonly byParameter: readonly Float64Array[] };
  /**
   * Capacitance between two groups of terminals, F, as a meter measures it: imaginary part of the admittance at `frequency` (Hz) over
   * 2 pi times it, every other terminal held; series resistances take part. With its derivatives by parameter.
   * @throws EvospiceError as `currents`; `COMPACT_MODEL_UNSUPPORTED` for a family without charges
   */
  capacitance(bias: ArrayLike<number>, hi: readonly string[], lo: readonly string[], frequency: number): { readonly value: number; readonly byParameter: Float64Array };
}

/** The equations that belong to a model card. */
export interface CompactModel {
  readonly family: ModelFamily['name'];
  readonly terminals: readonly string[];
  readonly parameters: ModelFamily['parameters'];
  /** What of these values the equations do not have. */
  unsupported(values: CardValues): readonly UnsupportedOption[];
  /**
   * @param geometry values of the instance by name, as on its element line
   * @throws EvospiceError `COMPACT_MODEL_UNSUPPORTED` for what the equations do not have; `COMPACT_MODEL_VALUE` for values that they cannot take
   */
  instance(values: CardValues, geometry: CardValues, temperatureC: number, options?: InstanceOptions): CompactInstance;
}

/** The compact model of a device's card; undefined where no family covers it. */
export function compactModel({ deviceKind, ...identity }: ModelIdentity & { readonly deviceKind: string }, known: readonly ModelFamily[] = families): CompactModel | undefined {
  for (const family of known) {
    const sign = family.accepts(deviceKind, identity);
    if (sign === undefined) continue;
    return {
      family: family.name,
      terminals: family.terminals,
      parameters: family.parameters,
      unsupported: (values) => family.complete(values, identity).unsupported,
      instance: (values, geometry, temperatureC, options = {}) => createInstance(family, identity, sign, values, geometry, temperatureC, options),
    };
  }
  return undefined;
}

function createInstance(
  family: ModelFamily, identity: ModelIdentity, sign: 1 | -1, values: CardValues, geometry: CardValues, temperatureC: number, options: InstanceOptions,
): CompactInstance {
  const { parameters = [], gmin = 1e-12, approximate = false } = options;
  const stated = new VaryingCard(family, identity, values);
  const size = completeGeometry(family.geometry, family.code.geometry, geometry);
  const missing = [...stated.unsupported, ...size.unknown.map((parameter) => ({ parameter, value: geometry[parameter]!, reason: 'the equations do not have this value of an instance' }))];
  if (missing.length > 0 && !approximate) {
    const [{ parameter, value, reason }] = missing as [UnsupportedOption];
    throw new EvospiceError('COMPACT_MODEL_UNSUPPORTED', `${family.name}: ${parameter} = ${value}: ${reason}`, {
      received: missing, remedy: 'set approximate to compute without it, or simulate',
    });
  }
  const absent = parameters.find((name) => values[name] === undefined);
  if (absent !== undefined) throw new EvospiceError('COMPACT_MODEL_VALUE', `the card does not state ${absent}, so there is not a derivative by it`, { received: absent });
  const numbers = parameters.map((name) => values[name]!);
  const card = stated.with(parameters, numbers);
  const ambient = ambientValues(family.code, temperatureC, gmin);
  const prepared = prepareInstance(family, card, size.values, ambient);
  const broken = prepared.q.findIndex(Number.isNaN);
  if (broken >= 0) {
    throw new EvospiceError('COMPACT_MODEL_VALUE', `${family.name}: these values make ${family.code.prepared[broken]} undefined`, {
      received: { values, geometry, temperatureC }, expected: 'values inside the range of the model',
    });
  }
  const sensitivities = sensitivitiesOf(family.code, card, size.values, ambient, parameters.map((_, k) => stated.change(parameters, numbers, k)));
  return new Instance(family, sign, prepared, sensitivities);
}

class Instance implements CompactInstance {
  private readonly family: ModelFamily;
  private readonly sign: 1 | -1;
  private readonly sensitivities: Sensitivities;
  private readonly device: Outputs;
  private readonly given: Float64Array;

  constructor(family: ModelFamily, sign: 1 | -1, prepared: PreparedInstance, sensitivities: Sensitivities) {
    this.family = family;
    this.sign = sign;
    this.sensitivities = sensitivities;
    this.device = new Outputs(family.code);
    this.given = new Float64Array(family.terminals.length);
    this.device.begin(prepared, family.terminals.map(() => false), family.terminals.length);
  }

  currents(bias: ArrayLike<number>, out: Float64Array = new Float64Array(this.given.length)): Float64Array {
    this.solve(bias);
    this.device.evaluate();
    for (let t = 0; t < out.length; t++) out[t] = this.sign * this.device.current(t);
    return out;
  }

  differentiate(bias: ArrayLike<number>): { currents: Float64Array; byBias: readonly Float64Array[]; byParameter: readonly Float64Array[] } {
    this.solve(bias);
    const terminals = this.given.length;
    const row = (length: number) => Array.from({ length: terminals }, () => new Float64Array(length));
    const [byBias, byParameter] = [row(terminals), row(this.sensitivities.starts.length - 1)];
    const currents = Float64Array.from(byBias, (_, t) => {
      const current = this.sign * this.device.currentGradient(t, this.sensitivities, this.sign, byParameter[t]!, 0, byBias[t]);
      // Both the current and the voltage are turned around, so what was turned once is turned back.
      for (let k = 0; k < terminals; k++) byBias[t]![k] = this.sign * byBias[t]![k]!;
      return current;
    });
    return { currents, byBias, byParameter };
  }

  capacitance(bias: ArrayLike<number>, hi: readonly string[], lo: readonly string[], frequency: number): { value: number; byParameter: Float64Array } {
    const { terminals, code, name } = this.family;
    if (code.store === undefined) throw new EvospiceError('COMPACT_MODEL_UNSUPPORTED', `${name}: the equations do not have charges`);
    const strange = [...hi, ...lo].find((each) => !terminals.includes(each));
    if (strange !== undefined) throw new EvospiceError('COMPACT_MODEL_VALUE', `${name} does not have a terminal "${strange}"`, { received: strange, expected: terminals.join(', ') });
    this.solve(bias);
    this.device.linearize();
    const group = (names: readonly string[]) => Uint8Array.from(terminals, (terminal) => Number(names.includes(terminal)));
    const byParameter = new Float64Array(this.sensitivities.starts.length - 1);
    return { value: this.device.capacitanceGradient(group(hi), group(lo), frequency, this.sensitivities, 1, byParameter, 0), byParameter };
  }

  private solve(bias: ArrayLike<number>): void {
    for (let t = 0; t < this.given.length; t++) this.given[t] = this.sign * bias[t]!;
    if (!this.device.point.solve(this.given)) {
      throw new EvospiceError('COMPACT_MODEL_NOT_SOLVED', `${this.family.name}: no solution was found for the inner nodes`, {
        received: Object.fromEntries(this.family.terminals.map((terminal, t) => [terminal, bias[t]!])), remedy: 'values or biases far outside a device’s range have none',
      });
    }
  }
}
