import { describe, expect, test } from 'vitest';
import { calibrateHidden } from './calibrate.ts';

const at = [0.1, 0.3, 0.5, 0.8, 1.2];
const model = ([height, rate]: readonly number[]): number[] => at.map((x) => height! * Math.exp(-rate! * x));

describe('calibration of hidden values', () => {
  const seen = model([1.7, 0.9]);
  const priors = [{ mean: 1, spread: 0.5 }, { mean: 2, spread: 1 }];
  const misfit = (values: readonly number[]): number[] => model(values).map((value, i) => (value - seen[i]!) / 1e-3);

  test('finds values that explain what was seen', () => {
    const { values } = calibrateHidden({ priors, misfit, iterations: 30 });
    expect(values[0]).toBeCloseTo(1.7, 2);
    expect(values[1]).toBeCloseTo(0.9, 2);
  });

  test('one outlier among the points moves them little', () => {
    const spoilt = (values: readonly number[]): number[] => misfit(values).map((value, i) => (i === 3 ? value + 500 : value));
    const { values } = calibrateHidden({ priors, misfit: spoilt, start: [1.6, 1], iterations: 30 });
    expect(Math.abs(values[0]! - 1.7)).toBeLessThan(0.05);
  });

  test('without evidence the means stay, and evidence against them is bounded by the reach', () => {
    expect(calibrateHidden({ priors, misfit: () => [0] }).values).toEqual([1, 2]);
    const far = calibrateHidden({ priors: [{ mean: 0, spread: 1 }], misfit: ([value]) => [10 * (value! - 50)], reach: 2, outlier: 1e6 });
    expect(far.values[0]).toBeCloseTo(2, 9);
    expect(calibrateHidden({ priors: [], misfit: () => [1] }).values).toEqual([]);
  });

  test('refuses a spread of 0', () => {
    expect(() => calibrateHidden({ priors: [{ mean: 1, spread: 0 }], misfit: () => [0] })).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
  });
});
