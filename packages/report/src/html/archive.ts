import { counted } from '@evospice/contracts';
import { archiveChart } from '../charts/archive-chart.ts';
import { seriesColour } from '../charts/palette.ts';
import { progressChart } from '../charts/progress-chart.ts';
import { plainNumber } from '../format/engineering.ts';
import type { ArchiveModel, ProgressPoint, RejectionRow } from '../model/evolution-model.ts';
import { html, Raw, type Markup } from './html.ts';

/** Picture of the archive, and its elites as a table for those who cannot see or hover it. */
export function ArchiveMap({ model }: { readonly model: ArchiveModel }): Markup {
  const picture = archiveChart(model, 'am');
  const names = model.axes.map((axis) => axis.descriptor);
  const elites = model.elites.toSorted((a, b) => b.objective - a.objective);
  const isGrid = model.shape.kind === 'grid';
  return html`<div>
    ${picture === null ? null : html`<figure>
      <${Raw} markup=${picture.svg} />
      <div class="scalebar"><span>score ${picture.low.toFixed(3)}</span><span class="ramp"></span><span>${picture.high.toFixed(3)}</span><span><span class="marked"></span>${isGrid ? 'champion’s cell' : 'champion'}</span></div>
      ${model.axes.length > 2 ? html`<p class="note">The archive has further axes (${names.slice(2).join(', ')})${isGrid ? '; of the cells behind one another the best is shown' : ''}.</p>` : null}
      ${isGrid ? null : html`<p class="note">${model.shape.kind === 'centroids' ? 'A cell is what lies nearest to one of the crosses.' : 'The archive has no cells: programs are shown where they were measured.'}</p>`}
      ${model.coverage === null ? null : html`<p class="note">${counted(model.elites.length, 'elite')}${model.shape.kind === 'list' ? '' : `, ${(model.coverage * 100).toFixed(1)} % of the cells`}${model.qdScore === null ? '' : `; sum of scores ${plainNumber(model.qdScore)}`}.</p>`}
    </figure>`}
    <details><summary>${counted(elites.length, 'elite')}</summary>
      <div class="wide" tabindex="0" role="region" aria-label="Elites"><table>
        <thead><tr><th scope="col">Program</th><th scope="col" class="number">Score</th>${names.map((name) => html`<th scope="col" class="number">${name}</th>`)}<th scope="col">Cell</th></tr></thead>
        <tbody>${elites.map((elite) => html`<tr class=${elite.id === model.champion ? 'champion' : ''}><th scope="row">${elite.id}</th><td class="number">${elite.objective.toFixed(4)}</td>${names.map((name) => html`<td class="number">${elite.measures[name] === undefined ? '–' : plainNumber(elite.measures[name])}</td>`)}<td>${elite.cell?.join(', ') ?? '–'}</td></tr>`)}</tbody>
      </table></div>
    </details>
  </div>`;
}

/** Scores over programs tried. */
export function Progress({ points }: { readonly points: readonly ProgressPoint[] }): Markup {
  const proposers = [...new Set(points.map((point) => point.proposer))];
  return html`<figure>
    <ul class="legend">
      <li><span class="swatch" style=${`background:${seriesColour(0)}`}></span>best so far</li>
      ${proposers.map((proposer, index) => html`<li><span class="swatch dot" style=${`background:${seriesColour(index + 1)}`}></span>${proposer} (${points.filter((point) => point.proposer === proposer).length})</li>`)}
    </ul>
    <${Raw} markup=${progressChart(points, proposers, 'pg')} />
  </figure>`;
}

/** Rejections by stage and code. */
export function Rejections({ rows }: { readonly rows: readonly RejectionRow[] }): Markup {
  return html`<div class="wide" tabindex="0" role="region" aria-label="Rejections"><table>
    <thead><tr><th scope="col">Stage</th><th scope="col">Code</th><th scope="col" class="number">Programs</th><th scope="col">Proposers</th><th scope="col">Reason of the latest</th></tr></thead>
    <tbody>${rows.map((row) => html`<tr><th scope="row">${row.stage}</th><td><code>${row.code}</code></td><td class="number">${row.count}</td><td>${row.proposers.join(', ')}</td><td class="text">${shorten(row.reason)}</td></tr>`)}</tbody>
  </table></div>`;
}

function shorten(reason: string): string {
  return reason.length <= 240 ? reason : `${reason.slice(0, 239)}…`;
}
