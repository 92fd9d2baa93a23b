import type { LibraryModel } from './library-block.ts';
import type { LibraryLanguage } from './library-language.ts';
import { pdkError, type Place } from './pdk-error.ts';
import type { Scope } from './scope.ts';

/** Edges of a bin in metres; an edge the model does not state is open. */
export interface ModelBin {
  readonly model: string;
  readonly lmin: number;
  readonly lmax: number;
  readonly wmin: number;
  readonly wmax: number;
}

interface Geometry {
  readonly l: number;
  readonly w: number;
}

interface Binned {
  readonly model: LibraryModel;
  readonly bin: ModelBin;
}

export const binEdges: readonly string[] = ['lmin', 'lmax', 'wmin', 'wmax'];
/** ngspice takes a length for an edge that is less than a nanometre away (`inpgmod.c`). */
const nanometre = 1e-9;
/** Lengths closer than this are the same elsewhere; relative. */
const tolerance = 1e-9;

/** Edges of a model; undefined when it states none. */
function binOf(model: LibraryModel, scope: Scope): ModelBin | undefined {
  const edge = (name: string, open: number): number => {
    const pair = model.pairs.find((each) => each.name === name);
    return pair === undefined ? open : scope.evaluate({ text: pair.text, file: model.statement.file, line: model.statement.line });
  };
  if (!model.pairs.some(({ name }) => binEdges.includes(name))) return undefined;
  return { model: model.name, lmin: edge('lmin', 0), lmax: edge('lmax', Number.POSITIVE_INFINITY), wmin: edge('wmin', 0), wmax: edge('wmax', Number.POSITIVE_INFINITY) };
}

function binned(models: readonly LibraryModel[], scope: Scope): readonly Binned[] {
  return models.flatMap((model): readonly Binned[] => {
    const bin = binOf(model, scope);
    return bin === undefined ? [] : [{ model, bin }];
  });
}

/** Edges of those models that state any. */
export function binsOf(models: readonly LibraryModel[], scope: Scope): readonly ModelBin[] {
  return binned(models, scope).map(({ bin }) => bin);
}

/**
 * The bin of a geometry. In ngspice the first in the library that holds it, edges and a nanometre beyond them included; in HSPICE edges below
 * count as inside, edges above as outside, unless no other bin takes them.
 * @param geometry length and width of one device in metres
 * @param wanted a bin by name or number, or `nearest`, whatever the geometry
 * @throws EvospiceError `PDK_BIN` when no bin takes the geometry, or there is none of the name.
 */
export function chooseBin(models: readonly LibraryModel[], geometry: Geometry, scope: Scope, place: Place, language: LibraryLanguage, wanted?: string): Binned & { readonly outside: boolean } {
  const bins = binned(models, scope);
  const inside = binAround(bins, geometry, language);
  if (wanted !== undefined && wanted !== 'nearest') return named(bins, wanted, inside, place);
  if (inside !== undefined) return { ...inside, outside: false };
  if (wanted === 'nearest') {
    const [nearest] = bins.toSorted((a, b) => distance(a.bin, geometry) - distance(b.bin, geometry));
    if (nearest !== undefined) return { ...nearest, outside: true };
  }
  const ranges = bins.map(({ bin }) => `${bin.model}: l ${bin.lmin} to ${bin.lmax}, w ${bin.wmin} to ${bin.wmax}`);
  throw pdkError('PDK_BIN', `no bin for l=${geometry.l} w=${geometry.w}`, place, {
    received: `l=${geometry.l} w=${geometry.w}`, expected: `a geometry inside one of ${ranges.slice(0, 8).join('; ')}${ranges.length > 8 ? `; and ${ranges.length - 8} more` : ''}`,
    remedy: 'choose a geometry the models were made for, in metres, or take a bin on purpose (model.bin in task.yaml, --bin): nearest, or its name',
  });
}

function named(bins: readonly Binned[], wanted: string, inside: Binned | undefined, place: Place): Binned & { readonly outside: boolean } {
  const name = wanted.toLowerCase();
  const found = bins.find(({ bin }) => bin.model.toLowerCase() === name || bin.model.toLowerCase().endsWith(`.${name}`));
  if (found !== undefined) return { ...found, outside: found !== inside };
  throw pdkError('PDK_BIN', `there is no bin ${wanted}`, place, { received: wanted, expected: `nearest, or one of ${bins.map(({ bin }) => bin.model).join(', ')}`, remedy: 'correct the name of the bin' });
}

function binAround(bins: readonly Binned[], { l, w }: Geometry, language: LibraryLanguage): Binned | undefined {
  if (language.name === 'ngspice') return bins.find(({ bin }) => reaches(l, bin.lmin, bin.lmax) && reaches(w, bin.wmin, bin.wmax));
  return bins.find(({ bin }) => holds(l, bin.lmin, bin.lmax, false) && holds(w, bin.wmin, bin.wmax, false))
    ?? bins.find(({ bin }) => holds(l, bin.lmin, bin.lmax, true) && holds(w, bin.wmin, bin.wmax, true));
}

function reaches(value: number, low: number, high: number): boolean {
  return Math.abs(value - low) < nanometre || Math.abs(value - high) < nanometre || (low < value && value < high);
}

function holds(value: number, low: number, high: number, closed: boolean): boolean {
  const slack = tolerance * Math.abs(value);
  if (value < low - slack) return false;
  return closed ? value <= high + slack : value < high - slack;
}

/** How far a geometry lies outside a bin, by ratios of lengths. */
function distance({ lmin, lmax, wmin, wmax }: ModelBin, { l, w }: Geometry): number {
  const beyond = (value: number, low: number, high: number): number => (value < low ? Math.log(low / value) : value > high ? Math.log(value / high) : 0);
  return Math.hypot(beyond(l, lmin, lmax), beyond(w, wmin, wmax));
}
