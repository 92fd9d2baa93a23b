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
  const interval = Math.ceil((top - bottom) / 8);
  return { min: 10 ** (Math.floor(bottom / interval) * interval), max: 10 ** (Math.ceil(top / interval) * interval), interval };
}

/** The range widened to multiples of a round step, four to twelve steps in all. */
export function roundRange(low: number, high: number): { readonly min: number; readonly max: number; readonly interval: number } {
  const rough = (high - low) / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const mantissa = rough / power;
  const interval = power * (mantissa >= 7.5 ? 10 : mantissa >= 3.5 ? 5 : mantissa >= 1.5 ? 2 : 1);
  // A hair beyond a tick, as noise around zero is, does not call for another step.
  const slack = 0.02;
  return { min: tidy(Math.floor(low / interval + slack) * interval), max: tidy(Math.ceil(high / interval - slack) * interval), interval };
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
