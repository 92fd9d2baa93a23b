import type { ResourceRequest, ResourceScheduler, Simulator } from '@evospice/contracts';
import { scheduledSession } from './scheduled-session.ts';

/** A simulator of which every session simulates in turn, see `scheduledSession`. Its name is that of the simulator beneath. */
export function scheduledSimulator(simulator: Simulator, scheduler: ResourceScheduler, request: ResourceRequest): Simulator {
  return {
    name: simulator.name,
    circuits: simulator.circuits === true,
    probe: () => simulator.probe(),
    open: async (testbench, options) => scheduledSession(await simulator.open(testbench, options), scheduler, request),
  };
}

/** The part of a request that asks for one licence of a simulator; nothing where its licences are not counted. */
export function licenceFor({ name }: Pick<Simulator, 'name'>, licensed: readonly string[]): Pick<ResourceRequest, 'licences'> {
  return licensed.includes(name) ? { licences: { [name]: 1 } } : {};
}
