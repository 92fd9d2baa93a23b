import { EvospiceError } from '@evospice/contracts';

/**
 * Reads `name=number` settings given on the command line; names in lower case.
 * @throws EvospiceError `USAGE_SET` for anything else
 */
export function numberSettings(option: string, entries: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    entries.map((entry) => {
      const at = entry.indexOf('=');
      const text = entry.slice(at + 1).trim();
      const value = Number(text);
      if (at < 1 || text === '' || !Number.isFinite(value)) {
        throw new EvospiceError('USAGE_SET', `cannot read --${option} ${entry}`, { received: entry, expected: 'name=number, such as vth0=0.45', remedy: 'write the number without a unit' });
      }
      return [entry.slice(0, at).trim().toLowerCase(), value];
    }),
  );
}
