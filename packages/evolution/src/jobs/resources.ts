import type { ResourceScheduler, SimulatorSession } from '@evospice/kernel';
import { scheduledSession } from '@evospice/scheduler';
import type { ExtractionJob, ExtractionParts } from './extraction-job.ts';

/** What simulations wait for, and in whose name. */
export interface Resources {
  readonly scheduler: ResourceScheduler;
  /** Name of the run among all that share the resources. */
  readonly run: string;
  /** Simulators of which licences are counted. */
  readonly licensed: readonly string[];
}

/** A session that simulates in turn with everything that shares the resources: one core, and a licence where they are counted. */
export function turnTaking(session: SimulatorSession, { subject, priority }: ExtractionJob, { resources, simulator }: ExtractionParts): SimulatorSession {
  if (resources === undefined) return session;
  const { scheduler, run, licensed } = resources;
  const name = subject.kind === 'program' ? subject.id : subject.name;
  const licences = licensed.includes(simulator.name) ? { licences: { [simulator.name]: 1 } } : {};
  return scheduledSession(session, scheduler, { program: `${run}/${name}`, priority, cores: 1, memoryMb: 0, ...licences });
}
