import { describe, expect, test } from 'vitest';
import { dot, norm } from '../linear-algebra/vectors.ts';
import { createRandom } from '../random/create-random.ts';
import { orthogonalDirection, subspaceJacobian } from './growing-subspace.ts';

describe('a subspace that grows', () => {
  test('a new direction is at right angles to all before, until none is left', () => {
    const random = createRandom(5);
    const known: number[][] = [[0.3, 0.1, 0, 0.2]];
    for (let k = 1; k < 4; k++) {
      const next = orthogonalDirection(known, 4, random)!;
      expect(norm(next)).toBeCloseTo(1, 12);
      for (const one of known) expect(dot(one, next)).toBeCloseTo(0, 12);
      known.push(next);
    }
    expect(orthogonalDirection(known, 4, random)).toBeUndefined();
    expect(orthogonalDirection([[1, 0], [2, 0]], 2, random)).toEqual([0, expect.any(Number)]);
  });

  const jacobian = [[1, 2, 0], [0, -1, 3], [4, 0, 1], [1, 1, 1]];
  const along = (direction: readonly number[]): number[] => jacobian.map((row) => dot(row, direction));

  test('explains what was seen, and nothing across it', () => {
    const directions = [[1, 0, 1], [0, 2, 0]];
    const found = subspaceJacobian(directions, directions.map(along));
    for (const direction of directions) for (const [i, row] of found.entries()) expect(dot(row, direction)).toBeCloseTo(along(direction)[i]!, 10);
    for (const row of found) expect(dot(row, [1, 0, -1])).toBeCloseTo(0, 10);
  });

  test('with n directions it is the Jacobian', () => {
    const directions = [[1, 0, 1], [0, 2, 0], [1, 1, -1]];
    for (const [i, row] of subspaceJacobian(directions, directions.map(along)).entries()) for (const [j, value] of row.entries()) expect(value).toBeCloseTo(jacobian[i]![j]!, 10);
  });

  test('refuses directions that depend on one another', () => {
    expect(() => subspaceJacobian([[1, 1], [2, 2]], [[1], [2]])).toThrow(expect.objectContaining({ code: 'TOOLBOX_NOT_DEFINITE' }));
    expect(() => subspaceJacobian([[1, 1]], [])).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
  });
});
