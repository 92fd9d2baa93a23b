import type { OptimizerRun, TrajectoryPoint } from '@evospice/contracts';
import { createRandom } from '@evospice/toolbox';
import { describe, expect, it } from 'vitest';
import { astNodes } from './ast-nodes.ts';
import { batchUse } from './batch-use.ts';
import { convergence } from './convergence.ts';
import { exploration } from './exploration.ts';
import { locality } from './locality.ts';
import { ownCompute } from './own-compute.ts';
import { programLength } from './program-length.ts';
import { robustness } from './robustness.ts';
import { staging } from './staging.ts';

const runOf = (trajectory: readonly TrajectoryPoint[], allowed = 10): OptimizerRun => ({ task: 't', seed: 1, allowed, startError: 1, trajectory });
const at = (spent: number, error: number | null, position: readonly number[] = [0.5]): TrajectoryPoint => ({ spent, error, best: error, position });
const measure = (descriptor: typeof exploration, ...runs: OptimizerRun[]) => descriptor.measure({ runs, source: '' });

describe('exploration', () => {
  it('is 0 in one place, 1 between opposite corners, 1/√3 for uniform sampling', () => {
    expect(measure(exploration, runOf([at(1, 1), at(2, 1)]))).toBe(0);
    expect(measure(exploration, runOf([at(1, 1, [0, 0]), at(2, 1, [1, 1])]))).toBe(1);
    const random = createRandom(1);
    const uniform = Array.from({ length: 20_000 }, (_, index) => at(index + 1, 1, [random.next(), random.next()]));
    // The standard error of the deviation of 20,000 uniform numbers is about 0.001.
    expect(measure(exploration, runOf(uniform, 20_000))).toBeCloseTo(1 / Math.sqrt(3), 2);
  });
});

describe('convergence', () => {
  it('is the part of the budget at which the error falls', () => {
    expect(measure(convergence, runOf([at(2, 0.1)]))).toBeCloseTo(0.2, 12);
    expect(measure(convergence, runOf([at(10, 0.1)]))).toBeCloseTo(1, 12);
    // Two decades, one at 2 and one at 6 of 10.
    expect(measure(convergence, runOf([at(2, 0.1), at(6, 0.01)]))).toBeCloseTo(0.4, 12);
  });

  it('is 1 where nothing was gained, and does not depend on how much was', () => {
    expect(measure(convergence, runOf([at(1, 5)]))).toBe(1);
    expect(measure(convergence, runOf([at(3, 0)]))).toBeCloseTo(0.3, 12);
  });
});

describe('locality', () => {
  it('is the decades by which steps are shorter than the cube', () => {
    expect(measure(locality, runOf([at(1, 1, [0.5, 0.5]), at(2, 2, [0.51, 0.51]), at(3, 2, [0.49, 0.49])]))).toBeCloseTo(2, 9);
    expect(measure(locality, runOf([at(1, 1, [0, 0]), at(2, 2, [1, 1])]))).toBe(0);
    expect(measure(locality, runOf([at(1, 1, [0, 0]), at(2, 2, [0, 0])]))).toBe(4);
  });

  it('measures from the best position so far', () => {
    // From 0.5 (error 1) to 0.9 (error 0.1), then 0.91 from there: distances 0.4 and 0.01, median 0.205.
    expect(measure(locality, runOf([at(1, 1, [0.5]), at(2, 0.1, [0.9]), at(3, 0.5, [0.91])]))).toBeCloseTo(-Math.log10(0.205), 9);
  });
});

describe('staging', () => {
  it('is the share of evaluations on some of the curves', () => {
    const failed: TrajectoryPoint = { spent: 4, error: null, best: 1, failure: 'CRASHED' };
    expect(measure(staging, runOf([at(1, 1), at(1.5, null), at(2, null), at(3, 1), failed]))).toBe(0.5);
    expect(measure(staging, runOf([failed]))).toBe(0);
  });

  it('is averaged over the runs that evaluated something', () => {
    expect(measure(staging, runOf([at(1, 1)]), runOf([at(0.5, null)]), runOf([]))).toBe(0.5);
    expect(measure(staging, runOf([]))).toBe(0);
  });
});

describe('program length', () => {
  it('leaves out comments and white space, but not what only looks like a comment', () => {
    const length = (source: string) => programLength.measure({ runs: [], source }) * 1000;
    expect(length('const a = 1; // one\n/* two\n lines */ b();')).toBe('consta=1;b();'.length);
    expect(length('const u = "http://x"; `/* ${y} */`')).toBe('constu="http://x";`/*${y}*/`'.length);
    expect(length('')).toBe(0);
  });
});

describe('batch use', () => {
  it('is the share of evaluations asked for together, failed ones included', () => {
    const batched = (point: TrajectoryPoint): TrajectoryPoint => ({ ...point, batch: 2 });
    expect(measure(batchUse, runOf([at(1, 1), batched(at(2, 1)), batched({ ...at(3, null), failure: 'CRASHED' }), at(4, 1)]), runOf([at(1, 1)]))).toBe(0.25);
  });
});

describe('robustness', () => {
  it('is 1 for equal results, and 1/2 for results that lie a decade from their mean', () => {
    expect(measure(robustness, runOf([at(1, 0.1)]), runOf([at(9, 0.1)]))).toBe(1);
    expect(measure(robustness, runOf([at(1, 0.1)]), runOf([at(1, 0.001)]))).toBeCloseTo(0.5, 12);
    expect(measure(robustness, runOf([at(1, 7)]), runOf([]))).toBe(1);
  });
});

describe('syntax nodes', () => {
  it('are counted inside the evolve blocks, whatever names and layout, or everywhere without blocks', () => {
    const nodes = (source: string): number => astNodes.measure({ runs: [], source });
    const block = (inner: string): string => `const frame = [1, 2, 3];\n// EVOLVE-BLOCK-START\n${inner}\n// EVOLVE-BLOCK-END\n`;
    // Declaration, declarator, name, number.
    expect(nodes(block('const a = 1;'))).toBe(4);
    expect(nodes(block('/* c */ const aLongName\n=  123;'))).toBe(4);
    expect(nodes('const a = 1;')).toBe(5);
    const program = { entry: 'a.ts', files: { 'a.ts': block('const a = 1;'), 'b.ts': 'const b = 1;', 'c.ts': block('const a = 1;'), 'd.txt': 'const' } };
    expect(astNodes.measure({ runs: [], source: '', program })).toBe(8);
  });
});

describe('own compute', () => {
  it('is the seconds for each unit of budget, and nothing is made up where no time was taken', () => {
    expect(measure(ownCompute, { ...runOf([at(2, 1), at(4, 1)]), ownSeconds: 6 }, { ...runOf([at(1, 1)]), ownSeconds: 0.5 })).toBe(1);
    expect(() => measure(ownCompute, runOf([at(1, 1)]))).toThrow(expect.objectContaining({ code: 'DESCRIPTOR_TIME' }));
  });
});
