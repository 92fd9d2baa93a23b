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
  /** Ticks at these values and no others. */
  readonly ticks?: readonly number[];
}

/** An axis with its name in the middle, in the page's colours. */
export function axis(options: AxisOptions): Record<string, unknown> {
  const format = options.format ?? ((value: number) => engineering(value).replace('\u00a0', ' '));
  const custom = options.ticks === undefined ? {} : { customValues: [...options.ticks] };
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
    axisTick: { show: true, ...line, ...custom },
    axisLabel: { color: 'var(--muted)', fontSize: 12, formatter: format, hideOverlap: true, ...custom },
    splitLine: { show: options.grid ?? true, lineStyle: { color: 'var(--grid)' } },
  };
}

/** The range of a log axis with its ticks: whole powers of ten, or 1, 2, 5 and their like where less than two decades are shown. */
export interface LogRange {
  readonly min: number;
  readonly max: number;
  readonly interval?: number;
  readonly ticks?: readonly number[];
}

/** Range of a log axis around positive values. */
export function logAxisRange(low: number, high: number): LogRange {
  if (high / low >= 30) return decadeRange(low, high);
  const margin = Math.max(1.02, (high / low) ** 0.04);
  const [min, max] = [low / margin, high * margin];
  const steps = high / low > 8 ? [1, 2, 5] : high / low > 3 ? [1, 1.5, 2, 3, 4, 5, 7] : high / low > 1.5 ? [1, 1.2, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9] : [];
  const powers = Array.from({ length: Math.ceil(Math.log10(max)) - Math.floor(Math.log10(min)) + 1 }, (_, index) => 10 ** (Math.floor(Math.log10(min)) + index));
  const round = powers.flatMap((power) => steps.map((step) => tidy(step * power))).filter((value) => value >= min && value <= max);
  if (round.length > 0) return { min, max, ticks: round };
  const { min: bottom, max: top, interval } = roundRange(low, Math.max(high, low * 1.001));
  const even = Array.from({ length: Math.round((top - bottom) / interval) + 1 }, (_, index) => tidy(bottom + index * interval)).filter((value) => value >= min && value <= max);
  return { min, max, ticks: even };
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
