import type { CurveFit, ExtractionResult } from '@evospice/extraction';
import type { ModelCard, Task } from '@evospice/contracts';
import { transistorFits } from './device-curves.ts';
import { fallingRun } from './evolution-events.ts';

export const cardBefore = `* generic card\n.model start nmos level=14 version=4.5\n+ vth0=0.62 u0=0.03\n+ vsat=8e4 pclm=0.5\n* end\n`;
export const cardAfter = `* generic card\n.model start nmos level=14 version=4.5\n+ vth0=0.48213 u0=0.05\n+ vsat=1.2e5 pclm=0.5\n* end\n`;

/** A task as a report reads it: its tunables, device and model. */
export function sampleTask(changes: Partial<Task> = {}): Task {
  const card: ModelCard = {
    name: 'start', type: 'nmos', file: 'start.mod', dialect: 'ngspice', names: () => ['vth0', 'u0', 'vsat', 'pclm'], value: () => undefined, text: () => undefined, with: () => card, toString: () => cardBefore,
  };
  return {
    id: 'nmos-short', title: 'NMOS W = 10 µm, L = 0.13 µm from a generic card', device: { kind: 'mosfet', polarity: 'n', process: 'a 130 nm process', vdd: 1.8, terminals: ['d', 'g', 's', 'b'], thermalNode: false },
    model: { family: 'BSIM4 (version 4.5)', card }, instances: [], curves: [], notes: [], origin: 'measured', source: 'somewhere',
    tunables: [
      { name: 'vth0', lower: 0.2, upper: 0.9, start: 0.62, scale: 'lin', unit: 'V', role: 'threshold voltage', group: 'threshold' },
      { name: 'u0', lower: 0.01, upper: 0.05, start: 0.03, scale: 'lin', unit: 'm²/Vs', role: 'mobility', group: 'mobility' },
      { name: 'vsat', lower: 2e4, upper: 5e5, start: 8e4, scale: 'log', unit: 'm/s', role: 'saturation velocity' },
      { name: 'pclm', lower: 0.01, upper: 10, start: 0.5, scale: 'log' },
    ],
    ...changes,
  };
}

export function sampleResult(changes: Partial<ExtractionResult> = {}): ExtractionResult {
  const run = fallingRun('nmos-short', 3, { pace: 20, end: 0.06, allowed: 200, startError: 0.511 });
  const fits: readonly CurveFit[] = transistorFits({ instances: ['W10u0_L0u13'], points: 61 });
  return {
    task: 'nmos-short', optimizer: 'levenberg-marquardt', simulator: 'ngspice', seed: 3, metric: 'relative', budget: { allowed: 200, spent: 200 },
    start: { train: { relativeRms: 0.511, logRms: 0.431 }, validate: { relativeRms: 0.469, logRms: 0.406 } },
    final: { train: { relativeRms: 0.0501, logRms: 0.02 }, validate: { relativeRms: 0.0977, logRms: 0.041 } },
    parameters: { vth0: 0.48213, u0: 0.05, vsat: 1.2e5, pclm: 0.5 }, trajectory: run.trajectory, run, fits, end: 'budget', log: ['stage threshold', 'stage mobility'],
    ...changes,
  };
}
