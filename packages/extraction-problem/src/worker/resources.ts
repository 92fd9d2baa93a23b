import type { ResourceScheduler, SchedulingPriority, Simulator, SimulatorSession } from '@evospice/contracts';
import { licenceFor, scheduledSession } from '@evospice/resources';

/** What simulations wait for, and in whose name. */
export interface Resources {
  readonly scheduler: ResourceScheduler;
  /** Name of the run among all that share the resources. */
  readonly run: string;
  /** Simulators of which licences are counted. */
  readonly licensed: readonly string[];
}

/** Who simulates, and what it takes besides a core and a licence. */
export interface Turn {
  /** Program that is charged, unique in its run. */
  readonly name: string;
  readonly priority: SchedulingPriority;
  /** Memory of the guest that waits for the simulation, MB. */
  readonly memoryMb: number;
}

/** A session that simulates in turn with everything that shares the resources: one core, the guest's memory, and a licence where they are counted. */
export function turnTaking(
  session: SimulatorSession, { name, priority, memoryMb }: Turn, { resources, simulator }: { readonly resources?: Resources; readonly simulator: Simulator },
): SimulatorSession {
  if (resources === undefined) return session;
  const { scheduler, run, licensed } = resources;
  return scheduledSession(session, scheduler, { account: `${run}/${name}`, priority, cores: 1, memoryMb, ...licenceFor(simulator, licensed) });
}
