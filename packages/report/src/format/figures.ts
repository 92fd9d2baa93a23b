import type { ComparedFigure } from '@evospice/extraction';
import { engineering } from './engineering.ts';

/** A figure of merit as cells. */
export interface FigureCells {
  readonly name: string;
  readonly at: string;
  readonly measured: string;
  readonly before: string;
  readonly after: string;
  /** Of the result against what was measured. */
  readonly off: string;
  /** Whether it is off by more than a tenth, or 20 mV. */
  readonly far: boolean;
}

/** Figures of one device at one temperature. */
export interface FigureGroup {
  readonly title: string;
  readonly rows: readonly FigureCells[];
}

/** Figures by device and temperature, in order of appearance. */
export function figureGroups(figures: readonly ComparedFigure[]): readonly FigureGroup[] {
  const groups = Map.groupBy(figures, ({ instance, temperatureC }) => `${instance} · ${String(temperatureC).replace('-', '−')} °C`);
  return [...groups].map(([title, own]) => ({ title, rows: own.map(cellsOf) }));
}

function cellsOf({ name, unit, at, compared, measured, before, after }: ComparedFigure): FigureCells {
  const text = (value: number | null): string => (value === null ? '–' : engineering(value, unit, 4));
  const off = measured === null || after === null ? null : compared === 'difference' ? after - measured : after / measured - 1;
  return {
    name, at, measured: text(measured), before: text(before), after: text(after),
    off: off === null || !Number.isFinite(off) ? '–' : compared === 'difference' ? signed(engineering(off, unit, 2), off) : signed(`${Math.abs(off) < 10 ? Number((100 * off).toPrecision(2)) : Math.round(100 * off)} %`.replace('-', '−'), off),
    far: off !== null && Math.abs(off) > (compared === 'difference' ? 0.02 : 0.1),
  };
}

function signed(text: string, value: number): string {
  return value > 0 ? `+${text}` : text;
}
