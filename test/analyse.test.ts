import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentOf, evospice, temporaryFolder } from './support/cli.ts';

interface Analysis {
  readonly table: string;
  readonly report: string;
  readonly cost: { readonly error: number };
  readonly best: { readonly values: readonly number[]; readonly error: number } | null;
}

const rows = (file: string): string[][] => readFileSync(file, 'utf8').trim().split('\n').map((line) => line.split(','));

describe('analyses', () => {
  test('cost-profile sweeps every parameter through the card it is given', () => {
    const out = temporaryFolder('analysis');
    const result = evospice(['cost-profile', 'examples/diode', '--resolution', '5', '--set', 'n=1.1', '--out', out, '--json']);
    expect(result.status, result.stderr).toBe(0);
    const document = documentOf<Analysis & { axes: { parameter: string; at: number; points: { value: number; error: number }[] }[] }>(result);
    const [heading, ...table] = rows(document.table);
    expect(heading).toEqual(['parameter', 'value', 'error', 'relative_rms', 'log_rms', 'failure']);
    // Besides five points from bound to bound, the point that the axes run through.
    expect(table).toHaveLength(6 * document.axes.length);
    const n = document.axes.find(({ parameter }) => parameter === 'n');
    expect(n?.at).toBe(1.1);
    expect(n?.points.filter(({ value }) => value === 1.1)).toHaveLength(1);
    expect(existsSync(document.report)).toBe(true);
  });

  test('parameter-space writes every point of the grid', () => {
    const out = temporaryFolder('analysis');
    const result = evospice(['parameter-space', 'examples/diode', '--points', 'n=4', '--points', 'is=3', '--out', out, '--json']);
    expect(result.status, result.stderr).toBe(0);
    const { table, best } = documentOf<Analysis>(result);
    const [heading, ...points] = rows(table);
    expect(heading?.slice(0, 3).toSorted()).toEqual(['error', 'is', 'n']);
    expect(points).toHaveLength(12);
    const column = heading?.indexOf('error') ?? -1;
    expect(Math.min(...points.map((point) => Number(point[column])))).toBe(best?.error);
  });

  test.each([
    [['parameter-space', 'examples/diode', '--points', 'iss=3'], 'did you mean "is"?'],
    [['parameter-space', 'examples/diode', '--points', 'is=1'], 'at least two points'],
    [['cost-profile', 'examples/diode', '--resolution', '1'], 'at least two points'],
    [['cost-profile', 'examples/diode', '--set', 'xyz=1'], 'has no parameter "xyz"'],
  ])('%j is refused', (args, message) => {
    const result = evospice(args);
    expect(result.status).toBe(2);
    expect(result.stderr).toContain(message);
  });
});
