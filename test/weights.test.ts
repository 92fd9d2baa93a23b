import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf, evospice, root, temporaryFolder } from './support/cli.ts';

interface Extraction {
  readonly failure?: { readonly message: string };
  readonly log: readonly string[];
  readonly notes: readonly string[];
  readonly final: { readonly train: { readonly relativeRms: number } };
}

/** The example diode with one reading doubled, and weights over the first curve's low and high ends. */
function weightedDiode(): string {
  const folder = join(temporaryFolder('weights'), 'task');
  cpSync(join(root, 'examples', 'diode'), folder, { recursive: true });
  const change = (file: string, from: string, to: string): void => {
    const before = readFileSync(join(folder, file), 'utf8');
    expect(before).toContain(from);
    writeFileSync(join(folder, file), before.replace(from, to));
  };
  change('data/001-iv.csv', '0.45,5.73501e-7', '0.45,11.47e-7');
  change('task.yaml', '    sweep: va\n', '    sweep: va\n    weights: [{ where: { va: [0, 0.35] }, weight: 9 }, { where: { ia: [10m, 1] }, weight: 0 }]\n');
  return folder;
}

test('points are weighted, glitches are named and not fitted, and a program in the sandbox sees the residuals that the host has', () => {
  const folder = weightedDiode();
  const program = join(folder, 'look.ts');
  writeFileSync(program, `export default async function optimizeSpiceParameters(problem: any, context: any): Promise<void> {
  const look = ({ curves, residuals, error }: any, every: number) => {
    const own = curves.flatMap(({ id, residuals: { relative } }: any) => {
      const curve = problem.curves.find((one: any) => one.id === id);
      const points = curve.vectors.flatMap((vector: any) => vector.scored.filter((point: number) => point % every === 0).map((point: number) => curve.weight * (vector.weights?.[point] ?? 1)));
      return relative.map((residual: number, index: number) => residual * Math.sqrt(points[index]));
    });
    return { same: JSON.stringify(own) === JSON.stringify(residuals), off: Math.abs(Math.sqrt(own.reduce((sum: number, one: number) => sum + one * one, 0) / own.length) / error - 1) < 1e-12 };
  };
  const [{ vectors: [first] }] = problem.curves;
  const thinned = await context.simulate([problem.parameters.map((one: any) => one.start)], { every: 3 });
  context.log(JSON.stringify({ start: look(problem.start, 1), thinned: look(thinned[0], 3), scored: first.scored, weights: first.weights }));
}
`);
  const seen = documentOf<Extraction>(evospice(['extract', folder, '--optimizer', program, '--out', join(folder, 'look'), '--budget', '3', '--json']));
  expect(seen.failure).toBeUndefined();
  // va from 0.2 to 0.325 V weighs 9; the reading of 0.45 V jumps; 10 mA is passed at 0.7625 V, the 19th point.
  expect(JSON.parse(seen.log.at(-1)!)).toEqual({
    start: { same: true, off: true }, thinned: { same: true, off: true },
    scored: [0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17], weights: [9, 9, 9, 9, 9, 1, 1, 1, 0, ...Array.from({ length: 9 }, () => 1), ...Array.from({ length: 7 }, () => 0)],
  });
  expect(seen.notes.join('\n')).toContain('ia of curve area/iv/27C jumps to 0.000001147 here and back (not scored, unless `metric: { doubtful: scored }`)');

  // The weighted error is what is fitted: `space-mapping` reckons with the same weights, on the compact model, and ends at the noise of the data.
  const fitted = documentOf<Extraction>(evospice(['extract', folder, '--optimizer', 'space-mapping', '--out', join(folder, 'fitted'), '--budget', '30', '--json']));
  expect(fitted.final.train.relativeRms).toBeLessThan(0.01);
});
