import { availableParallelism } from 'node:os';
import { findTasks, generateTask, testbenchOf } from '@evospice/device';
import { describeError, type Kernel, type Simulator, type SimulatorStatus } from '@evospice/kernel';
import { isolationStatus } from '@evospice/sandbox';
import type { CommandResult } from '../output/run-command.ts';

interface SimulatorReport extends SimulatorStatus {
  readonly name: string;
  /** Simulations a second of a generic BSIM4 device's whole bench, one after another, after a warm-up. */
  readonly simulationsPerSecond?: number;
  /** Why it could not be timed although it is there. */
  readonly trouble?: string;
}

/** `evospice doctor`: what is installed, how fast it is, and what to install for more. */
export async function doctorCommand(kernel: Kernel, options: { readonly simulator?: string; readonly speed: boolean }, signal: AbortSignal): Promise<CommandResult> {
  const names = options.simulator === undefined ? kernel.registry.list('Simulator').map(({ contribution }) => contribution.name) : [options.simulator];
  const simulators: SimulatorReport[] = [];
  for (const name of names) {
    const simulator = kernel.registry.create('Simulator', name);
    const status = await simulator.probe();
    const timing = status.available && options.speed ? await timed(simulator, signal) : {};
    simulators.push({ name, ...status, ...timing });
  }
  const data = await findTasks();
  const sandbox = await isolationStatus();
  const document = {
    node: process.version,
    cores: availableParallelism(),
    simulators,
    sandbox,
    data: { location: data.location, searched: data.searched, tasks: data.tasks.map(({ id, kind }) => ({ id, kind })) },
  };
  const usable = simulators.some(({ available, trouble }) => available && trouble === undefined);
  return { document, text: textOf(document), exitCode: usable ? 0 : 1 };
}

const warmUp = 25;
const counted = 20;

async function timed(simulator: Simulator, signal: AbortSignal): Promise<Pick<SimulatorReport, 'simulationsPerSecond' | 'trouble'>> {
  try {
    const task = await generateTask({ family: 'bsim4', seed: 1 }, simulator, { signal });
    const session = await simulator.open(testbenchOf(task), { signal });
    try {
      const candidate = task.tunables.map(({ start }) => start);
      await session.simulate({ candidates: Array.from({ length: warmUp }, () => candidate) }, { signal });
      const begin = performance.now();
      const outcomes = await session.simulate({ candidates: Array.from({ length: counted }, () => candidate) }, { signal });
      const seconds = (performance.now() - begin) / 1000;
      const failed = outcomes.find((outcome) => !outcome.ok);
      if (failed !== undefined && !failed.ok) return { trouble: `${failed.failure.message} [${failed.failure.code}]` };
      return { simulationsPerSecond: Number((counted / seconds).toPrecision(3)) };
    } finally {
      await session.close();
    }
  } catch (error) {
    return { trouble: describeError(error) };
  }
}

function textOf(document: {
  readonly node: string;
  readonly cores: number;
  readonly simulators: readonly SimulatorReport[];
  readonly sandbox: { readonly description: string; readonly remedy?: string };
  readonly data: { readonly location: string | null; readonly searched: readonly string[]; readonly tasks: readonly unknown[] };
}): string {
  const simulators = document.simulators.flatMap((entry) => [
    `  ${entry.available ? (entry.trouble === undefined ? 'ok     ' : 'trouble') : 'missing'} ${entry.name.padEnd(18)} ${entry.version ?? ''} ${entry.location ?? ''}`.trimEnd(),
    ...(entry.simulationsPerSecond === undefined ? [] : [`          ${entry.simulationsPerSecond} simulations of a generic BSIM4 device a second and core`]),
    ...(entry.trouble === undefined ? [] : [`          ${entry.trouble}`]),
    ...(entry.remedy === undefined ? [] : [`          ${entry.remedy}`]),
  ]);
  const { location, searched, tasks } = document.data;
  return [
    `Node ${document.node}, ${document.cores} cores`,
    'Simulators',
    ...simulators,
    'Sandbox',
    `  ${document.sandbox.description}`,
    ...(document.sandbox.remedy === undefined ? [] : [`          ${document.sandbox.remedy}`]),
    'Measured tasks',
    location === null ? `  none; generated tasks are used instead. Looked at: ${searched.join(', ')}` : `  ${tasks.length} in ${location}`,
  ].join('\n');
}
