import { EvospiceError } from '@evospice/contracts';

/** @throws EvospiceError `BENCH_DUPLICATE` for a name that occurs twice. */
export function refuseDuplicates(what: string, names: readonly string[]): void {
  const duplicate = names.find((name, index) => names.indexOf(name) !== index);
  if (duplicate === undefined) return;
  throw new EvospiceError('BENCH_DUPLICATE', `${what} "${duplicate}" was given twice`, { received: duplicate, expected: `each ${what} once` });
}
