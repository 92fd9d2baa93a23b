import { defined, type Clock, type ExtensionRegistry, type Logger, type Optimizer, type ProgramRunner, type Selection, type Simulator, type Task } from '@evospice/contracts';
import { fromModel, optimizerLibrary, programOptimizer } from '@evospice/extraction';
import { createScheduler, licenceFor, scheduledSimulator } from '@evospice/resources';
import type { ResolvedEntry } from '../suite/bench-entries.ts';
import type { BenchSuite } from '../suite/bench-suite.ts';
import { taskAt, type LocatedTask, type SimulatorFor } from '../suite/bench-tasks.ts';
import type { CellHost } from './cell-job.ts';
import { CellRunner, type CellRunnerOptions } from './cell-runner.ts';

/** What parts of a benchmark are made from. */
export interface BenchServices {
  readonly registry: ExtensionRegistry;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Everything a worker process is told: plain data. */
export interface BenchSetup {
  readonly plugins: readonly string[];
  /** Suite file, which plugins are looked up from. */
  readonly file: string;
  readonly verbose: boolean;
  readonly entries: readonly ResolvedEntry[];
  readonly tasks: readonly LocatedTask[];
  readonly suite: Pick<BenchSuite, 'simulator' | 'rules' | 'runner' | 'resources' | 'metric' | 'limits' | 'timeLimit' | 'hiddenModels'>;
}

/** Makes the simulators that tasks ask for, each once. `close` ends what counts licences. */
export function benchSimulators({ registry, clock, logger }: BenchServices, suite: Pick<BenchSuite, 'simulator' | 'resources'>): { readonly simulatorFor: SimulatorFor; close(): Promise<void> } {
  const licensed = Object.keys(suite.resources.licences);
  const scheduler = licensed.length === 0 ? undefined : createScheduler(suite.resources, { clock, logger });
  const made = new Map<string, Simulator>();
  const make = (selection: Selection): Simulator => {
    const simulator = registry.create('Simulator', selection);
    const licence = licenceFor(simulator, licensed);
    if (scheduler === undefined || licence.licences === undefined) return simulator;
    return scheduledSimulator(simulator, scheduler, { account: `bench/${process.pid}`, priority: 'validation', cores: 1, memoryMb: 0, ...licence });
  };
  return {
    simulatorFor: (origin) => {
      const name = 'analytic' in origin ? 'analytic' : suite.simulator.name;
      const simulator = made.get(name) ?? make(name === suite.simulator.name ? suite.simulator : name);
      made.set(name, simulator);
      return simulator;
    },
    close: async () => scheduler?.close(),
  };
}

/**
 * What a worker process runs cells with.
 * @param onLog called with every line that an optimizer logs
 */
export function benchHost(services: BenchServices, setup: BenchSetup, { onLog }: Pick<CellRunnerOptions, 'onLog'> = {}): CellHost {
  const { registry } = services;
  const { suite, entries, tasks } = setup;
  const { simulatorFor, close } = benchSimulators(services, suite);
  const loaded = new Map<string, Promise<{ readonly task: Task; readonly simulator: Simulator }>>();
  let runner: ProgramRunner | undefined;
  const optimizerOf = (entry: ResolvedEntry): Optimizer => {
    if (entry.kind === 'optimizer') return registry.create('Optimizer', entry.selection);
    runner ??= registry.create('ProgramRunner', suite.runner);
    return programOptimizer({ name: entry.name, program: entry.program, runner, limits: suite.limits });
  };
  const optimizerNamed = (name: string): Optimizer => {
    const entry = named(entries, name, 'entry');
    return entry.start === 'model' ? fromModel(optimizerOf(entry)) : optimizerOf(entry);
  };
  const taskNamed = (id: string) => {
    const task = loaded.get(id) ?? taskAt(registry, tasks.find((one) => one.id === id) as LocatedTask, simulatorFor);
    loaded.set(id, task);
    return task;
  };
  const cells = new CellRunner({ optimizerNamed, taskNamed }, {
    metric: suite.metric,
    optimizers: optimizerLibrary(registry),
    hiddenModels: (name) => [...suite.hiddenModels, ...(named(entries, name, 'entry').hiddenModels ?? [])],
    ...defined({ onLog }),
    ...(suite.rules.length === 0 ? {} : { rules: suite.rules.map((selection) => registry.create('PhysicsRule', selection)) }),
    // Finer than the system's clock of whole milliseconds: a simulation may take a fraction of one.
    clock: { now: () => performance.timeOrigin + performance.now() },
    ...(suite.timeLimit === undefined ? {} : { limitSeconds: suite.timeLimit }),
  });
  return {
    run: (cell, signal) => cells.run(cell, signal),
    close: async () => {
      await cells.close();
      await runner?.close();
      await close();
    },
  };
}

function named<T extends { readonly name: string }>(all: readonly T[], name: string, what: string): T {
  const found = all.find((one) => one.name === name);
  if (found === undefined) throw new Error(`the worker was told nothing of the ${what} ${name}`);
  return found;
}
