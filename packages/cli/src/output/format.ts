import { decades as decadesOf, percent as percentOf } from '@evospice/report';

/** Stands for a number there is none of. */
const none = '-';

/** A fraction as per cent, `-` for nothing. */
export function percent(fraction: number | null | undefined): string {
  return fraction === null || fraction === undefined ? none : percentOf(fraction);
}

/** Decades, `-` for nothing. */
export function decades(value: number | null | undefined): string {
  return value === null || value === undefined ? none : decadesOf(value);
}
