import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { documentOf, evospice, measuredData, withoutData } from './support/cli.ts';

test('doctor finds the embedded simulator, times it, and says what the sandbox is made of', () => {
  const result = evospice(['doctor', '--json']);
  expect(result.status, result.stderr).toBe(0);
  const { simulators, sandbox } = documentOf<{ simulators: { name: string; available: boolean; simulationsPerSecond?: number }[]; sandbox: { description: string } }>(result);
  const wasm = simulators.find(({ name }) => name === 'ngspice-wasm');
  expect(wasm).toMatchObject({ available: true });
  expect(wasm?.simulationsPerSecond).toBeGreaterThan(1);
  expect(sandbox.description).toContain('isolated-vm');
});

test('doctor without a native ngspice says what to install', () => {
  const result = evospice(['doctor', '--no-speed'], { env: { PATH: '/nonexistent' } });
  expect(result.status).toBe(0);
  expect(result.stdout).toMatch(/Not installed[\s\S]*ngspice-process\n +install ngspice/);
});

test('simulate prints simulated beside measured vectors of equal length', () => {
  const result = evospice(['simulate', 'examples/diode', '--set', 'is=1e-18', '--json']);
  expect(result.status, result.stderr).toBe(0);
  expect(result.stderr).toBe('');
  const { curves, set } = documentOf<{ curves: { x: number[]; vectors: { measured: number[]; simulated: number[] }[] }[]; set: unknown }>(result);
  expect(set).toEqual({ is: 1e-18 });
  expect(curves.length).toBe(8);
  for (const { x, vectors } of curves) {
    for (const { measured, simulated } of vectors) {
      expect(measured.length).toBe(x.length);
      expect(simulated.length).toBe(x.length);
      expect(simulated.every(Number.isFinite)).toBe(true);
    }
  }
});

test('schema prints JSON Schemas that know the plugins', () => {
  const schema = evospice(['schema', 'evolve', '--json']);
  expect(documentOf(schema)).toMatchObject({ type: 'object', properties: { proposers: {}, tasks: {}, archive: {} } });
  expect(schema.stdout).toContain('map-elites');
  expect(documentOf(evospice(['schema', 'task', '--json']))).toMatchObject({ properties: { tunables: {} } });
  expect(evospice(['schema', 'evolv']).stderr).toContain('did you mean "evolve"?');
});

test('without a command, and with a wrong one, help is shown and the exit code is not 0', () => {
  expect(evospice([]).status).not.toBe(0);
  const wrong = evospice(['exctract']);
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toContain('Did you mean extract?');
  expect(evospice(['--help']).status).toBe(0);
});

test.skipIf(measuredData === undefined)(`tasks are found by their ids${withoutData}`, () => {
  const { data } = documentOf<{ data: { location: string; tasks: { id: string }[] } }>(evospice(['doctor', '--no-speed', '--json'], { env: { EVOSPICE_DATA: measuredData } }));
  expect(existsSync(data.location)).toBe(true);
  expect(data.tasks.length).toBe(15);
});
