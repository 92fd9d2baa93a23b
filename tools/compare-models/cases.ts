import { defined, type Curve, type DeviceInstance, type MeasuredVector, type ModelCard, type TerminalDrive, type Testbench } from '@evospice/contracts';
import { genericDevice, NgspiceDialect } from '../../packages/device/src/index.ts';
import { createRandom } from '../../packages/toolbox/src/index.ts';
import type { Bias, Drawn, FamilyPlan, Sweep, Variant } from './families/plan.ts';
import type { ComparedFamily } from './families/index.ts';

/** Cards that share a circuit, and what is compared of them. */
export interface Case {
  readonly name: string;
  readonly testbench: Testbench;
  readonly candidates: readonly (readonly number[])[];
}

const points = 25;
const roomC = 27;

/**
 * Random cards of a family, evenly over its variants: every tunable parameter of the generic device, and those of the variant, drawn evenly
 * over its bounds.
 */
export function randomCases(family: ComparedFamily, plan: FamilyPlan, cards: number, seed: number): readonly Case[] {
  const random = createRandom(seed);
  return plan.variants.map((variant, index) => {
    const own = random.split();
    const testbench = testbenchOf(family, plan, variant);
    const bounds = boundsOf(family, variant);
    const count = Math.floor(cards / plan.variants.length) + (index < cards % plan.variants.length ? 1 : 0);
    const candidates = Array.from({ length: count }, () => testbench.parameters.map((name) => drawn(bounds.get(name) as Drawn, own.next())));
    return { name: variant.name, testbench, candidates };
  });
}

/** Draws of the parameters a public task tunes, after its start. */
export function publicCandidates(parameters: readonly (Drawn & { readonly start: number })[], cards: number, seed: number): readonly (readonly number[])[] {
  const random = createRandom(seed);
  return [parameters.map(({ start }) => start), ...Array.from({ length: cards }, () => parameters.map((parameter) => drawn(parameter, random.next())))];
}

function drawn({ lower, upper, scale }: Drawn, position: number): number {
  return Number((scale === 'log' ? lower * (upper / lower) ** position : lower + (upper - lower) * position).toPrecision(6));
}

function boundsOf(family: ComparedFamily, { drawn: more = [], polarity = 'n' }: Variant): ReadonlyMap<string, Drawn> {
  return new Map([...genericDevice(family, polarity).tunables, ...more].map((tunable) => [tunable.name, tunable]));
}

function testbenchOf(family: ComparedFamily, plan: FamilyPlan, variant: Variant): Testbench {
  const { polarity = 'n', values = {}, thermalNode } = variant;
  const generic = genericDevice(family, polarity);
  const sign = polarity === 'p' ? -1 : 1;
  const parsed = new NgspiceDialect().parse(generic.card, { file: `generic ${family} card`, model: generic.model.name });
  const parameters = [...boundsOf(family, variant).keys()];
  // A parameter that is altered is on the card from the beginning, as ngspice remembers what was given.
  const absent = parameters.filter((name) => parsed.value(name) === undefined);
  const card: ModelCard = parsed.with({ ...Object.fromEntries(absent.map((name) => [name, boundsOf(family, variant).get(name)!.lower])), ...values });
  const instances = (plan.instances ?? generic.instances.map(({ params }) => params)).map((params, index): DeviceInstance => ({ id: `size ${index + 1}`, params, info: {} }));
  const { terminals } = generic.device;
  const curves = instances.flatMap(({ id }) => (variant.temperaturesC ?? plan.temperaturesC).flatMap((temperatureC) => (variant.sweeps ?? plan.sweeps).flatMap((sweep) =>
    combinations(sweep.bias).map((bias): Curve => curveOf(plan, sweep, bias, { terminals, sign, id, temperatureC })))));
  return {
    id: `${family}, ${variant.name}`, device: { ...generic.device, ...defined({ thermalNode }) }, instances, curves, card, parameters,
  };
}

/** One value for each terminal: the product of all that are given in turn. */
function combinations(bias: Readonly<Record<string, Bias>>): readonly Readonly<Record<string, number | { readonly force: number } | { readonly follow: string }>>[] {
  return Object.entries(bias).reduce<readonly Readonly<Record<string, number | { readonly force: number } | { readonly follow: string }>>[]>((all, [terminal, given]) => {
    const each = typeof given === 'number' ? [given] : Array.isArray(given) ? given as readonly number[] : 'force' in given ? given.force.map((force) => ({ force })) : [given];
    return all.flatMap((other) => each.map((one) => ({ ...other, [terminal]: one })));
  }, [{}]);
}

interface Place {
  readonly terminals: readonly string[];
  readonly sign: 1 | -1;
  readonly id: string;
  readonly temperatureC: number;
}

function curveOf(plan: FamilyPlan, sweep: Sweep, bias: ReturnType<typeof combinations>[number], { terminals, sign, id, temperatureC }: Place): Curve {
  const x = Float64Array.from({ length: points }, (_, index) => sign * Number((sweep.from + ((sweep.to - sweep.from) * index) / (points - 1)).toFixed(5)));
  const drives = terminals.map((terminal): TerminalDrive => {
    const own = bias[terminal];
    if (terminal === sweep.sweep || (typeof own === 'object' && 'follow' in own)) return { terminal, quantity: 'v', values: x.slice() };
    if (typeof own === 'object') return { terminal, quantity: 'i', values: new Float64Array(points).fill(sign * own.force) };
    return { terminal, quantity: 'v', values: new Float64Array(points).fill(sign * (own ?? 0)) };
  });
  const measured = sweep.measure.map((measure): MeasuredVector => (
    { ...measure, column: measure.kind === 'c' ? `c${measure.hi.join('')}_${measure.lo.join('')}` : `${measure.kind}${measure.node}`, floor: plan.floor[measure.kind], values: new Float64Array(points) }));
  const constants = Object.entries(bias).map(([terminal, value]) => `${terminal}=${typeof value === 'object' ? ('force' in value ? `${value.force}A` : value.follow) : value}`);
  return {
    id: `${sweep.kind}/${constants.join(' ')}/${temperatureC}C/${id}`, kind: sweep.kind, instance: id, temperatureC, split: 'train', sweep: `v${sweep.sweep}`, x, drives, measured,
    ...defined({ frequency: sweep.frequency }), weight: 1, source: 'compare-models',
  };
}

/** Whether a curve is at the temperature at which most cards hold. */
export const isRoom = (curve: Curve): boolean => Math.abs(curve.temperatureC - roomC) < 5;
