import type { ReporterSession, RunDescription, RunLog, Selection } from '@evospice/contracts';
import type { Kernel } from '@evospice/kernel';

/** The log of a run whose events also go to reporters, which are closed with it. */
export async function reportedLog(kernel: Kernel, log: RunLog, reporters: readonly Selection[], run: RunDescription): Promise<RunLog> {
  const sessions: ReporterSession[] = [];
  for (const selection of reporters) sessions.push(await kernel.registry.create('Reporter', selection).open(run));
  return {
    append: async (type, payload) => {
      const event = await log.append(type, payload);
      for (const session of sessions) session.event(event);
      return event;
    },
    events: (filter) => log.events(filter),
    setFact: (key, value) => log.setFact(key, value),
    fact: (key) => log.fact(key),
    close: async () => {
      for (const session of sessions) await session.close();
      await log.close();
    },
  };
}
