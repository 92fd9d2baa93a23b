import { availableParallelism, totalmem } from 'node:os';
import { z } from 'zod';
import { defaultCoreSettings, type CoreSettings } from '../core/settings.ts';

const seconds = z.number().positive().max(86_400);
const { leaseMs, ageing, backOff } = defaultCoreSettings;

/** What of the machine's memory evaluations may take when nothing else is said: the rest is for everybody else. */
const MEMORY_SHARE = 0.8;

/** Configuration of the scheduler. */
export const schedulerOptionsSchema = z.strictObject({
  cores: z.int().min(1).default(() => availableParallelism()).describe('Cores that evaluations of this process may use; all when left out.'),
  memoryMb: z.int().min(1).default(() => Math.max(1, Math.floor((totalmem() / 2 ** 20) * MEMORY_SHARE))).describe('Memory that evaluations of this process may use, MB; 80 % of the machine when left out.'),
  licences: z.record(z.string().min(1), z.int().min(0)).default({}).describe('Licences by simulator, such as `hspice: 2`.'),
  shared: z.boolean().optional().describe('Whether processes on this host share the licences; yes where there are any, when left out.'),
  directory: z.string().min(1).optional().describe("Folder of the ledger of licences, on a local disk; the user's state folder when left out."),
  leaseSeconds: seconds.default(leaseMs / 1000).describe('A lease that shows no sign of life for this long is taken back.'),
  ageing: z.strictObject({
    afterSeconds: z.number().min(0).max(86_400).default(ageing.afterMs / 1000).describe('What has waited this long may be served by age alone.'),
    share: z.number().gt(0).lt(1).default(ageing.share).describe('Fraction of the resource time that may go by age at most.'),
  }).prefault({}).describe('Keeps what goes last from waiting for ever.'),
  backOff: z.strictObject({
    firstSeconds: seconds.default(backOff.firstMs / 1000).describe('Wait after the first refusal of a licence server; doubles with each further one.'),
    longestSeconds: seconds.default(backOff.longestMs / 1000).describe('Longest wait after a refusal.'),
    probeSeconds: seconds.default(backOff.probeMs / 1000).describe('A licence tried after a refusal counts as granted after this time.'),
    mostDenials: z.int().min(1).max(10_000).default(backOff.mostDenials).describe('A request refused this often fails.'),
  }).prefault({}).describe('What happens when a licence server says no.'),
}).describe('Shares cores, memory and licences among evaluations. Processes that share licences should agree on the times.');

export type SchedulerOptions = z.output<typeof schedulerOptionsSchema>;

export function coreSettingsOf(options: SchedulerOptions): CoreSettings {
  const { firstSeconds, longestSeconds, probeSeconds, mostDenials } = options.backOff;
  return {
    ...defaultCoreSettings,
    leaseMs: options.leaseSeconds * 1000,
    ageing: { afterMs: options.ageing.afterSeconds * 1000, share: options.ageing.share },
    backOff: { firstMs: firstSeconds * 1000, longestMs: Math.max(firstSeconds, longestSeconds) * 1000, probeMs: probeSeconds * 1000, mostDenials },
  };
}
