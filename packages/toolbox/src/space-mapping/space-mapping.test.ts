import { describe, expect, test } from 'vitest';
import { addScaled, identity, norm, subtract } from '../linear-algebra/vectors.ts';
import { aggressiveSpaceMappingStep, updateSpaceMapping } from './aggressive-step.ts';
import { manifoldMapping, mapManifold } from './manifold-mapping.ts';

describe('aggressive space mapping', () => {
  // The coarse model is the fine one seen through an affine map of its coordinates: extraction has a closed form.
  const shear = [[1.3, 0.2], [-0.1, 0.8]];
  const extract = ([a, b]: readonly number[]): number[] => [shear[0]![0]! * a! + shear[0]![1]! * b! + 0.05, shear[1]![0]! * a! + shear[1]![1]! * b! - 0.1];

  test('finds the fine optimum of an affine misalignment within n + 1 steps', () => {
    const target = [0.4, 0.6];
    let point = [...target];
    let mapping: number[][] = identity(2);
    for (let k = 0; k < 4; k++) {
      const extracted = extract(point);
      const step = aggressiveSpaceMappingStep({ extracted, target, mapping });
      point = addScaled(point, step);
      mapping = updateSpaceMapping(mapping, step, subtract(extract(point), extracted));
    }
    expect(norm(subtract(extract(point), target))).toBeLessThan(1e-9);
  });
});

describe('manifold mapping', () => {
  const coarse = [[1, 0, 2, 0], [0, 1, 0, 1]];
  const fine = [[1.5, 0.1, 2, 0], [0, 1, -0.3, 2]];

  test('turns the changes that were seen into those of the fine model', () => {
    const mapping = manifoldMapping(fine, coarse);
    for (const k of [0, 1]) for (const [i, value] of mapManifold(mapping, coarse[k]!).entries()) expect(value).toBeCloseTo(fine[k]![i]!, 6);
    for (const [i, value] of mapManifold(mapping, addScaled(coarse[0]!, coarse[1]!, -2)).entries()) expect(value).toBeCloseTo(fine[0]![i]! - 2 * fine[1]![i]!, 6);
  });

  test('leaves a change across them as it is, and all of them where nothing was seen', () => {
    const across = [2, 1, -1, -1];
    expect(mapManifold(manifoldMapping(fine, coarse), across)).toEqual(across);
    expect(mapManifold(manifoldMapping([], []), across)).toEqual(across);
    expect(mapManifold(manifoldMapping([[1, 1, 1, 1]], [[0, 0, 0, 0]]), across)).toEqual(across);
  });

  test('refuses changes of different length', () => {
    expect(() => manifoldMapping([[1]], [[1, 2]])).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
  });
});
