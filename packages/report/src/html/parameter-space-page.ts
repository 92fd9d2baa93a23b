import { counted } from '@evospice/contracts';
import { lowest, type SpaceAxis, type SpacePoint } from '@evospice/bench';
import { profileChart } from '../charts/profile-chart.ts';
import { spaceChart, type SpacePlane } from '../charts/space-chart.ts';
import { plainNumber } from '../format/engineering.ts';
import { PlainText } from './code.ts';
import type { AnalysisFacts } from './cost-profile-page.ts';
import { html, Raw } from './html.ts';
import { renderPage } from './page.ts';

/** Pairs of axes drawn; a grid of many axes has more than anyone looks at. */
const mostPlanes = 15;

/** Cost over a grid as one self-contained HTML file: a line for one axis, heat maps of pairs for more. */
export function renderParameterSpace(axes: readonly SpaceAxis[], points: readonly SpacePoint[], facts: AnalysisFacts): string {
  const errors = points.flatMap(({ error }) => (error === null || error <= 0 ? [] : [error]));
  const best = lowest(points);
  const failed = points.filter(({ failure }) => failure !== undefined).length;
  const range = { low: Math.min(...errors), high: Math.max(...errors) };
  const planes = planesOf(axes, points).slice(0, mostPlanes);
  const [only] = axes;
  const line = axes.length === 1 && only !== undefined
    ? profileChart({ parameter: only.parameter, scale: only.scale, ...(only.unit === undefined ? {} : { unit: only.unit }), at: best?.values[0] ?? only.values[0]!, points: points.map((point) => ({ ...point, value: point.values[0]! })) }, 'error', best?.error ?? null, 'p0')
    : null;
  return renderPage({
    kind: `Parameter space · ${facts.task}`,
    title: facts.title,
    facts: [
      { label: 'Simulator', value: facts.simulator },
      { label: 'Grid', value: axes.map(({ parameter, values }) => `${parameter} ${values.length}`).join(' × ') },
      { label: 'Points', value: String(points.length) },
      { label: facts.metric === 'log' ? 'Least log RMS (decades)' : 'Least relative RMS', value: best === undefined ? 'none' : plainNumber(best.error, 4) },
    ],
    notices: failed === 0 ? [] : [`${counted(failed, 'point')} could not be simulated and ${failed === 1 ? 'is' : 'are'} left empty.`],
    sections: [
      {
        id: 'space', title: 'Error over the grid',
        lead: planes.length === 0 ? 'Error along the axis; the ring is the lowest.' : `Least error over all other axes. Colours run with its logarithm, from ${plainNumber(range.low, 3)} (bright) to ${plainNumber(range.high, 3)} (dark).`,
        body: errors.length === 0 ? null : html`<div class="charts two">${line === null ? null : html`<${Raw} markup=${line} />`}${planes.map((plane, index) => html`<${Raw} markup=${spaceChart(plane, range, `h${index}`)} />`)}</div>`,
      },
      {
        id: 'best', title: 'Lowest point', body: best === undefined ? null : html`<div class="wide"><table><thead><tr><th scope="col">Parameter</th><th scope="col" class="number">Value</th></tr></thead>
          <tbody>${axes.map(({ parameter }, index) => html`<tr><th scope="row">${parameter}</th><td class="number">${plainNumber(best.values[index]!, 5)}</td></tr>`)}</tbody></table></div>`,
      },
      { id: 'reproduction', title: 'Reproduction', body: html`<${PlainText} text=${facts.command} label="Command" />` },
    ],
  });
}

function planesOf(axes: readonly SpaceAxis[], points: readonly SpacePoint[]): SpacePlane[] {
  return axes.flatMap((x, xi) => axes.slice(xi + 1).map((y, offset) => plane(x, xi, y, xi + 1 + offset, points)));
}

function plane(x: SpaceAxis, xi: number, y: SpaceAxis, yi: number, points: readonly SpacePoint[]): SpacePlane {
  const columns = new Map(x.values.map((value, index) => [value, index]));
  const rows = new Map(y.values.map((value, index) => [value, index]));
  const least: (number | null)[][] = y.values.map(() => x.values.map(() => null));
  for (const { values, error } of points) {
    if (error === null) continue;
    const row = least[rows.get(values[yi]!)!]!;
    const column = columns.get(values[xi]!)!;
    const known = row[column];
    if (known === null || known === undefined || error < known) row[column] = error;
  }
  return { x, y, least };
}
