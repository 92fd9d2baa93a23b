import { sampleBenchRuns } from '@evospice/bench';
import { encodeTrajectory } from '@evospice/extraction';
import { testRunKind } from '@evospice/testkit';
import { evolutionEvents, sampleTasks } from '../testing/evolution-events.ts';
import { sampleResult } from '../testing/sample-extraction.ts';
import { ablateKind } from './ablate.ts';
import { benchKind } from './bench.ts';
import { evolveKind } from './evolve.ts';
import { extractKind } from './extract.ts';

testRunKind('evolve', () => evolveKind, {
  events: evolutionEvents({ tasks: sampleTasks, programs: 12, baselines: ['levenberg-marquardt'], baselineSeeds: 2, budget: 20, fits: new Map() }),
  facts: { title: 'A run' },
});

testRunKind('extract', () => extractKind, {
  events: [
    { type: 'extraction-started', payload: { budget: 200, metric: 'relative' } },
    { type: 'evaluation', payload: { spent: 12.5, error: 0.2, best: 0.1 } },
    { type: 'result', payload: sampleResult() },
  ],
  facts: { configuration: { budget: 200 } },
});

const runs = sampleBenchRuns({ tasks: 3, seeds: 2, budget: 40 });
const named = (of: (run: (typeof runs)[number]) => string): readonly string[] => [...new Set(runs.map(of))];
testRunKind('bench', () => benchKind, {
  events: [
    { type: 'bench-started', payload: { cells: runs.length, asked: runs.length, stored: 0, workers: 1, versions: {} } },
    ...runs.map((one) => ({ type: 'bench-run', payload: { ...one, run: { ...one.run, trajectory: encodeTrajectory(one.run.trajectory) } } })),
    { type: 'bench-finished', payload: { runs: runs.length } },
  ],
  facts: {
    title: 'A benchmark',
    'bench-plan': { entries: named(({ entry }) => entry), tasks: named(({ task }) => task), seeds: [...new Set(runs.map(({ seed }) => seed))], budgets: [...new Set(runs.map(({ run }) => run.allowed))] },
    'bench-record': { title: 'A benchmark', file: '/suites/quick.yaml', suite: 'optimizers: []\n', analysis: { metric: 'relative' }, simulators: { none: null }, versions: {} },
  },
});

const armRun = (arm: string, seed: number, score: number) => ({ arm, seed, score, validation: score / 2, champion: 'p0001', programs: 3, proposals: 3, evaluations: 6, cost: 10, tokens: 0, money: null, folder: `${arm}-${seed}`, problem: 'h' });
testRunKind('ablate', () => ablateKind, {
  events: [
    { type: 'ablation-started', payload: { arms: [{ arm: 'whole', lacks: '' }, { arm: 'no-race', lacks: 'racing' }], idle: [], seeds: [1, 2], versions: { evospice: '0.1.0' } } },
    ...[1, 2].flatMap((seed) => ['whole', 'no-race'].map((arm) => ({ type: 'arm-finished', payload: armRun(arm, seed, seed + arm.length / 10) }))),
    { type: 'ablation-finished', payload: { runs: 4 } },
  ],
  facts: { title: 'An ablation', configuration: { seed: 1 }, 'configuration-file': '/configurations/evolve.yaml' },
});
