import { EvospiceError } from '@evospice/contracts';
import { writtenNumber } from '@evospice/device';

/**
 * Reads `name=number` settings given on the command line; names in lower case, numbers as in a task: with a suffix such as `u` if wanted.
 * @throws EvospiceError `USAGE_SET` for anything else
 */
export function numberSettings(option: string, entries: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    entries.map((entry) => {
      const at = entry.indexOf('=');
      const text = entry.slice(at + 1).trim();
      const value = writtenNumber(text);
      if (at < 1 || value === undefined || !Number.isFinite(value)) {
        throw new EvospiceError('USAGE_SET', `cannot read --${option} ${entry}`, { received: entry, expected: 'name=number, such as vth0=0.45 or w=10u', remedy: 'write a number, perhaps with a suffix such as u, n, p, k or meg' });
      }
      return [entry.slice(0, at).trim().toLowerCase(), value];
    }),
  );
}
