import { counted, type Elite } from '@evospice/contracts';
import { archiveChart, islandModels } from '../charts/archive-chart.ts';
import { seriesColour } from '../charts/palette.ts';
import { progressChart } from '../charts/progress-chart.ts';
import { plainNumber } from '../format/engineering.ts';
import type { Control } from '@evospice/evolution';
import type { ArchiveModel, ProgressPoint, RejectionRow } from '../model/evolution-model.ts';
import { html, Raw, type Markup } from './html.ts';

/** What is to be seen of it, in a sentence. */
export function archiveLead({ shape }: ArchiveModel): string {
  const { kind } = shape.kind === 'islands' ? shape.of : shape;
  const cells = kind === 'grid' || kind === 'centroids';
  if (shape.kind === 'islands') return `${cells ? 'The best program of each cell, island by island' : 'The programs that were kept, island by island'}. Colour is the score.`;
  if (kind === 'specialists') return 'Programs that are best on a case.';
  return `${cells ? 'The best program of each cell.' : 'The programs that were kept.'} Colour is the score.`;
}

/** Pictures of the archive, one per island, and its elites as a table for those who cannot see or hover it. */
export function ArchiveMap({ model }: { readonly model: ArchiveModel }): Markup {
  const names = model.shape.kind === 'front' ? model.shape.objectives.filter((name) => name !== 'score') : model.axes.map((axis) => axis.descriptor);
  const valueOf = (elite: Elite, name: string): number | undefined => (model.shape.kind === 'front' ? elite.objectives?.[name] : elite.measures[name]);
  const elites = model.elites.toSorted((a, b) => b.objective - a.objective);
  const islands = islandModels(model);
  return html`<div>
    ${islands.map((island, index) => html`<${Picture} model=${island} id=${`am${index === 0 ? '' : index}`} title=${islands.length === 1 ? null : titleOf(index, island, model)} />`)}
    ${model.coverage === null ? null : html`<p class="note">${sumUp(model)}</p>`}
    <details><summary>${counted(elites.length, 'elite')}</summary>
      <div class="wide" tabindex="0" role="region" aria-label="Elites"><table>
        <thead><tr><th scope="col">Program</th><th scope="col" class="number">Score</th>${names.map((name) => html`<th scope="col" class="number">${name}</th>`)}<th scope="col">Cell</th></tr></thead>
        <tbody>${elites.map((elite) => html`<tr class=${elite.id === model.champion ? 'champion' : ''}><th scope="row">${elite.id}</th><td class="number">${elite.objective.toFixed(4)}</td>${names.map((name) => html`<td class="number">${valueOf(elite, name) === undefined ? '–' : plainNumber(valueOf(elite, name) as number)}</td>`)}<td>${elite.cell?.join(', ') ?? '–'}</td></tr>`)}</tbody>
      </table></div>
    </details>
  </div>`;
}

function titleOf(index: number, { elites }: ArchiveModel, { living = [] }: ArchiveModel): string {
  const all = living[index] ?? elites.length;
  const shared = all - elites.length;
  return `Island ${index + 1}: ${counted(all, 'elite')}${shared > 0 ? `, ${shared} of which also ${shared === 1 ? 'lives on an island above and is' : 'live on islands above and are'} shown there` : ''}`;
}

function Picture({ model, id, title }: { readonly model: ArchiveModel; readonly id: string; readonly title: string | null }): Markup {
  const picture = archiveChart(model, id);
  const further = model.shape.kind === 'front' ? model.shape.objectives.slice(2) : model.axes.slice(2).map(({ descriptor }) => descriptor);
  const isGrid = model.shape.kind === 'grid';
  const note = noteOf(model);
  return html`<div>
    ${title === null ? null : html`<h3>${title}</h3>`}
    ${picture === null ? null : html`<figure>
      <${Raw} markup=${picture.svg} />
      ${model.shape.kind === 'specialists' ? null : html`<div class="scalebar"><span>score ${picture.low.toFixed(3)}</span><span class="ramp"></span><span>${picture.high.toFixed(3)}</span><span><span class="marked"></span>${isGrid ? 'champion’s cell' : 'champion'}</span></div>`}
      ${further.length > 0 && model.shape.kind !== 'specialists' ? html`<p class="note">There is more than two axes can show (${further.join(', ')})${isGrid ? '; of the cells behind one another the best is shown' : ''}.</p>` : null}
      ${note === null ? null : html`<p class="note">${note}</p>`}
    </figure>`}
  </div>`;
}

function noteOf({ shape, axes }: ArchiveModel): string | null {
  const moving = axes.filter(({ scale }) => scale === 'quantile').map(({ descriptor }) => descriptor);
  if (shape.kind === 'grid') return moving.length === 0 ? null : `Bins along ${moving.join(' and ')} were cut so that each has seen as many programs; borders as they were at the end.`;
  if (shape.kind === 'centroids') return 'A cell is what lies nearest to one of the crosses.';
  if (shape.kind === 'front') return 'No program here is exceeded by another in every objective.';
  if (shape.kind === 'specialists') return 'Each program is the best on a case (framed), or has the best score of all. Colours compare programs on one case.';
  return axes.length === 0 ? null : 'The archive has no cells: programs are shown where they were measured.';
}

function sumUp({ elites, shape, coverage, qdScore }: ArchiveModel): string {
  const inner = shape.kind === 'islands' ? shape.of : shape;
  const filled = coverage !== null && (inner.kind === 'grid' || inner.kind === 'centroids') ? `, ${(coverage * 100).toFixed(1)} % of the cells` : '';
  const once = shape.kind === 'islands' ? ' (a migrant counts once, on the first of its islands)' : '';
  return `${counted(elites.length, 'elite')}${filled}${once}${qdScore === null ? '' : `; sum of scores ${plainNumber(qdScore)}`}.`;
}

/** Scores over programs tried. */
export function Progress({ points, controls }: { readonly points: readonly ProgressPoint[]; readonly controls: readonly Control[] }): Markup {
  const proposers = [...new Set(points.map((point) => point.proposer))];
  return html`<figure>
    <ul class="legend">
      <li><span class="swatch" style=${`background:${seriesColour(0)}`}></span>best so far</li>
      ${proposers.map((proposer, index) => html`<li><span class="swatch dot" style=${`background:${seriesColour(index + 1)}`}></span>${proposer} (${points.filter((point) => point.proposer === proposer).length})</li>`)}
      ${controls.map(({ name }, index) => html`<li><span class="swatch" style=${`background:${seriesColour(proposers.length + 1 + index)}`}></span>best so far of the control ${name}</li>`)}
    </ul>
    <${Raw} markup=${progressChart(points, proposers, { id: 'pg', controls })} />
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
