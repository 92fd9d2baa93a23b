import type { ResourceRequest, ResourceScheduler, SimulationOutcome, SimulationRequest, SimulatorSession } from '@evospice/contracts';
import { withLease } from './with-lease.ts';

/**
 * A session whose every call of `simulate` waits its turn and holds what `request` asks for while it runs. Candidates that
 * found no licence are simulated again when there is one: they are the licence server's doing and not the caller's.
 *
 * Closing it closes the session beneath.
 */
export function scheduledSession(session: SimulatorSession, scheduler: ResourceScheduler, request: ResourceRequest): SimulatorSession {
  return {
    simulate: (asked, options = {}) => simulateInTurn({ session, scheduler, request, asked, ...(options.signal === undefined ? {} : { signal: options.signal }) }),
    close: () => session.close(),
  };
}

interface Call {
  readonly session: SimulatorSession;
  readonly scheduler: ResourceScheduler;
  readonly request: ResourceRequest;
  readonly asked: SimulationRequest;
  readonly signal?: AbortSignal;
}

async function simulateInTurn({ session, scheduler, request, asked, signal }: Call): Promise<readonly SimulationOutcome[]> {
  const outcomes: (SimulationOutcome | undefined)[] = asked.candidates.map(() => undefined);
  await withLease(
    scheduler,
    request,
    async (lease) => {
      const open = [...outcomes.keys()].filter((index) => isOpen(outcomes[index]));
      const candidates = open.map((index) => asked.candidates[index] as ArrayLike<number>);
      const within = signal === undefined ? lease.signal : AbortSignal.any([signal, lease.signal]);
      const answers = await session.simulate({ ...asked, candidates }, { signal: within });
      for (const [at, index] of open.entries()) outcomes[index] = answers[at] as SimulationOutcome;
    },
    {
      ...(signal === undefined ? {} : { signal }),
      // Without a licence to give back there is nothing to wait for: the outcome stands.
      denial: () => (request.licences === undefined ? null : refusalIn(outcomes)),
    },
  );
  return outcomes as SimulationOutcome[];
}

const isOpen = (outcome: SimulationOutcome | undefined): boolean => outcome === undefined || (!outcome.ok && outcome.failure.code === 'NO_LICENCE');

function refusalIn(outcomes: readonly (SimulationOutcome | undefined)[]): string | null {
  for (const outcome of outcomes) {
    if (outcome !== undefined && !outcome.ok && outcome.failure.code === 'NO_LICENCE') return outcome.failure.message;
  }
  return null;
}
