import type { TrajectoryPoint } from '@evospice/contracts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineTask } from '../line.fixture.ts';
import { createProblem } from '../problem/create-problem.ts';
import { decodeTrajectory, encodeTrajectory } from './trajectory-codec.ts';
import { TrajectoryRecorder } from './trajectory-recorder.ts';
import { trajectoryRows } from './trajectory-rows.ts';

const success = (error: number, full = true) => ({ ok: true, full, error, relativeRms: error, logRms: 0, residuals: [], relativeResiduals: [], logResiduals: [], curves: [], findings: [] }) as const;
const failure = { ok: false, failure: { code: 'NOT_CONVERGED', message: 'no' } } as const;

describe('trajectory recorder', () => {
  it('keeps the best full success, the earlier of equals, and positions on the parameters\' scales', () => {
    const seen: TrajectoryPoint[] = [];
    const recorder = new TrajectoryRecorder(createProblem(lineTask()), { onEvaluation: (point) => seen.push(point) });
    recorder.record([1, 0], failure, 1);
    recorder.record([1, 0], success(0.1, false), 1.5);
    recorder.record([1, 5], success(3), 2.5);
    recorder.record([10, 5], success(3), 3.5);
    recorder.record([0.1, -10], success(4), 4.5);
    expect(recorder.best).toEqual({ candidate: [1, 5], error: 3 });
    expect(recorder.points).toEqual([
      { spent: 1, error: null, best: null, failure: 'NOT_CONVERGED', position: [0.5, 0.5] },
      { spent: 1.5, error: null, best: null, position: [0.5, 0.5] },
      { spent: 2.5, error: 3, best: 3, position: [0.5, 0.75] },
      { spent: 3.5, error: 3, best: 3, position: [1, 0.75] },
      { spent: 4.5, error: 4, best: 3, position: [0, 0] },
    ]);
    expect(seen).toEqual(recorder.points);
    expect(trajectoryRows(recorder.points)[0]).toEqual({ evaluation: 1, spent: 1, error: null, best: null, failure: 'NOT_CONVERGED' });
  });

  it('counts what physics rules found, and shows it in rows where there is any', () => {
    const recorder = new TrajectoryRecorder(createProblem(lineTask()), { positions: false });
    const finding = (severity: 'note' | 'warning' | 'violation') => ({ rule: 'r', severity, message: 'm' });
    recorder.record([1, 0], { ...success(1), findings: [finding('note'), finding('warning'), finding('violation'), finding('warning')] }, 1);
    recorder.record([1, 0], { ...success(2), findings: [finding('note')] }, 2);
    expect(recorder.points.map(({ findings }) => findings)).toEqual([{ violations: 1, warnings: 2 }, undefined]);
    expect(trajectoryRows(recorder.points).map(({ violations, warnings }) => [violations, warnings])).toEqual([[1, 2], [0, 0]]);
    expect(trajectoryRows(recorder.points.slice(1))[0]).not.toHaveProperty('violations');
  });

  it('can leave positions out', () => {
    const recorder = new TrajectoryRecorder(createProblem(lineTask()), { positions: false });
    recorder.record([1, 0], success(1), 1);
    expect(recorder.points[0]).not.toHaveProperty('position');
  });
});

describe('trajectory codec', () => {
  const number = fc.double({ noNaN: true });
  const pointOf = (dimensions: number) => fc.record({
    spent: number, error: fc.option(number), best: fc.option(number), failure: fc.constantFrom('CRASHED', 'DEADLINE', undefined), batch: fc.constantFrom(2, 3, undefined), findings: fc.constantFrom({ violations: 0, warnings: 2 }, { violations: 1, warnings: 0 }, undefined),
    position: fc.array(number, { minLength: Math.max(0, dimensions), maxLength: Math.max(0, dimensions) }),
  }).map(({ failure: code, batch, position, findings, ...rest }) => ({ ...rest, ...(findings === undefined ? {} : { findings }), ...(batch === undefined ? {} : { batch }), ...(code === undefined ? {} : { failure: code }), ...(dimensions < 0 ? {} : { position }) }));
  const trajectories = fc.integer({ min: -1, max: 4 }).chain((dimensions) => fc.array(pointOf(dimensions)));

  it('gives back every bit through JSON text', () => {
    fc.assert(fc.property(trajectories, (trajectory) => {
      const decoded = decodeTrajectory(JSON.parse(JSON.stringify(encodeTrajectory(trajectory))));
      // toStrictEqual tells -0 from 0.
      expect(decoded).toStrictEqual(trajectory);
    }));
  });

  it('is smaller than the plain JSON', () => {
    const trajectory = Array.from({ length: 100 }, (_, index) => ({ spent: index + 1, error: Math.exp(-index / 7), best: Math.exp(-index / 7), position: [1 / (index + 3), Math.sin(index), Math.cos(index)] }));
    expect(JSON.stringify(encodeTrajectory(trajectory)).length).toBeLessThan(0.65 * JSON.stringify(trajectory).length);
  });

  it('refuses what it did not write', () => {
    const stored = encodeTrajectory([{ spent: 1, error: 1, best: 1 }]);
    for (const bad of [null, 3, {}, { ...stored, version: 9 }, { ...stored, spent: '' }, { ...stored, length: 2 }]) {
      expect(() => decodeTrajectory(bad)).toThrow(expect.objectContaining({ code: 'TRAJECTORY_DECODE' }));
    }
    expect(() => encodeTrajectory([{ spent: 1, error: 1, best: 1 }, { spent: 2, error: 1, best: 1, position: [1] }])).toThrow(expect.objectContaining({ code: 'TRAJECTORY_ENCODE' }));
  });
});
