import { engineering } from '../format/engineering.ts';

const line = { lineStyle: { color: 'var(--axis)' } };

export interface AxisOptions {
  readonly name: string;
  readonly type?: 'value' | 'log';
  readonly min?: number;
  readonly max?: number;
  /** Distance of the name from the axis. */
  readonly gap: number;
  readonly format?: (value: number) => string;
  /** Grid lines across the chart; true by default. */
  readonly grid?: boolean;
  readonly splits?: number;
  /** Distance of ticks. On a log axis in decades. */
  readonly interval?: number;
}

/** An axis with its name in the middle, in the page's colours. */
export function axis(options: AxisOptions): Record<string, unknown> {
  const format = options.format ?? ((value: number) => engineering(value).replace('\u00a0', ' '));
  return {
    type: options.type ?? 'value',
    name: options.name,
    nameLocation: 'middle',
    nameGap: options.gap,
    nameTextStyle: { color: 'var(--ink)', fontSize: 12 },
    scale: true,
    ...(options.min === undefined ? {} : { min: options.min }),
    ...(options.max === undefined ? {} : { max: options.max }),
    ...(options.splits === undefined ? {} : { splitNumber: options.splits }),
    ...(options.interval === undefined ? {} : { interval: options.interval }),
    axisLine: { show: true, onZero: false, ...line },
    axisTick: { show: true, ...line },
    axisLabel: { color: 'var(--muted)', fontSize: 12, formatter: format, hideOverlap: true },
    splitLine: { show: options.grid ?? true, lineStyle: { color: 'var(--grid)' } },
  };
}

/** Whole powers of ten around values, and how many decades lie between two ticks so that at most eight are labelled. */
export function decadeRange(low: number, high: number): { readonly min: number; readonly max: number; readonly interval: number } {
  const bottom = Math.floor(Math.log10(low) + 1e-9);
  const top = Math.max(bottom + 1, Math.ceil(Math.log10(high) - 1e-9));
  return { min: 10 ** bottom, max: 10 ** top, interval: Math.ceil((top - bottom) / 8) };
}
