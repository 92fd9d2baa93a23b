import { dialectNumbers } from '@evospice/device';
import type { Assumptions } from '../assumptions.ts';
import type { Ask } from '../question.ts';
import { saidOf, type ImportOptions } from '../import-options.ts';
import type { ImportedKind } from '../kinds.ts';
import { plainNumber } from '../plain-number.ts';
import type { Source } from '../source.ts';

export interface Geometries {
  /** Parameters of each source, as far as they are known. */
  readonly params: readonly Readonly<Record<string, number>>[];
  /** Instances with ids, and that of each source. Asks for what a kind of device cannot do without. */
  named(kind: ImportedKind, work: { readonly ask: Ask; readonly assumptions: Assumptions }): Promise<{
    readonly instances: readonly { readonly id: string; readonly params: Readonly<Record<string, number>> }[];
    readonly ofSource: readonly string[];
  }>;
}

/** Parameters on the element line that mean something to a kind of device, and those without which its currents mean nothing. */
const parameters: Readonly<Record<ImportedKind, { readonly all: readonly string[]; readonly needed: readonly string[] }>> = {
  mosfet: { all: ['w', 'l', 'ad', 'as', 'pd', 'ps', 'nf', 'm'], needed: ['w', 'l'] },
  soi: { all: ['w', 'l', 'ad', 'as', 'pd', 'ps', 'nf', 'm'], needed: ['w', 'l'] },
  bjt: { all: ['area', 'm'], needed: [] },
  diode: { all: ['area', 'pj', 'm'], needed: [] },
  jfet: { all: ['area', 'm'], needed: [] },
  vdmos: { all: ['m'], needed: [] },
};

/** Parameters of which one says how large a device without width and length is. */
const sizes: Readonly<Record<ImportedKind, readonly string[]>> = { mosfet: ['w'], soi: ['w'], bjt: ['area'], diode: ['area', 'pj'], jfet: ['area'], vdmos: [] };

/** Squares and lengths of a junction count in um^2 and um on our generic diode card. */
const micrometres: Readonly<Record<string, number>> = { area: 1e12, pj: 1e6 };

/** What files and options say of the size of each device. */
export function geometriesOf(sources: readonly Source[], options: ImportOptions): Geometries {
  const told = sources.map((source) => Object.assign({}, ...saidOf(options.geometry, fileOf(source)).toReversed()) as Readonly<Record<string, number>>);
  const params = sources.map(({ facts }, index) => ({ ...Object.fromEntries(Object.entries(facts.geometry).map(([name, { value }]) => [name, value])), ...told[index] }));
  return {
    params,
    named: async (kind, { ask, assumptions }) => {
      const { all, needed } = parameters[kind];
      const own: Record<string, number>[] = [];
      const answers: Record<string, number> = {};
      for (const [index, source] of sources.entries()) {
        const stated: Record<string, number> = {};
        const places: string[] = [];
        for (const [name, { value, where }] of Object.entries(source.facts.geometry)) {
          if (told[index]![name] !== undefined || !all.includes(name)) continue;
          stated[name] = kind === 'diode' && value < 1e-3 ? Number((value * (micrometres[name] ?? 1)).toPrecision(9)) : value;
          places.push(where);
        }
        if (places.length > 0) assumptions.add(`${Object.entries(stated).map(([name, value]) => `${name} = ${plainNumber(value)}`).join(', ')}, from ${placesText(places)}`, source.name);
        const each: Record<string, number> = { ...stated, ...told[index] };
        for (const name of needed) each[name] ??= answers[name] ??= sizeFrom(await ask(sizeQuestion(name, source.name)));
        if (sizes[kind].length > 0 ? sizes[kind].every((name) => each[name] === undefined) : Object.keys(each).length === 0) {
          Object.assign(each, kind === 'diode' || kind === 'bjt' || kind === 'jfet' ? { area: 1 } : { m: 1 });
          assumptions.add(`the size of the device is not stated; the card is that of the whole device`, source.name);
        }
        own.push(each);
      }
      return withIds(own);
    },
  };
}

/** `W in the file, L in the file` as `W, L in the file`. */
function placesText(places: readonly string[]): string {
  const ending = ' in the file';
  const inFile = places.filter((place) => place.endsWith(ending)).map((place) => place.slice(0, -ending.length));
  return [...(inFile.length === 0 ? [] : [`${inFile.join(', ')}${ending}`]), ...new Set(places.filter((place) => !place.endsWith(ending)))].join(', ');
}

function fileOf({ files }: Source): string {
  return files[0]!.file.replace(/^.*\//u, '');
}

function sizeQuestion(name: string, file: string) {
  const text = name === 'w' ? 'how wide the device is (all fingers together)' : 'how long the channel is';
  return { option: '--geometry', text, file, example: `${name}=10u`, check: (answer: string) => (sizeFrom(answer) > 0 ? undefined : 'a length such as 10u or 1e-6, in metres') };
}

function sizeFrom(text: string): number {
  return dialectNumbers.ngspice(text.replace(/^\w+\s*=/u, '').trim()) ?? Number.NaN;
}

/** Equal devices are one instance; ids are made of the parameters in which instances differ. */
function withIds(own: readonly Readonly<Record<string, number>>[]) {
  const keyOf = (params: Readonly<Record<string, number>>): string => JSON.stringify(Object.entries(params).toSorted());
  const distinct = [...new Map(own.map((params) => [keyOf(params), params])).values()];
  const names = [...new Set(distinct.flatMap((params) => Object.keys(params)))];
  const differing = names.filter((name) => new Set(distinct.map((params) => params[name])).size > 1);
  const first = names.filter((name) => ['w', 'l', 'area', 'pj'].includes(name));
  const shown = differing.length === 0 ? first : differing.filter((name) => first.includes(name) || differing.every((each) => !first.includes(each)));
  const whole = distinct.every((params) => shown.every((name) => name === 'area' && params[name] === 1));
  const ids = distinct.map((params) => (whole ? [] : shown).map((name) => `${name.toUpperCase()}${short(params[name] ?? 0)}`).join('_') || 'device');
  const unique = ids.map((id, index) => (ids.indexOf(id) === index ? id : `${id}_${index + 1}`));
  return { instances: distinct.map((params, index) => ({ id: unique[index]!, params })), ofSource: own.map((params) => unique[distinct.findIndex((each) => keyOf(each) === keyOf(params))]!) };
}

function short(value: number): string {
  const [, suffix, factor] = ([[1e-3, 'm', 1e3], [1e-6, 'u', 1e6], [1e-9, 'n', 1e9], [1e-12, 'p', 1e12]] as const).find(([least]) => value >= least && value < 1) ?? [0, '', 1];
  return `${Number((value * factor).toPrecision(4))}${suffix}`;
}
