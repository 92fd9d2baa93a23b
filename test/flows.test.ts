import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentOf, evospice, temporaryFolder } from './support/cli.ts';

const flow = `
name: two stages
stages:
  - { name: exponential, parameters: ['group:saturation-current'], regions: [mid-current], optimizer: lm, share: 0.2 }
  - { name: everything, optimizer: lm }
`;

describe('extract in stages', () => {
  test('runs the stages of a file, and says what each came to', () => {
    const folder = temporaryFolder('flows');
    const file = join(folder, 'flow.yaml');
    writeFileSync(file, flow);
    const result = evospice(['extract', 'examples/diode', '--flow', file, '--budget', '60', '--out', join(folder, 'run'), '--json']);
    expect(result.status, result.stderr).toBe(0);
    const { optimizer, start, final, log } = documentOf<{ optimizer: string; start: { train: { relativeRms: number } }; final: { train: { relativeRms: number } }; log: string[] }>(result);
    expect(optimizer).toBe('flow');
    expect(final.train.relativeRms).toBeLessThan(0.1 * start.train.relativeRms);
    expect(log.filter((line) => line.startsWith('stage'))).toEqual([expect.stringMatching(/^stage exponential \(lm; n, is; 44 points\)/u), expect.stringMatching(/^stage everything \(lm; all parameters; 150 points\).*kept/u)]);
  });

  test('a flow for another model is refused, and one that is wrong with its line', () => {
    const folder = temporaryFolder('flows');
    const foreign = evospice(['extract', 'examples/diode', '--flow', 'bsim', '--out', join(folder, 'run'), '--json']);
    expect(foreign.status).toBe(1);
    expect(foreign.stdout).toContain('OPTIMIZER_UNSUPPORTED');
    expect(foreign.stdout).toContain('not for diode');
    const file = join(folder, 'flow.yaml');
    writeFileSync(file, flow.replace('[mid-current]', '[mid-curent]'));
    const wrong = evospice(['extract', 'examples/diode', '--flow', file, '--out', join(folder, 'run')]);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('flow.yaml:4');
    expect(wrong.stderr).toContain('mid-current');
  });
});
