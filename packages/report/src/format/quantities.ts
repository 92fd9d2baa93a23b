import prettyMilliseconds from 'pretty-ms';
import type { CurveFit } from '@evospice/extraction';
import { engineering, plainNumber } from './engineering.ts';

export const unitOfQuantity = { i: 'A', v: 'V', c: 'F' } as const;

/** A column or terminal quantity as engineers write it: `VG` and `vg` become `Vg`, `cg_sdb` becomes `Cg_sdb`. */
export function quantityName(column: string): string {
  return /^[ivc]/iu.test(column) ? column.charAt(0).toUpperCase() + column.slice(1).toLowerCase() : column;
}

/** Label of a swept column with its unit, such as `Vg (V)`; current where the name says so. */
export function sweepLabel(column: string): string {
  return `${quantityName(column)} (${/^i/iu.test(column) ? 'A' : 'V'})`;
}

/** Label of a measured column with its unit, such as `Id (A)`. */
export function measuredLabel(column: string, quantity: CurveFit['quantity'], absolute = false): string {
  const name = quantityName(column);
  return `${absolute ? `|${name}|` : name} (${unitOfQuantity[quantity]})`;
}

/**
 * A constant bias, such as `Vd = 50 mV` or `Ib = 10 µA`. Fits name terminals only; that a terminal is driven by a
 * current is read from the curve's id, which names the columns that its biases came from (`…/ib=1e-05`).
 */
export function biasLabel(fit: Pick<CurveFit, 'curve'>, terminal: string, value: number): string {
  const forced = new RegExp(`(^|[/,])i${escapeExpression(terminal)}=`, 'iu').test(fit.curve);
  return `${forced ? 'I' : 'V'}${terminal.toLowerCase()}\u00a0=\u00a0${engineering(value, forced ? 'A' : 'V')}`;
}

/** Relative RMS error, given as a fraction, in per cent. */
export function percent(fraction: number): string {
  const value = fraction * 100;
  if (value >= 10_000) return `${plainNumber(value, 3)} %`;
  return `${value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)} %`;
}

/** RMS of base-10 logarithms, in decades. */
export function decades(value: number): string {
  return `${value >= 1 ? value.toFixed(2) : value.toFixed(3)} dec`;
}

/** An error in the metric's own unit. */
export function errorText(value: number, metric: 'relative' | 'log'): string {
  return metric === 'relative' ? percent(value) : decades(value);
}

/** Budget units, at most two decimals. */
export function budgetUnits(value: number): string {
  return plainNumber(Number(value.toFixed(value < 10 ? 2 : 1)), 6);
}

const utc = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'UTC' });
const local = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' });

/** Moment of a stored event, UTC, to the minute. */
export function moment(at: number): string {
  return `${utc.format(at)} UTC`;
}

/** Such as `2026-03-01 17:05:09`, by the clock on the wall. @param iso ISO 8601 */
export function localTime(iso: string): string {
  return local.format(new Date(iso));
}

/** Length of time, such as `45s` or `2h 5m`. */
export function duration(milliseconds: number): string {
  return prettyMilliseconds(Math.round(milliseconds / 1000) * 1000, { unitCount: 2 });
}

/** Text of a number, `-` where there is none. */
export function missingText(value: number | null | undefined, format: (value: number) => string): string {
  return value === null || value === undefined ? '-' : format(value);
}

function escapeExpression(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
