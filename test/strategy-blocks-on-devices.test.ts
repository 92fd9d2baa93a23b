import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CompactModels, ExtractionProblem, SimulatorSession, Task } from '@evospice/contracts';
import { compactModels } from '../packages/compact-models/src/index.ts';
import { generateTask, testbenchOf } from '../packages/device/src/index.ts';
import { extract } from '../packages/extraction/src/index.ts';
import { priorCost } from '../packages/toolbox/src/index.ts';
import { chooseBlocks, composeProgram, type StrategyKind } from '../plugins/proposer-ast/src/index.ts';
import { runTrusted } from '../plugins/proposer-ast/src/testing/run-trusted.ts';
import { CompactSimulator } from '../plugins/simulator-compact/src/index.ts';

/** Strategy blocks of parts of the toolbox do on a generated transistor what they are for: with its model, with a wrong one, and without. */
const standard: Readonly<Partial<Record<StrategyKind, string>>> = {
  sampling: 'around-best', residuals: 'log-through-zero', differences: 'forward', 'trust-scale': 'unit-cube', initialisation: 'free-start',
  'local-search': 'levenberg-marquardt', restart: 'jump-from-best', schedule: 'local-rounds',
};
const simulator = new CompactSimulator();
interface Device {
  readonly task: Task;
  readonly session: SimulatorSession;
}
let small: Device;
let large: Device;

beforeAll(async () => {
  const deviceOf = async (points: 'tiny' | 'normal'): Promise<Device> => {
    const task = await generateTask({ family: 'bsim4', seed: 102, points }, simulator);
    return { task, session: await simulator.open(testbenchOf(task)) };
  };
  [small, large] = [await deviceOf('tiny'), await deviceOf('normal')];
});
afterAll(async () => {
  await small.session.close();
  await large.session.close();
});

interface Found {
  /** Error over that of the start card. */
  readonly ratio: number;
  readonly log: readonly string[];
}

async function run(choice: Readonly<Partial<Record<StrategyKind, string>>>, budget: number, models: CompactModels, { task, session } = small): Promise<Found> {
  const source = composeProgram(chooseBlocks({ ...standard, ...choice }));
  const log: string[] = [];
  let [start, best] = [Number.NaN, Infinity];
  await extract({
    task, session, simulator: simulator.name, budget, seed: 1, fits: false, models, onLog: (line) => { log.push(line); },
    onStart: ({ error }) => { start = error; }, onBest: ({ error }) => { best = error; },
    optimizer: {
      name: 'blocks',
      async optimize(problem, context) {
        expect(await runTrusted(source, problem, context)).toBeUndefined();
      },
    },
  });
  return { ratio: Math.min(1, best / start), log };
}

const known = compactModels();
const hidden = compactModels({ without: ['bsim4'] });
/** Junction depth, doping and oxide of the card are not the device's. */
const wrong: CompactModels = {
  without: [],
  ofProblem(problem: ExtractionProblem) {
    const { values } = problem.model;
    return known.ofProblem({ ...problem, model: { ...problem.model, values: { ...values, ...Object.fromEntries(['xj', 'ndep', 'toxm'].map((name) => [name, values[name]! * 1.15])) } } });
  },
};

describe('strategy blocks on a generated transistor', () => {
  test.each([
    ['initialisation', 'direct-start', 1, hidden, 0.8],
    ['local-search', 'on-the-prior', 10, hidden, 0.4],
    ['differences', 'chosen-curves', 20, hidden, 0.8],
    ['local-search', 'geodesic', 60, hidden, 0.5],
    ['local-search', 'manifold-steps', 5, known, 0.1],
    ['local-search', 'manifold-steps', 8, wrong, 0.1],
    ['local-search', 'calibrated-model', 5, known, 0.1],
    ['restart', 'wake-gated', 60, known, 0.8],
  ] as const)('%s %s lowers the error within %i simulations', async (kind, name, budget, models, ratio) => {
    expect((await run({ [kind]: name }, budget, models)).ratio).toBeLessThan(ratio);
  });

  test('a calibrated model that is wrong needs fewer simulations than one that is not calibrated', async () => {
    const calibrated = await run({ 'local-search': 'calibrated-model' }, 3, wrong, large);
    const plain = await run({ 'local-search': 'on-the-model' }, 3, wrong, large);
    expect(calibrated.ratio).toBeLessThan(0.8 * plain.ratio);
  });

  test('what the prior cost and what was read off curves is in the log', async () => {
    const { log } = await run({ initialisation: 'direct-start', 'local-search': 'on-the-prior' }, 3, hidden);
    expect(log.some((line) => line.startsWith('direct start: '))).toBe(true);
    expect(log.some((line) => line.startsWith('prior Jacobian: 0 of 17 parameters by their own family') && line.endsWith(priorCost()))).toBe(true);
  });
});
