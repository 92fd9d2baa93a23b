import type { GenericTunable, ModelFamily } from '@evospice/device';
import { voltageOf } from '../device/signs.ts';
import { plainNumber } from '../plain-number.ts';
import type { KnownSource } from '../shape/entries.ts';
import type { SizedDevice } from './supply.ts';

/** How a generic device without a size on its element line grows: what is in proportion to its junctions' saturation current, to its size, and to the inverse of it. */
interface Growth {
  /** Parameter that is the saturation current of the main junction. */
  readonly saturation?: string;
  readonly withSaturation: readonly string[];
  readonly withSize: readonly string[];
  readonly againstSize: readonly string[];
  /** Largest current of the generic device, A. */
  readonly current: number;
}

const growths: Readonly<Partial<Record<ModelFamily, Growth>>> = {
  'gummel-poon': { saturation: 'is', withSaturation: ['ise', 'isc'], withSize: ['ikf', 'ikr', 'irb', 'cje', 'cjc'], againstSize: ['rb', 'rbm', 're', 'rc'], current: 1e-2 },
  vbic: { saturation: 'is', withSaturation: ['ibei', 'iben', 'ibci', 'ibcn'], withSize: ['ikf', 'ikr', 'cje', 'cjc'], againstSize: ['rcx', 'rci', 'rbx', 'rbi', 're'], current: 1e-2 },
  jfet: { withSaturation: [], withSize: ['beta', 'cgs', 'cgd'], againstSize: ['rd', 'rs'], current: 5e-3 },
  vdmos: { withSaturation: [], withSize: ['kp', 'cgdmax', 'cgdmin', 'cgs', 'cjo'], againstSize: ['rd', 'rs', 'rb'], current: 20 },
};

/** A decade more room on either side for what is only known to the order of magnitude. */
const room = 10;
/** Volts across a forward junction between leakage and series resistance. */
const [fewVolts, manyVolts] = [0.45, 0.72];

/** The generic device for the currents that were measured, with room in the bounds for what they do not say. */
export function scaledToCurrents(family: ModelFamily, tunables: readonly GenericTunable[], valueOf: (name: string) => number | undefined, sources: readonly KnownSource[]): SizedDevice {
  const growth = growths[family];
  const largest = Math.max(0, ...sources.flatMap(({ assigned }) => assigned.measure.flatMap(({ col, kind }) => (kind === 'i' ? [largestOf(assigned.valuesOf(col))] : []))));
  if (growth === undefined || largest === 0) return { values: {}, tunables };
  const size = largest / growth.current;
  const own = growth.saturation === undefined ? undefined : valueOf(growth.saturation);
  const junction = own === undefined ? undefined : saturationCurrent(sources);
  const saturation = junction === undefined || own === undefined ? size : junction / own;
  const { withSaturation, withSize, againstSize } = growth;
  const factorOf = (name: string): number =>
    name === growth.saturation || withSaturation.includes(name) ? saturation : withSize.includes(name) ? size : againstSize.includes(name) ? 1 / size : 1;
  const names = [...(growth.saturation === undefined ? [] : [growth.saturation]), ...withSaturation, ...withSize, ...againstSize];
  const digits = (value: number): number => Number(value.toPrecision(3));
  return {
    values: Object.fromEntries(names.flatMap((name) => {
      const value = valueOf(name);
      return value === undefined ? [] : [[name, digits(value * factorOf(name))]];
    })),
    tunables: tunables.map((tunable) => {
      const { name, lower, upper, scale } = tunable;
      if (names.includes(name)) return { ...tunable, lower: digits((lower * factorOf(name)) / room), upper: digits(upper * factorOf(name) * room) };
      // Gains and Early voltages differ from technology to technology.
      return scale === 'log' ? { ...tunable, lower: digits(lower / 3), upper: digits(upper * 3) } : tunable;
    }),
    note: `the generic card is scaled to a largest current of ${plainNumber(digits(largest))} A${junction === undefined ? '' : ` and a saturation current of ${plainNumber(digits(junction))} A, from the currents at ${fewVolts} to ${manyVolts} V`}`,
  };
}

function largestOf(values: Float64Array): number {
  return values.reduce((size, value) => (Number.isFinite(value) ? Math.max(size, Math.abs(value)) : size), 0);
}

/** Median of I / exp(V / Vt) over points of the collector current with the junction clearly forward and the collector not below the emitter. */
function saturationCurrent(sources: readonly KnownSource[]): number | undefined {
  const found = sources.flatMap(({ assigned, temperatureC }) => {
    const [base, emitter] = [voltageOf(assigned, 'b'), voltageOf(assigned, 'e')];
    const collector = assigned.measure.find(({ node }) => node === 'c');
    const at = voltageOf(assigned, 'c');
    if (base === undefined || emitter === undefined || collector === undefined || at === undefined) return [];
    const thermal = 8.617e-5 * (temperatureC + 273.15);
    return [...assigned.valuesOf(collector.col)].flatMap((current, row) => {
      const forward = Math.abs(base(row) - emitter(row));
      const active = Math.abs(at(row) - emitter(row)) > 0.3 && Math.sign(at(row) - emitter(row)) === Math.sign(base(row) - emitter(row));
      return active && forward > fewVolts && forward < manyVolts && Number.isFinite(current) && current !== 0 ? [Math.abs(current) * Math.exp(-forward / thermal)] : [];
    });
  }).toSorted((a, b) => a - b);
  return found[Math.floor(found.length / 2)];
}
