import type { Curve, DeviceInstance, Testbench } from '@evospice/contracts';
import { profileOf } from './profile.ts';

/** The currents and voltages of one curve: one device in a swept circuit. */
export interface SweepTrace {
  readonly curve: Curve;
  readonly instance: DeviceInstance;
  /** Indices into `curve.measured`. */
  readonly vectors: readonly number[];
}

/** One capacitance of one curve: one device a bias point in a small-signal circuit. */
export interface CapacitanceTrace {
  readonly curve: Curve;
  readonly instance: DeviceInstance;
  /** Index into `curve.measured`. */
  readonly vector: number;
}

export interface GroupLimits {
  /** Curves of one swept circuit, at most: every device waits for the slowest to converge. */
  readonly curves: number;
  /** Bias points of one small-signal circuit, at most; a curve with more stands alone. */
  readonly biasPoints: number;
}

export interface CurveGroups {
  /** Each of one temperature and one number of points. */
  readonly sweeps: readonly (readonly SweepTrace[])[];
  /** Each of one temperature and one frequency. */
  readonly capacitances: readonly (readonly CapacitanceTrace[])[];
}

/**
 * Groups curves into as few circuits as can share an analysis.
 *
 * Sweeps of one temperature and one number of points form one circuit, whatever they sweep, because all are driven by
 * a point counter; sweeps with tabulated drives and those that force a current stay apart from the plain ones, which
 * need fewer iterations. Capacitances of one temperature and frequency form one small-signal circuit.
 * @param testbench one that `refuseTestbench` let pass
 * @param curves in the order of the testbench
 */
export function groupCurves(testbench: Testbench, curves: readonly Curve[], limits: GroupLimits): CurveGroups {
  const sweeps = new Map<string, SweepTrace[]>();
  const capacitances = new Map<string, CapacitanceTrace[]>();
  for (const curve of curves) {
    const instance = testbench.instances.find((other) => other.id === curve.instance) as DeviceInstance;
    const vectors = [...curve.measured.keys()].filter((vector) => curve.measured[vector]?.kind !== 'c');
    if (vectors.length > 0) addTo(sweeps, sweepKey(curve), { curve, instance, vectors });
    for (const [vector, measured] of curve.measured.entries()) {
      if (measured.kind === 'c') addTo(capacitances, `${curve.temperatureC} ${curve.frequency}`, { curve, instance, vector });
    }
  }
  return {
    sweeps: [...sweeps.values()].flatMap((traces) => cut(traces, limits.curves, () => 1)),
    capacitances: [...capacitances.values()].flatMap((traces) => cut(traces, limits.biasPoints, (trace) => trace.curve.x.length)),
  };
}

function sweepKey(curve: Curve): string {
  const tabulated = curve.drives.some((drive) => profileOf(drive.values).kind === 'table');
  const forced = curve.drives.some((drive) => drive.quantity === 'i');
  return `${curve.temperatureC} ${curve.x.length} ${tabulated} ${forced}`;
}

function addTo<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}

/** Cuts a list into pieces of at most `most` units, in order; an item larger than that stands alone. */
function cut<T>(items: readonly T[], most: number, size: (item: T) => number): readonly (readonly T[])[] {
  const pieces: T[][] = [];
  let room = 0;
  for (const item of items) {
    room -= size(item);
    if (room < 0) {
      pieces.push([]);
      room = most - size(item);
    }
    pieces.at(-1)?.push(item);
  }
  return pieces;
}
