import {
  EvospiceError, type Candidate, type CardValues, type CompactCurves, type CompactDerivatives, type CompactRequest,
} from '@evospice/contracts';
import { completeGeometry } from '../card.ts';
import { families } from '../families/index.ts';
import type { ModelFamily, ModelIdentity, UnsupportedOption } from '../model.ts';
import { ambientValues, prepareInstance, sensitivitiesOf, type PreparedInstance, type Sensitivities } from '../solve/instance.ts';
import { Outputs } from '../solve/outputs.ts';
import { VaryingCard } from './cards.ts';
import { planCurves, type PlannedCurve } from './plan.ts';
import type { CompactProblem } from './problem.ts';

/** Options of a circuit that change how a solver goes about it, not what the equations say. */
const numerical = /^(?:abstol|reltol|vntol|chgtol|itl\d|method|maxord|pivtol|pivrel|trtol|temp|gmin.+|num_threads)$/u;

/** A value of the instance: 1 where the device has a thermal node. Families that heat by their card alone do without it. */
const THERMAL_NODE = 'thermalNode';

/** A device of the problem: its card, size and temperature. */
interface Place {
  readonly card: string;
  readonly geometry: Float64Array;
  readonly ambient: Float64Array;
}

/** How far an answer has come. */
interface Progress {
  /** Whether one point without a solution makes the rest not worth looking for. */
  readonly whole: boolean;
  /** Whether there was such a point. */
  failed: boolean;
}

interface Values {
  readonly names: readonly string[];
  readonly values: readonly number[];
}

/**
 * Curves of a problem from its compact model; undefined where no family covers its device and model. Equations are those of an n type;
 * a p type's voltages and currents are turned around on the way in and out.
 */
export function compactCurves(problem: CompactProblem, known: readonly ModelFamily[] = families): CompactCurves | undefined {
  const { model: { type, level, version } } = problem;
  const identity: ModelIdentity = { type, ...(level === undefined ? {} : { level }), ...(version === undefined ? {} : { version }) };
  for (const family of known) {
    const sign = family.accepts(problem.device.kind, identity);
    if (sign !== undefined) return new ProblemCurves(problem, family, identity, sign);
  }
  return undefined;
}

class ProblemCurves implements CompactCurves {
  readonly family: string;
  readonly unsupported: readonly UnsupportedOption[];
  readonly covered: readonly (readonly boolean[])[];
  private readonly problem: CompactProblem;
  private readonly equations: ModelFamily;
  private readonly identity: ModelIdentity;
  private readonly sign: 1 | -1;
  private readonly plans: readonly PlannedCurve[];
  private readonly places: readonly Place[];
  /** For each curve, its device. */
  private readonly placeOf: readonly number[];
  private readonly names: readonly string[];
  private readonly cards = new Map<string, ReadonlyMap<string, VaryingCard>>();
  private readonly outputs: Outputs;

  constructor(problem: CompactProblem, family: ModelFamily, identity: ModelIdentity, sign: 1 | -1) {
    this.problem = problem;
    this.family = family.name;
    this.equations = family;
    this.identity = identity;
    this.sign = sign;
    this.names = problem.parameters.map(({ name }) => name);
    this.outputs = new Outputs(family.code);
    this.plans = planCurves(problem, family, sign);
    this.covered = this.plans.map(({ outputs }) => outputs.map((output) => output !== undefined));
    const unsupported = new Map<string, UnsupportedOption>();
    const note = (each: UnsupportedOption) => unsupported.set(`${each.parameter}=${each.value}`, each);
    const gmin = problem.model.options?.['gmin'] ?? 1e-12;
    for (const [parameter, value] of Object.entries(problem.model.options ?? {})) {
      if (parameter !== 'gmin' && !numerical.test(parameter)) note({ parameter, value, reason: 'the equations do not have this option of the circuit' });
    }
    const found = new Map<string, number>();
    const places: Place[] = [];
    const heats = family.internalNodes.some(({ thermal }) => thermal === true) && !family.geometry.some(({ name }) => name === THERMAL_NODE);
    const tells = problem.device.thermalNode === true && !heats;
    this.placeOf = problem.curves.map((curve) => {
      const card = problem.model.instances?.[curve.instance] === undefined ? '' : curve.instance;
      const key = JSON.stringify([card, curve.geometry, curve.temperatureC]);
      const at = found.get(key);
      if (at !== undefined) return at;
      const size = tells ? { ...curve.geometry, [THERMAL_NODE]: 1 } : curve.geometry;
      const { values, unknown } = completeGeometry(family.geometry, family.code.geometry, size);
      for (const parameter of unknown) note({ parameter, value: size[parameter]!, reason: 'the equations do not have this value of an instance' });
      places.push({ card, geometry: values, ambient: ambientValues(family.code, curve.temperatureC, gmin) });
      found.set(key, places.length - 1);
      return places.length - 1;
    });
    this.places = places;
    for (const card of this.cardsWith([]).values()) {
      card.find(this.names);
      card.unsupported.forEach(note);
      for (const bound of ['lower', 'upper'] as const) {
        card.unsupportedWith(Object.fromEntries(problem.parameters.flatMap((each) => (each[bound] === undefined ? [] : [[each.name, each[bound]]])))).forEach(note);
      }
    }
    this.unsupported = [...unsupported.values()];
  }

  predict(candidate: Candidate, request: CompactRequest = {}): readonly (readonly Float64Array[])[] {
    const chosen = this.chosen(request.curves);
    const { prepared } = this.prepare(chosen, this.varied(candidate, request.values));
    const progress = { whole: request.whole === true, failed: false };
    return chosen.map((index) => this.compute(index, prepared[this.placeOf[index]!]!, progress));
  }

  differentiate(candidate: Candidate, request: CompactRequest & { readonly parameters?: readonly string[] } = {}): CompactDerivatives {
    const chosen = this.chosen(request.curves);
    const parameters = request.parameters ?? this.names;
    const { prepared, sensitivities } = this.prepare(chosen, this.varied(candidate, request.values), parameters);
    const jacobian: (readonly Float64Array[])[] = [];
    const progress = { whole: request.whole === true, failed: false };
    const values = chosen.map((index) => {
      const rows = this.plans[index]!.outputs.map(() => new Float64Array(this.plans[index]!.curve.x.length * parameters.length));
      jacobian.push(rows);
      const place = this.placeOf[index]!;
      return this.compute(index, prepared[place]!, progress, { sensitivities: sensitivities[place]!, rows, width: parameters.length });
    });
    return { values, jacobian };
  }

  private compute(
    index: number, instance: PreparedInstance, progress: Progress, gradient?: { sensitivities: Sensitivities; rows: readonly Float64Array[]; width: number },
  ): readonly Float64Array[] {
    const { curve, given, driven, watched, outputs } = this.plans[index]!;
    const { outputs: device, sign } = this;
    const points = curve.x.length;
    const values = outputs.map((output) => (output === undefined ? new Float64Array(points).fill(NaN) : new Float64Array(points)));
    if (outputs.every((output) => output === undefined) || progress.failed) {
      values.forEach((each) => each.fill(NaN));
      gradient?.rows.forEach((row) => row.fill(NaN));
      return values;
    }
    device.begin(instance, driven, given.length, watched);
    const bias = new Float64Array(given.length);
    const flows = outputs.some((output) => output?.kind === 'current');
    const charges = outputs.some((output) => output?.kind === 'capacitance');
    for (let i = 0; i < points; i++) {
      for (let k = 0; k < bias.length; k++) bias[k] = given[k]![i]!;
      const solved = !progress.failed && device.point.solve(bias);
      if (!solved) progress.failed = progress.whole;
      else {
        if (gradient === undefined && flows) device.evaluate();
        if (charges) device.linearize();
      }
      for (let k = 0; k < outputs.length; k++) {
        const output = outputs[k];
        const at = i * (gradient?.width ?? 0);
        const row = gradient?.rows[k];
        if (output === undefined || !solved) {
          values[k]![i] = NaN;
          row?.fill(NaN, at, at + gradient!.width);
        } else if (output.kind === 'current') {
          values[k]![i] = sign * (row === undefined ? device.current(output.terminal) : device.currentGradient(output.terminal, gradient!.sensitivities, sign, row, at));
        } else if (output.kind === 'voltage') {
          values[k]![i] = sign * (row === undefined ? device.voltage(output.terminal) : device.voltageGradient(output.terminal, gradient!.sensitivities, sign, row, at));
        } else {
          values[k]![i] = row === undefined
            ? device.capacitance(output.hi, output.lo, output.frequency)
            : device.capacitanceGradient(output.hi, output.lo, output.frequency, gradient!.sensitivities, 1, row, at);
        }
      }
    }
    return values;
  }

  private chosen(curves: readonly string[] | undefined): readonly number[] {
    if (curves === undefined) return this.problem.curves.map((_, index) => index);
    const wanted = new Set(curves);
    const chosen = this.problem.curves.flatMap(({ id }, index) => (wanted.delete(id) ? [index] : []));
    const [strange] = wanted;
    if (strange !== undefined) {
      throw new EvospiceError('EXTRACTION_REQUEST', `the problem does not have a curve "${strange}"`, { received: strange, expected: 'ids of curves of the problem' });
    }
    return chosen;
  }

  private varied(candidate: Candidate, values: CardValues = {}): Values {
    if (candidate.length !== this.names.length || !candidate.every(Number.isFinite)) {
      throw new EvospiceError('COMPACT_MODEL_VALUE', 'the candidate is not one of the problem', {
        received: candidate, expected: `${this.names.length} finite numbers, in the order of the problem's parameters`,
      });
    }
    const strange = Object.entries(values).find(([, value]) => !Number.isFinite(value));
    if (strange !== undefined) throw new EvospiceError('COMPACT_MODEL_VALUE', `${strange[0]} is not a finite number`, { received: strange[1] });
    const all = new Map([...this.names.map((name, i): [string, number] => [name, candidate[i]!]), ...Object.entries(values)]);
    return { names: [...all.keys()], values: [...all.values()] };
  }

  /** The cards, each stating all of `names` besides its own. */
  private cardsWith(names: readonly string[], values: readonly number[] = []): ReadonlyMap<string, VaryingCard> {
    const { model } = this.problem;
    const own: readonly (readonly [string, CardValues])[] = [['', model.values], ...Object.entries(model.instances ?? {})];
    const added = names.filter((name) => own.some(([, card]) => card[name] === undefined));
    const key = added.toSorted().join(' ');
    const cached = this.cards.get(key);
    if (cached !== undefined) return cached;
    const starts = Object.fromEntries(added.map((name) => [name, values[names.indexOf(name)]!]));
    const cards = new Map(own.map(([id, card]) => [id, new VaryingCard(this.equations, this.identity, { ...starts, ...card })]));
    for (const card of cards.values()) card.find(names);
    this.cards.set(key, cards);
    return cards;
  }

  private prepare(chosen: readonly number[], varied: Values, parameters?: readonly string[]): { prepared: readonly (PreparedInstance | undefined)[]; sensitivities: readonly (Sensitivities | undefined)[] } {
    const used = new Set(chosen.map((index) => this.placeOf[index]!));
    const fields = new Map<string, { card: Float64Array; changes: readonly Float64Array[] }>();
    const cards = this.cardsWith(varied.names, varied.values);
    const fieldsOf = (id: string) => {
      const known = fields.get(id);
      if (known !== undefined) return known;
      const card = cards.get(id)!;
      const own = { card: card.with(varied.names, varied.values), changes: (parameters ?? []).map((name) => this.changeOf(card, varied, name)) };
      fields.set(id, own);
      return own;
    };
    const sensitivities: (Sensitivities | undefined)[] = [];
    const prepared = this.places.map(({ card: id, geometry, ambient }, place) => {
      if (!used.has(place)) return undefined;
      const { card, changes } = fieldsOf(id);
      if (parameters !== undefined) sensitivities[place] = sensitivitiesOf(this.equations.code, card, geometry, ambient, changes);
      return prepareInstance(this.equations, card, geometry, ambient);
    });
    return { prepared, sensitivities };
  }

  private changeOf(card: VaryingCard, { names, values }: Values, name: string): Float64Array {
    const which = names.indexOf(name);
    if (which >= 0) return card.change(names, values, which);
    const own = card.value(name);
    if (own === undefined) {
      throw new EvospiceError('COMPACT_MODEL_VALUE', `the card does not state ${name}, so there is not a derivative by it`, {
        received: name, remedy: 'state its value in the request',
      });
    }
    return card.change([...names, name], [...values, own], names.length);
  }
}
