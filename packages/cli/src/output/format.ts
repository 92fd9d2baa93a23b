import { decades as decadesOf, percent as percentOf } from '@evospice/report';

/** Printed in place of a missing number. */
const none = '-';

/** A fraction as per cent, `-` for nothing. */
export function percent(fraction: number | null | undefined): string {
  return fraction === null || fraction === undefined ? none : percentOf(fraction);
}

/** Decades, `-` for nothing. */
export function decades(value: number | null | undefined): string {
  return value === null || value === undefined ? none : decadesOf(value);
}
