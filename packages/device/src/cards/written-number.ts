import { dialectNumbers } from './dialect-numbers.ts';

/**
 * A number as people write it in tasks, on the command line and on pages: with a suffix of SPICE if wanted, such as `0.13u`. Undefined where it is
 * not one, and for a capital M alone, which is 1e6 to people and 1e-3 to simulators.
 */
export function writtenNumber(text: string): number | undefined {
  return /\d\s*M(?!eg)/u.test(text) ? undefined : dialectNumbers.ngspice(text.trim());
}
