import { defined, EvospiceError, type Json, type TrajectoryPoint } from '@evospice/contracts';

/** Version of the stored form. */
const version = 1;

/**
 * A trajectory by columns, for storing: numbers as the base64 of their little-endian float64 bytes, so that each comes
 * back bit by bit. NaN stands for null (no trajectory holds a NaN). About 60 % of the size of the plain JSON.
 */
export interface EncodedTrajectory {
  readonly [key: string]: Json;
  readonly version: number;
  readonly length: number;
  readonly spent: string;
  readonly error: string;
  readonly best: string;
  /** Failure codes that occur, and for each failed evaluation its index and its code's index. */
  readonly failureCodes: readonly string[];
  readonly failures: readonly (readonly [number, number])[];
  /** Numbers a position; -1 when no positions are kept. */
  readonly dimensions: number;
  /** Row after row. */
  readonly positions: string;
  /** Index, batch and number of points, for points in a row that have a batch; left out where none has. */
  readonly batches?: readonly (readonly [number, number, number])[];
  /** Index, violations and warnings of points that have any; left out where none has. */
  readonly findings?: readonly (readonly [number, number, number])[];
}

/** @throws EvospiceError `TRAJECTORY_ENCODE` for positions on some points only, or of several lengths. */
export function encodeTrajectory(trajectory: readonly TrajectoryPoint[]): EncodedTrajectory {
  const failureCodes = [...new Set(trajectory.flatMap((point) => point.failure ?? []))];
  const dimensions = trajectory[0]?.position?.length ?? -1;
  if (trajectory.some((point) => (point.position?.length ?? -1) !== dimensions)) {
    throw new EvospiceError('TRAJECTORY_ENCODE', 'the positions of the trajectory are not of one length', {
      expected: 'a position of the same length on each point, or on none',
    });
  }
  const batches = batchesOf(trajectory);
  const findings = trajectory.flatMap(({ findings: own }, index) => (own === undefined ? [] : [[index, own.violations, own.warnings] as const]));
  return {
    version,
    length: trajectory.length,
    spent: pack(trajectory.map((point) => point.spent)),
    error: pack(trajectory.map((point) => point.error ?? Number.NaN)),
    best: pack(trajectory.map((point) => point.best ?? Number.NaN)),
    failureCodes,
    failures: trajectory.flatMap((point, index) => (point.failure === undefined ? [] : [[index, failureCodes.indexOf(point.failure)] as const])),
    dimensions,
    positions: pack(trajectory.flatMap((point) => point.position ?? [])),
    ...(batches.length === 0 ? {} : { batches }),
    ...(findings.length === 0 ? {} : { findings }),
  };
}

/** @throws EvospiceError `TRAJECTORY_DECODE` for anything `encodeTrajectory` did not write. */
export function decodeTrajectory(stored: Json): readonly TrajectoryPoint[] {
  const encoded = stored as EncodedTrajectory;
  if (typeof stored !== 'object' || stored === null || encoded.version !== version) throw corrupt('a trajectory of version 1');
  const { length, dimensions } = encoded;
  const spent = unpack(encoded.spent, length);
  const error = unpack(encoded.error, length);
  const best = unpack(encoded.best, length);
  const positions = unpack(encoded.positions, length * Math.max(0, dimensions));
  const batches = new Map((encoded.batches ?? []).flatMap(([first, batch, count]) => Array.from({ length: count }, (_, index) => [first + index, batch] as const)));
  const findings = new Map((encoded.findings ?? []).map(([index, violations, warnings]) => [index, { violations, warnings }] as const));
  const failures = new Map(encoded.failures.map(([index, code]) => [index, encoded.failureCodes[code]]));
  return Array.from({ length }, (_, index) => {
    const failure = failures.get(index);
    const batch = batches.get(index);
    return {
      spent: spent[index] as number,
      error: nullable(error[index] as number),
      best: nullable(best[index] as number),
      ...(failure === undefined ? {} : { failure }),
      ...(dimensions < 0 ? {} : { position: Array.from(positions.subarray(index * dimensions, (index + 1) * dimensions)) }),
      ...(batch === undefined ? {} : { batch }),
      ...defined({ findings: findings.get(index) }),
    };
  });
}

function batchesOf(trajectory: readonly TrajectoryPoint[]): [number, number, number][] {
  const batches: [number, number, number][] = [];
  for (const [index, { batch }] of trajectory.entries()) {
    if (batch === undefined) continue;
    const last = batches.at(-1);
    if (last?.[1] === batch && last[0] + last[2] === index) last[2] += 1;
    else batches.push([index, batch, 1]);
  }
  return batches;
}

function nullable(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

function pack(values: readonly number[]): string {
  const bytes = Buffer.alloc(values.length * 8);
  for (const [index, value] of values.entries()) bytes.writeDoubleLE(value, index * 8);
  return bytes.toString('base64');
}

function unpack(text: unknown, length: number): Float64Array {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'base64') : Buffer.alloc(0);
  if (bytes.length !== length * 8) throw corrupt(`${length} float64 numbers in base64`);
  return Float64Array.from({ length }, (_, index) => bytes.readDoubleLE(index * 8));
}

function corrupt(expected: string): EvospiceError {
  return new EvospiceError('TRAJECTORY_DECODE', 'the stored trajectory cannot be read', { expected, remedy: 'store it again from its run' });
}
