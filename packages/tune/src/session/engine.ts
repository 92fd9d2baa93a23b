import { EvospiceError, type ExtensionRegistry, type Selection, type SimulatorSession, type Task } from '@evospice/contracts';
import { testbenchOf } from '@evospice/device';
import { openTestbench } from '@evospice/testbench';

/** What computes the curves. */
export interface Engine {
  readonly name: string;
  /** Why it is this one; empty where it was asked for. */
  readonly why: string;
  readonly session: SimulatorSession;
}

/** What a compact model refuses: it does not have the device, what its card says, or what was measured. */
const notCovered = ['SIMULATOR_MODEL', 'SIMULATOR_TESTBENCH'];

/**
 * Opens the task, all of its curves, on a simulator: the one asked for, else the compact model of the device, else ngspice.
 * @throws EvospiceError what the simulator throws
 */
export async function openEngine(registry: ExtensionRegistry, task: Task, asked: Selection | undefined, signal: AbortSignal): Promise<Engine> {
  const open = async (selection: Selection, why: string): Promise<Engine> => {
    const simulator = registry.create('Simulator', selection);
    return { name: simulator.name, why, session: await openTestbench(simulator, testbenchOf(task, ['train', 'validate', 'extra']), { signal }) };
  };
  if (asked !== undefined) return open(asked, '');
  try {
    return await open('compact', 'the compact model covers the device');
  } catch (error) {
    if (!EvospiceError.is(error) || !notCovered.includes(error.code)) throw error;
    return open('ngspice', error.message);
  }
}
