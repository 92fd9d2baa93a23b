import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentOf, evospice, temporaryFolder } from './support/cli.ts';

/** A diode as somebody exports it in Germany: semicolons, decimal commas, a unit in the heading. */
function diode(): string {
  const rows = Array.from({ length: 16 }, (_, index) => 0.3 + index * 0.03).map((volts) => [volts.toFixed(2), (2e-9 * Math.expm1(volts / 0.0466) * 1e6).toExponential(4)].map((text) => text.replace('.', ',')).join(';'));
  return `\uFEFFVd [V];Id [µA]\n${rows.join('\n')}\n`;
}

describe('import', () => {
  test('begins with a file and ends with a card, without a word about the device but its kind', () => {
    const folder = temporaryFolder('import');
    writeFileSync(join(folder, 'diode.csv'), diode());
    const imported = evospice(['import', join(folder, 'diode.csv'), '--device', 'diode', '--out', join(folder, 'task'), '--json']);
    expect(imported.status, imported.stderr).toBe(0);
    const document = documentOf<{ readonly file: string; readonly report: string; readonly assumptions: readonly string[] }>(imported);
    expect(document.assumptions).toContain('27 degrees Celsius, as no temperature is stated: say --temp where it was another');
    expect(readFileSync(document.report, 'utf8')).toContain('16');
    const extracted = evospice(['extract', join(folder, 'task'), '--budget', '40', '--out', join(folder, 'run'), '--json']);
    expect(extracted.status, extracted.stderr).toBe(0);
    const { final, parameters } = documentOf<{ readonly final: { readonly train: { readonly relativeRms: number } }; readonly parameters: Readonly<Record<string, number>> }>(extracted);
    expect(final.train.relativeRms).toBeLessThan(0.01);
    expect(parameters['n']).toBeCloseTo(0.0466 / 0.025865, 1);
  });

  test('says with its exit code and one document which option is missing', () => {
    const folder = temporaryFolder('import');
    writeFileSync(join(folder, 'idvg.csv'), 'vg (V),vd (V),id (A)\n0,1,1e-9\n1,1,2e-5\n');
    const refused = evospice(['import', join(folder, 'idvg.csv'), '--out', join(folder, 'task'), '--json']);
    expect(refused.status).toBe(2);
    expect(documentOf(refused)).toMatchObject({ error: { code: 'USAGE_IMPORT', expected: expect.stringContaining('--device with one of mosfet'), remedy: expect.stringContaining('--device mosfet') } });
  });
});
