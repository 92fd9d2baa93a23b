import type { SimulatedCurve, Task } from '@evospice/contracts';
import { curveFits } from '@evospice/extraction';
import { curveColour, groupFits, liveFitChart, type FitGroup, type FitScale, type LiveFitChart } from '@evospice/report';
import type { FigureFacts, ScaleChoice } from '../protocol.ts';

interface Figure {
  readonly facts: FigureFacts;
  readonly chart: LiveFitChart;
  /** Curve and place among its vectors of each line. */
  readonly lines: readonly { readonly curve: string; readonly vector: number }[];
}

/** Decades that measured magnitudes span from which on a figure is drawn logarithmically where nobody chose. */
const logFrom = 2.5;

/** The figures of a task at one scale. Their axes stay as they are; lines are asked for as often as wanted. */
export class Figures {
  readonly #figures: readonly Figure[];

  /** @param start simulated curves of the start card */
  constructor(task: Task, start: ReadonlyMap<string, SimulatedCurve>, choice: ScaleChoice) {
    const vectorOf = new Map(task.curves.flatMap(({ id, measured }) => measured.map(({ column }, index) => [JSON.stringify([id, column]), index] as const)));
    this.#figures = groupFits(curveFits(task.curves, start, new Map())).map((group, index) => {
      const scale = choice === 'auto' ? scaleOf(group) : choice;
      const chart = liveFitChart(group, scale, `f${index}`);
      return { chart, facts: factsOf(group, chart), lines: group.curves.map(({ id, column }) => ({ curve: id, vector: vectorOf.get(JSON.stringify([id, column]))! })) };
    });
  }

  get facts(): readonly FigureFacts[] {
    return this.#figures.map(({ facts }) => facts);
  }

  /** Paths of simulated curves; empty for one that is missing. */
  lines(simulated: ReadonlyMap<string, SimulatedCurve>): readonly (readonly string[])[] {
    return this.#figures.map(({ chart, lines }) => lines.map(({ curve, vector }, index) => {
      const values = simulated.get(curve)?.vectors[vector];
      return values === undefined ? '' : chart.line(index, Array.from(values));
    }));
  }
}

function factsOf(group: FitGroup, { svg, notes }: LiveFitChart): FigureFacts {
  const { title, shared, curves } = group;
  return {
    title, subtitle: shared, svg, notes,
    curves: curves.map(({ id, label, split }, index) => ({ id, label, split, colour: curveColour(index, curves.length) })),
  };
}

function scaleOf({ curves, floor }: FitGroup): FitScale {
  const sizes = curves.flatMap(({ measured }) => measured.map(Math.abs)).filter((size) => size > 0 && size >= (floor ?? 0));
  const low = sizes.reduce((least, size) => Math.min(least, size), Infinity);
  const high = sizes.reduce((most, size) => Math.max(most, size), 0);
  return high > 0 && Math.log10(high / low) >= logFrom ? 'log' : 'linear';
}
