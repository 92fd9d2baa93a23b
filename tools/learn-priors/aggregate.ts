import { modelFamily, type ModelFamily } from '../../packages/device/src/index.ts';
import { genericDevice } from '../../packages/device/src/index.ts';
import { median, quantile, type BiasRegion } from '../../packages/toolbox/src/index.ts';
import type { LearnedFamily } from '../../packages/toolbox/src/prior-jacobian/learned.ts';

export interface SampleParameter {
  readonly name: string;
  readonly role?: string | undefined;
  readonly group?: string | undefined;
  readonly scale: 'lin' | 'log';
  readonly width: number;
  /** Change of the value in its unit that goes with a whole width. */
  readonly perUnit: number;
}

/** One device: what each scored point does when a parameter moves by its width, as d ln|y|. */
export interface Sample {
  readonly kind: string;
  readonly polarity: 'n' | 'p';
  readonly parameters: readonly SampleParameter[];
  readonly points: readonly { readonly region: BiasRegion; readonly effects: readonly number[] }[];
}

/** A parameter that never moves a curve by more than this share, when it moves by its width, is left out. */
const least = 0.02;
/** Fewest devices that a region must have been seen on. */
const fewest = 3;

interface Row {
  readonly devices: Set<number>;
  /** By parameter and polarity. */
  readonly effects: { readonly n: number[]; readonly p: number[] }[];
}

/** Median and spread of all devices of a family, region by region. */
export function learnedFamily(family: ModelFamily, samples: readonly Sample[]): LearnedFamily {
  const [{ parameters: all, kind }] = samples as [Sample];
  const parameters = all.filter(({ name }) => samples.some(({ parameters: own, points }) => {
    const index = own.findIndex((one) => one.name === name);
    return points.some(({ effects }) => Math.abs(effects[index]!) >= least);
  }));
  const rows = new Map<string, Row>();
  for (const [device, { points, parameters: own, polarity }] of samples.entries()) {
    // Generated tasks list their parameters in an order of their own.
    const order = parameters.map(({ name }) => own.findIndex((one) => one.name === name));
    for (const { region, effects } of points) {
      const key = `${region.kind}|${region.region.join(' ')}`;
      const row = rows.get(key) ?? { devices: new Set<number>(), effects: parameters.map(() => ({ n: [], p: [] })) };
      rows.set(key, row);
      row.devices.add(device);
      for (const [k, index] of order.entries()) {
        const effect = effects[index]!;
        if (Number.isFinite(effect)) row.effects[k]![polarity].push(effect);
      }
    }
  }
  const kept = [...rows].filter(([, { devices }]) => devices.size >= Math.min(fewest, samples.length)).sort(([a], [b]) => (a < b ? -1 : 1));
  const mirrored = parameters.map((_, k) => kept.reduce((sum, [, { effects }]) => {
    const { n, p } = effects[k]!;
    return n.length === 0 || p.length === 0 ? sum : sum + median(n) * median(p);
  }, 0) < 0);
  const regions = Object.fromEntries(kept.map(([key, { devices, effects }]) => [
    key, [devices.size, ...effects.map(({ n, p }, k) => entryOf([...n, ...p.map((effect) => (mirrored[k] ? -effect : effect))]))].join(' '),
  ]));
  const { type } = genericDevice(family).model;
  const levels = [undefined, ...Array.from({ length: 100 }, (_, level) => level)].flatMap((level) => (modelFamily(kind, { level, type }) === family ? [level ?? -1] : []));
  return {
    family, kind, levels, devices: samples.length, regions,
    parameters: parameters.map(({ name, role, group, scale, width }, k) => ({
      name, ...(role === undefined ? {} : { role }), ...(group === undefined ? {} : { group }), scale, width: Number(width.toPrecision(4)), ...(mirrored[k] ? { mirrored: true } : {}),
    })),
  };
}

/** Hundredths; half of the interval that holds two thirds of all. */
function entryOf(effects: readonly number[]): string {
  if (effects.length === 0) return '0';
  const middle = Math.round(100 * median(effects));
  const spread = Math.round(50 * (quantile(effects, 0.8413) - quantile(effects, 0.1587)));
  return middle === 0 && spread === 0 ? '0' : `${middle}:${spread}`;
}
