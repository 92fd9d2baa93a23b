import { describe, expect, it } from 'vitest';
import { besideLine } from './beside-line.ts';
import { spectreAdapter } from './spectre-adapter.ts';
import { stepFunction } from './step-function.ts';

const adapter = spectreAdapter({ output: 'nutbin', candidatesARun: 16, licenceWaitSeconds: 0 });

// Lines as logs and manuals quoted in public have them; no run of our own is behind them yet.
describe('what Spectre says', () => {
  const { noLicence, completed, notConverged } = adapter.messages;
  it.each([
    'FATAL (SPECTRE-209): Cannot run the simulation because the required license could not be checked out.',
    'ERROR (LMF-02001): License call failed for feature Virtuoso_Multi_mode_Simulation', 'FLEXnet ERROR(-1, 0, 0): Cannot find license file.',
  ])('%s: no licence', (line) => { expect(line).toMatch(noLicence as RegExp); });
  it('does not take waiting for refusing', () => { expect('Waiting for available license for Spectre.').not.toMatch(noLicence as RegExp); });
  it('is done when it completes without errors', () => {
    expect('spectre completes with 0 errors, 5 warnings, and 3 notices.').toMatch(completed as RegExp);
    expect('spectre completes with 1 error, 0 warnings, and 1 notice.').not.toMatch(completed as RegExp);
    expect('spectre terminated prematurely due to fatal error.').not.toMatch(completed as RegExp);
  });
  it('finds no solution', () => { expect('    ERROR (SPECTRE-16080): No DC solution found (no convergence).').toMatch(notConverged); });
  it('states its version', () => { expect(adapter.versionProbe.version.exec('@(#)$CDS: spectre  version 23.1.0 64bit')?.[1]).toBe('23.1.0'); });
});

describe('a table as an expression', () => {
  it.each([1, 2, 3, 61, 500])('of %d values gives each back, on short lines', (count) => {
    const text = stepFunction('k', Array.from({ length: count }, (_, at) => String(at * at - 3)));
    // oxlint-disable-next-line typescript/no-implied-eval -- an expression made above, whose operators are those of JavaScript
    const compute = new Function('k', `return ${text.replaceAll('\n+', '')}`) as (k: number) => number;
    for (let k = 0; k < count; k += 1) expect(compute(k)).toBe(k * k - 3);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(120);
  });
});

it('queues for a licence only when told to', () => {
  const job = { model: 'model evodut diode\n', deck: { id: 'd', temperatureC: 27, analysis: { kind: 'sweep', points: 2 }, sources: [], devices: [], signals: [], outputs: [], curves: [], models: [], options: {} } } as const;
  expect(adapter.write([job]).arguments).not.toContain('+lqtimeout');
  expect(spectreAdapter({ output: 'nutbin', candidatesARun: 16, licenceWaitSeconds: 30 }).write([job]).arguments.slice(-2)).toEqual(['+lqtimeout', '30']);
});

it.each([
  [{ name: 'rw0_0', kind: 'r', nodes: ['a', 'w0_0'], value: 20, params: { tc1: 1e-3, dtemp: 5, m: 2 } }, 'rw0_0 (a w0_0) resistor r=20 tc1=0.001 trise=5 m=2'],
  [{ name: 'vw0_1', kind: 'v', nodes: ['w0_0', 'b'], value: 0.01, params: { m: 1 } }, 'vw0_1 (w0_0 b) vsource type=dc dc=0.01'],
  [{ name: 'fw0_2', kind: 'f', nodes: ['a', '0'], control: 'vw0_1', value: 0.05, params: { m: 3 } }, 'fw0_2 (a 0) cccs probe=vw0_1 gain=0.05 m=3'],
  [{ name: 'hw0_3', kind: 'h', nodes: ['a', '0'], control: 'vw0_1', value: 2, params: {} }, 'hw0_3 (a 0) ccvs probe=vw0_1 rm=2'],
  [{ name: 'gw0_4', kind: 'g', nodes: ['a', '0', 'b', '0'], value: 1e-6, params: {} }, 'gw0_4 (a 0 b 0) vccs gm=0.000001'],
  [{ name: 'dw0_5', kind: 'd', nodes: ['a', 'b'], model: 'evobeside0', params: { area: 2, m: 4 } }, 'dw0_5 (a b) evobeside0 area=2 m=4'],
])('writes %j as a line of its own language', (element, line) => {
  expect(besideLine(element)).toBe(line);
});
