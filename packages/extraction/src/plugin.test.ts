import { createKernel } from '@evospice/kernel';
import { describe, expect, it } from 'vitest';
import { extractionPlugin } from './plugin.ts';

describe('extraction plugin', () => {
  const silent = { debug() {}, info() {}, warn() {} };
  const { registry } = createKernel({ clock: { now: () => 0 }, logger: silent, plugins: [{ plugin: extractionPlugin, location: 'here' }] });

  it('contributes the scorer and the descriptors under their own names', () => {
    expect(registry.create('Scorer', 'evospice').name).toBe('evospice');
    for (const { contribution } of registry.list('Descriptor')) expect(registry.create('Descriptor', contribution.name).name).toBe(contribution.name);
    expect(registry.list('Descriptor').map(({ contribution }) => contribution.name)).toEqual(['exploration', 'convergence', 'locality', 'staging', 'batch-use', 'robustness', 'program-length', 'ast-nodes', 'own-compute']);
  });

  it('passes alpha on and refuses one outside [0, 1]', () => {
    const runs = [{ task: 't', seed: 1, allowed: 1, startError: 1, trajectory: [{ spent: 0.5, error: 0, best: 0 }] }];
    expect(registry.create('Scorer', { name: 'evospice', options: { alpha: 1 } }).score({ runs }).parts['efficiency']).toBeCloseTo(1.5, 12);
    expect(() => registry.create('Scorer', { name: 'evospice', options: { alpha: 2 } })).toThrow(expect.objectContaining({ code: 'EXTENSION_OPTIONS' }));
  });
});
