import type { GenericDevice, GenericTunable } from '@evospice/device';

/** Values and bounds of a generic transistor that grow with the oxide, which grows with the supply. */
const withOxide: Readonly<Record<string, number>> = { toxe: 1, toxm: 1, toxp: 1, tox: 1, k1: 0.6 };
/** Supplies that differ by less are the same. */
const sameSupply = 0.25;

export interface SizedDevice {
  readonly values: Readonly<Record<string, number>>;
  readonly tunables: readonly GenericTunable[];
  /** What was done, for people; undefined where nothing was. */
  readonly note?: string;
}

/**
 * The generic transistor for another supply: oxides of production processes hold 0.4 to 0.5 V per nanometre, so that thickness is in
 * proportion to the supply, body effect somewhat less, as doping falls.
 * @param vdd largest voltage measured, V
 */
export function sizedToSupply(device: GenericDevice, valueOf: (name: string) => number | undefined, vdd: number): SizedDevice {
  const usual = device.device.vdd;
  if (usual === undefined || Math.abs(vdd / usual - 1) <= sameSupply) return { values: {}, tunables: device.tunables };
  const ratio = vdd / usual;
  const scaled = (name: string, value: number): number => Number((value * ratio ** (withOxide[name] ?? 0)).toPrecision(3));
  const values = Object.fromEntries(Object.keys(withOxide).flatMap((name) => {
    const value = valueOf(name);
    return value === undefined ? [] : [[name, scaled(name, value)]];
  }));
  const oxide = values['toxe'] ?? values['tox'];
  return {
    values,
    tunables: device.tunables.map((tunable) => {
      const [lower, upper] = [scaled(tunable.name, tunable.lower), scaled(tunable.name, tunable.upper)];
      if (tunable.name === 'vth0') return widenedThreshold(tunable, vdd);
      return tunable.name === 'rdsw' ? { ...tunable, upper: Number((tunable.upper * Math.max(1, ratio)).toPrecision(3)) } : { ...tunable, lower, upper };
    }),
    ...(oxide === undefined ? {} : { note: `the oxide of the generic card is ${Number((oxide * 1e9).toPrecision(3))} nm, as in processes of ${Number(vdd.toPrecision(3))} V: if yours is known, write it into the card` }),
  };
}

function widenedThreshold(tunable: GenericTunable, vdd: number): GenericTunable {
  const most = Math.max(Math.abs(tunable.upper), Math.abs(tunable.lower), Number((0.3 * vdd).toPrecision(2)));
  const least = 0.05;
  return tunable.upper > 0 ? { ...tunable, lower: least, upper: most } : { ...tunable, lower: -most, upper: -least };
}
