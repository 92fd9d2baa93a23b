import type { LibraryModel } from './library-block.ts';
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

export const binEdges: readonly string[] = ['lmin', 'lmax', 'wmin', 'wmax'];
/** Lengths closer than this are the same; relative. */
const tolerance = 1e-9;

/** Edges of a model; undefined when it states none. */
export function binOf(model: LibraryModel, scope: Scope): ModelBin | undefined {
  const edge = (name: string, open: number): number => {
    const pair = model.pairs.find((each) => each.name === name);
    return pair === undefined ? open : scope.evaluate({ text: pair.text, file: model.statement.file, line: model.statement.line });
  };
  if (!model.pairs.some(({ name }) => binEdges.includes(name))) return undefined;
  return { model: model.name, lmin: edge('lmin', 0), lmax: edge('lmax', Number.POSITIVE_INFINITY), wmin: edge('wmin', 0), wmax: edge('wmax', Number.POSITIVE_INFINITY) };
}

/**
 * The bin of a geometry: edges below count as inside, edges above as outside, unless no other bin takes them, as in ngspice and HSPICE.
 * @param geometry length and width of one device in metres
 * @throws EvospiceError `PDK_BIN` when no bin takes the geometry.
 */
export function chooseBin(models: readonly LibraryModel[], geometry: { readonly l: number; readonly w: number }, scope: Scope, place: Place): { readonly model: LibraryModel; readonly bin: ModelBin } {
  const bins = models.flatMap((model) => {
    const bin = binOf(model, scope);
    return bin === undefined ? [] : [{ model, bin }];
  });
  const inside = bins.filter(({ bin }) => holds(geometry.l, bin.lmin, bin.lmax, false) && holds(geometry.w, bin.wmin, bin.wmax, false));
  const touching = bins.filter(({ bin }) => holds(geometry.l, bin.lmin, bin.lmax, true) && holds(geometry.w, bin.wmin, bin.wmax, true));
  const found = inside[0] ?? touching[0];
  if (found !== undefined) return found;
  const ranges = bins.map(({ bin }) => `${bin.model}: l ${bin.lmin} to ${bin.lmax}, w ${bin.wmin} to ${bin.wmax}`);
  throw pdkError('PDK_BIN', `no bin for l=${geometry.l} w=${geometry.w}`, place, {
    received: `l=${geometry.l} w=${geometry.w}`, expected: `a geometry inside one of ${ranges.slice(0, 8).join('; ')}${ranges.length > 8 ? `; and ${ranges.length - 8} more` : ''}`, remedy: 'choose a geometry the models were made for, in metres',
  });
}

function holds(value: number, low: number, high: number, closed: boolean): boolean {
  const slack = tolerance * Math.abs(value);
  if (value < low - slack) return false;
  return closed ? value <= high + slack : value < high - slack;
}
