import type { RandomSource } from '@evospice/contracts';
import type { AssignedColumns } from '../columns/assign-columns.ts';
import { plainNumber } from '../plain-number.ts';
import type { Source } from '../source.ts';
import type { ProposedEntry } from '../task-document.ts';
import type { CurveShape } from './curve-shape.ts';
import { heldOut, rangesOf, type SplitMode } from './hold-out.ts';
import type { Floor } from './noise.ts';

/** A source with all that is known of it. */
export interface KnownSource {
  readonly source: Source;
  readonly assigned: AssignedColumns;
  readonly shape: CurveShape;
  readonly instance: string;
  readonly temperatureC: number;
  readonly frequency?: number;
  readonly network?: Readonly<Record<string, unknown>>;
  readonly floors: Readonly<Record<string, Floor>>;
  /** Rows of all its entries. */
  readonly keep?: ProposedEntry['keep'];
}

export interface SplitEntries {
  readonly entries: readonly ProposedEntry[];
  /** How the split was made, for people. */
  readonly note: string;
}

/** Fewest geometries from which one is held out without being asked: with fewer, each is needed for the fit. */
const fewestGeometries = 4;
/** Degrees Celsius at which cards hold: its curves are needed for the fit. */
const nominal = 27;

/** Entries with what is held out of the fit: whole geometries, whole temperatures, or curves at inner biases. */
export function entriesOf(known: readonly KnownSource[], instances: readonly { readonly id: string; readonly params: Readonly<Record<string, number>> }[], mode: SplitMode, random: RandomSource): SplitEntries {
  const temperatures = [...new Set(known.map(({ temperatureC }) => temperatureC))].toSorted((a, b) => a - b);
  const sizes = instances.toSorted((a, b) => (a.params['l'] ?? 0) - (b.params['l'] ?? 0) || (a.params['w'] ?? 0) - (b.params['w'] ?? 0)).map(({ id }) => id);
  const chosen = mode !== 'auto' ? mode : sizes.length >= fewestGeometries ? 'geometry' : temperatures.length >= 3 ? 'temperature' : 'bias';
  const outside = <T>(values: readonly T[], of: (each: KnownSource) => T, name: (value: T) => string, needed?: (value: T) => boolean): SplitEntries | undefined => {
    const held = heldOut(values, random, needed);
    if (held.length === 0) return undefined;
    return { entries: known.map((each) => entryOf(each, held.includes(of(each)) ? 'validate' : 'train')), note: `Held out of the fit, to judge it by: ${held.map(name).join(', ')}.` };
  };
  const whole = chosen === 'geometry' ? outside(sizes, ({ instance }) => instance, (id) => `the geometry ${id}`)
    : chosen === 'temperature' ? outside(temperatures, ({ temperatureC }) => temperatureC, (value) => `the curves at ${value} degrees Celsius`, (value) => Math.abs(value - nominal) < 5) : undefined;
  if (whole !== undefined) return whole;
  const die = chosen === 'die' ? byDie(known, random) : undefined;
  if (die !== undefined) return die;
  if (chosen === 'bias') return byBias(known, random);
  return { entries: known.map((each) => entryOf(each, 'train')), note: mode === 'none' ? 'Nothing is held out of the fit, as was asked for.' : `Nothing is held out of the fit: there are too few to hold one of them out.` };
}

/** What a file measures, on which device and at which biases; those of several dies have the same. */
export function sweepKey({ assigned, shape, instance, temperatureC }: KnownSource): string {
  return JSON.stringify([instance, temperatureC, shape.kind, assigned.measure, shape.outer.map((name) => [name, ...new Set(assigned.valuesOf(name))])]);
}

/** One of several dies held out: the first files with the same sweeps are one die, the second ones another. */
function byDie(known: readonly KnownSource[], random: RandomSource): SplitEntries | undefined {
  const seen = new Map<string, number>();
  const dies = known.map((each) => {
    const die = seen.get(sweepKey(each)) ?? 0;
    seen.set(sweepKey(each), die + 1);
    return die;
  });
  const count = Math.max(...dies) + 1;
  if (count < 2) return undefined;
  const held = random.integer(0, count - 1);
  return {
    entries: known.map((each, index) => entryOf(each, dies[index] === held ? 'validate' : 'train')),
    note: `Held out of the fit, to judge it by: the die of ${known.filter((_, index) => dies[index] === held).map(({ source }) => source.name).join(', ')}.`,
  };
}

function byBias(known: readonly KnownSource[], random: RandomSource): SplitEntries {
  const notes: string[] = [];
  const entries = known.flatMap((each): readonly ProposedEntry[] => {
    const biases = each.shape.outer.map((name) => ({ name, values: [...new Set(each.assigned.valuesOf(name))].filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b) }));
    const most = Math.max(0, ...biases.map(({ values }) => values.length));
    const several = biases.filter(({ values }) => values.length === most && most >= 3);
    const bias = several[several.length < 2 ? 0 : random.integer(0, several.length - 1)];
    if (bias === undefined) return [entryOf(each, 'train')];
    const held = heldOut(bias.values, random);
    notes.push(`${bias.name} = ${held.map(plainNumber).join(', ')} of ${each.source.name}`);
    return rangesOf(bias.values, held).map(({ low, high, split }) => entryOf(each, split, { [bias.name]: [low, high] }));
  });
  return {
    entries,
    note: notes.length === 0 ? 'Nothing is held out of the fit: no file has three curves or more at different biases.' : `Held out of the fit, to judge it by: the curves at ${notes.join('; ')}.`,
  };
}

function entryOf({ source, assigned, shape, instance, temperatureC, frequency, network, floors, keep: always = {} }: KnownSource, split: 'train' | 'validate', keep: ProposedEntry['keep'] = {}): ProposedEntry {
  const kept = { ...always, ...keep };
  return {
    files: source.files, format: source.format, instance, temperatureC, curve: shape.kind, sweep: shape.sweep, block: shape.block, bias: assigned.bias,
    measure: assigned.measure.map((each) => ({ ...each, floor: floors[each.col]! })), columns: assigned.columns, split,
    ...(frequency === undefined ? {} : { frequency }), ...(network === undefined ? {} : { network }), ...(Object.keys(kept).length === 0 ? {} : { keep: kept }),
  };
}
