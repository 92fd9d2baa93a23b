import type { SuccessfulEvaluation } from '@evospice/contracts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../extract/extract.ts';
import { lineSession, lineTask } from '../line.fixture.ts';
import { createProblem } from '../problem/create-problem.ts';
import { Constraints } from './constraints.ts';

const task = lineTask();
const { parameters } = createProblem(task);

describe('constraints', () => {
  it('forbid candidates before they are simulated where parameters alone decide', () => {
    const constraints = new Constraints(['a > 2 * b', 'b^2 <= 4 or a == 9'], parameters);
    fc.assert(fc.property(fc.double({ min: 0.1, max: 10, noNaN: true }), fc.double({ min: -10, max: 10, noNaN: true }), (a, b) => {
      const allowed = a > 2 * b && (b ** 2 <= 4 || a === 9);
      expect(constraints.beforeSimulation([a, b]) === undefined).toBe(allowed);
    }));
    expect(constraints.beforeSimulation([1, 1])).toEqual({ ok: false, failure: { code: 'CONSTRAINT_VIOLATED', message: 'violates a > 2 * b' } });
  });

  it('take a value that cannot be computed as violated', () => {
    expect(new Constraints(['sqrt(b) < 100'], parameters).beforeSimulation([1, -1])).toBeDefined();
  });

  it.each([
    ['a >', 'cannot be read'], ['aa > 2', 'names aa'], ['a + b', 'neither true nor false'], ['a = 2', 'cannot be read'],
  ])('refuse %s', (text, message) => {
    expect(() => new Constraints([text], parameters)).toThrow(expect.objectContaining({ code: 'EXTRACTION_CONSTRAINT', message: expect.stringContaining(message) }));
  });

  it('count what physics rules find', () => {
    const finding = (severity: 'violation' | 'warning' | 'note') => ({ rule: 'r', severity, message: 'm' });
    const evaluation = (...severities: ('violation' | 'warning' | 'note')[]) => ({ ok: true, full: true, relativeRms: 0.1, logRms: 0.1, findings: severities.map(finding) }) as unknown as SuccessfulEvaluation;
    const constraints = new Constraints(['violations < 1 and warnings <= 1'], parameters);
    expect([evaluation('note', 'warning'), evaluation('violation'), evaluation('warning', 'warning')].map((one) => constraints.afterSimulation([1, 1], one)?.failure.code))
      .toEqual([undefined, 'CONSTRAINT_VIOLATED', 'CONSTRAINT_VIOLATED']);
    expect([constraints.onFindings, new Constraints(['log_rms < 1'], parameters).onFindings]).toEqual(['violations < 1 and warnings <= 1', undefined]);
  });

  it('are refused where they ask for physics rules, and there are none', async () => {
    await expect(extract({ task: { ...task, constraints: ['violations < 1'] }, session: lineSession(task), simulator: 'line', budget: 3, seed: 1, optimizer: { name: 'none', optimize: async () => undefined } }))
      .rejects.toMatchObject({ code: 'EXTRACTION_CONSTRAINT', received: 'no rules' });
  });

  it('cost budget, are recorded, never reach the simulator, and never become the result', async () => {
    const constrained = { ...task, constraints: ['b < 1.5'] };
    const session = lineSession(task);
    const failures: (string | undefined)[] = [];
    const result = await extract({
      task: constrained, session, simulator: 'line', budget: 3, seed: 1,
      optimizer: {
        name: 'three', optimize: async (_, context) => {
          for (const evaluation of await context.simulate([[1, 2], [1, 1.4], [1, 3]])) failures.push(evaluation.ok ? undefined : evaluation.failure.code);
        },
      },
    });
    expect(failures).toEqual(['CONSTRAINT_VIOLATED', undefined, 'CONSTRAINT_VIOLATED']);
    expect(result.trajectory.map(({ spent, failure }) => [spent, failure])).toEqual([[1, 'CONSTRAINT_VIOLATED'], [2, undefined], [3, 'CONSTRAINT_VIOLATED']]);
    expect(result.parameters).toEqual({ a: 1, b: 1.4 });
  });

  it('on results are decided after the simulation, of all curves only', async () => {
    // At a = 1, b = 2 the line is exact; the start is off by more than 0.02 decades.
    const result = extract({
      task: { ...task, constraints: ['log_rms > 0.02'] }, session: lineSession(task), simulator: 'line', budget: 3, seed: 1,
      optimizer: {
        name: 'two', optimize: async (_, context) => {
          const [full] = await context.simulate([[1, 2]]);
          const [part] = await context.simulate([[1, 2]], { curves: ['curve-0'] });
          expect(full).toMatchObject({ ok: false, failure: { code: 'CONSTRAINT_VIOLATED' } });
          expect(part).toMatchObject({ ok: true, full: false });
        },
      },
    });
    expect((await result).end).toBe('completed');
    expect((await result).parameters).toEqual({ a: 5, b: 0 });
  });

  it('must allow the starting card', async () => {
    const run = extract({ task: { ...task, constraints: ['a < 3'] }, session: lineSession(task), simulator: 'line', budget: 3, seed: 1, optimizer: { name: 'none', optimize: async () => undefined } });
    await expect(run).rejects.toMatchObject({ code: 'EXTRACTION_CONSTRAINT', received: { a: 5, b: 0 } });
  });
});

describe('discrete parameters', () => {
  it('start and stay on their grid', async () => {
    const [a, b] = task.tunables as [typeof task.tunables[0], typeof task.tunables[0]];
    const discrete = { ...task, tunables: [a, { ...b, increment: 0.3 }] };
    const { parameters: [, stepped] } = createProblem(discrete);
    // -10 + 33 * 0.3 = -0.1 is the value next to 0.
    expect(stepped!.start).toBeCloseTo(-0.1, 12);
    const result = await extract({
      task: discrete, session: lineSession(discrete), simulator: 'line', budget: 1, seed: 1,
      optimizer: { name: 'one', optimize: async (_, context) => { await context.simulate([[1, 2.02]]); } },
    });
    expect(result.parameters['b']).toBeCloseTo(2, 12);
  });
});
