import { counted } from '@evospice/contracts';
import type { CurveRow, ErrorRow, ExtractionReportModel, ParameterRow, PointRow } from '../model/extraction-model.ts';
import { plainNumber } from '../format/engineering.ts';
import { decades, percent } from '../format/quantities.ts';
import { Diff, PlainText } from './code.ts';
import { subjectColours } from './comparison.ts';
import { Convergence } from './convergence.ts';
import { crossValidationTable } from './cross-validation.ts';
import { figuresTable } from './figures.ts';
import { findingList } from './findings.ts';
import { FitKey, Fits } from './fits.ts';
import { html, type Markup } from './html.ts';
import { renderPage } from './page.ts';
import { uncertaintySection } from './uncertainty.ts';

/** The report of one extraction as one self-contained HTML file. */
export function renderExtractionReport(model: ExtractionReportModel): string {
  const heldOut = model.fits.groups.some((group) => group.curves.some((curve) => curve.split !== 'train'));
  return renderPage({
    kind: `Extraction report · ${model.fits.task}`,
    title: model.title,
    facts: model.facts,
    notices: model.notices,
    sections: [
      { id: 'errors', title: 'Errors', body: model.errors.length === 0 ? null : errorTable(model.errors) },
      { id: 'cross-validation', title: 'Groups held out', lead: 'The same search with each group held out in turn: what the model is worth where it was not fitted.', body: model.crossValidation === null ? null : crossValidationTable(model.crossValidation) },
      {
        id: 'regions', title: 'Region by region', lead: 'Regions of operation as the measured curves divide them. A point may be in several, such as saturation at a high field.',
        body: model.regions.length === 0 ? null : html`<${SplitErrorTable} what="Region" label="Errors of each region" rows=${model.regions.map((row) => ({ ...row, name: row.region }))} />`,
      },
      { id: 'figures', title: 'Figures of merit', lead: 'Read off measured and simulated curves at the same points, by the same formulas.', body: model.figures.length === 0 ? null : figuresTable(model.figures) },
      { id: 'curves', title: 'Curve by curve', lead: 'The share is the part of the squared error that a curve carries, of the training or of the held-out curves.', body: model.curves.length === 0 ? null : curveTables(model.curves, model.points) },
      { id: 'fits', title: 'Fits', body: model.fits.groups.length === 0 ? null : html`<div><${FitKey} heldOut=${heldOut} /><${Fits} model=${model.fits} prefix="f0" /></div>` },
      {
        id: 'parameters', title: 'Parameters', lead: 'The bar runs from the lower to the upper bound on the parameter’s own scale: ring at the start, dot at the end.',
        body: model.parameters.length === 0 ? null : parameterTable(model.parameters),
      },
      { id: 'uncertainty', title: 'Confidence intervals', body: model.uncertainty === null ? null : uncertaintySection(model.uncertainty) },
      {
        id: 'convergence', title: 'Convergence', lead: 'Best error so far over budget.',
        body: html`<${Convergence} models=${[model.convergence]} colours=${subjectColours([model.fits.subject], model.fits.subject)} champion=${null} />`,
      },
      {
        id: 'failures', title: 'Failed evaluations',
        body: model.failures.length === 0 ? null : html`<div class="wide"><table><thead><tr><th scope="col">Code</th><th scope="col" class="number">Evaluations</th></tr></thead><tbody>${model.failures.map((failure) => html`<tr><th scope="row"><code>${failure.code}</code></th><td class="number">${failure.count}</td></tr>`)}</tbody></table></div>`,
      },
      { id: 'card', title: 'Model card', body: model.cards === null ? null : cardSection(model.cards) },
      { id: 'findings', title: 'Physics rules', body: model.findings === null ? null : findingList(model.findings) },
      { id: 'notes', title: 'How the task was read', body: model.notes.length === 0 ? null : html`<ul>${model.notes.map((note) => html`<li>${note}</li>`)}</ul>` },
      { id: 'log', title: 'Log of the optimizer', body: model.log.length === 0 ? null : html`<details><summary>${counted(model.log.length, 'line')}</summary><${PlainText} text=${model.log.join('\n')} label="Log" /></details>` },
      { id: 'reproduction', title: 'Reproduction', body: model.commands.length === 0 ? null : html`<${PlainText} text=${model.commands.join('\n')} label="Commands" />` },
    ],
  });
}

function errorTable(rows: readonly ErrorRow[]): Markup {
  const show = (value: number | null, format: (value: number) => string): string => (value === null ? 'not simulated' : format(value));
  return html`<div class="wide" tabindex="0" role="region" aria-label="Errors"><table>
    <thead><tr><th scope="col">Curves</th><th scope="col" class="number">Relative RMS, start</th><th scope="col" class="number">final</th><th scope="col" class="number">RMS of logarithms, start</th><th scope="col" class="number">final</th></tr></thead>
    <tbody>${rows.map((row) => html`<tr><th scope="row">${row.split === 'train' ? 'training' : 'held out'}</th>
      <td class="number">${show(row.startRelative, percent)}</td><td class="number best">${show(row.finalRelative, percent)}</td>
      <td class="number">${show(row.startLog, decades)}</td><td class="number best">${show(row.finalLog, decades)}</td></tr>`)}</tbody>
  </table></div>`;
}

function curveTables(curves: readonly CurveRow[], points: readonly PointRow[]): Markup {
  return html`<div><${SplitErrorTable} what="Curve" label="Errors of each curve" rows=${curves.map((row) => ({ ...row, name: row.id, code: true }))} />
  ${points.length === 0 ? null : html`<h3>Points that carry most of the training error</h3><ul>${points.map((point) => html`<li>${point.part}: <code>${point.curve}</code> at ${point.at}, ${point.values}</li>`)}</ul>`}</div>`;
}

interface NamedErrors extends Omit<CurveRow, 'id' | 'share'> {
  readonly name: string;
  /** Whether the name is one of the task's own. */
  readonly code?: boolean;
  readonly share?: string;
}

/** Errors of parts of the curves before and after; with their shares, where they have some. */
function SplitErrorTable({ what, label, rows }: { readonly what: string; readonly label: string; readonly rows: readonly NamedErrors[] }): Markup {
  const shares = rows.some(({ share }) => share !== undefined);
  return html`<div class="wide" tabindex="0" role="region" aria-label=${label}><table>
    <thead><tr><th scope="col">${what}</th><th scope="col" class="number">Points</th><th scope="col" class="number">Relative RMS, start</th><th scope="col" class="number">final</th><th scope="col" class="number">RMS of logarithms, start</th><th scope="col" class="number">final</th>${shares ? html`<th scope="col" class="number">Share</th>` : null}</tr></thead>
    <tbody>${rows.map((row) => html`<tr><th scope="row">${row.code === true ? html`<code>${row.name}</code>` : row.name}${row.split === 'train' ? '' : ' held out'}</th><td class="number">${row.points}</td>
      <td class="number">${row.start.relative}</td><td class="number best">${row.final.relative}</td><td class="number">${row.start.log}</td><td class="number best">${row.final.log}</td>${shares ? html`<td class="number">${row.share}</td>` : null}</tr>`)}</tbody>
  </table></div>`;
}

function parameterTable(rows: readonly ParameterRow[]): Markup {
  return html`<div class="wide" tabindex="0" role="region" aria-label="Parameters"><table>
    <thead><tr><th scope="col">Parameter</th><th scope="col">Role</th><th scope="col" class="number">Start</th><th scope="col" class="number">Final</th><th scope="col">Unit</th><th scope="col" class="number">Lower</th><th scope="col">Place between the bounds</th><th scope="col" class="number">Upper</th><th scope="col">Scale</th></tr></thead>
    <tbody>${rows.map((row) => html`<tr>
      <th scope="row"><code>${row.name}</code></th><td class="text">${row.role}</td><td class="number">${plainNumber(row.start, 5)}</td><td class="number best">${plainNumber(row.final, 5)}</td><td>${row.unit}</td>
      <td class="number">${plainNumber(row.lower)}</td><td>${boundsBar(row)}${row.atBound === null ? null : html`<span class="flag">at the ${row.atBound} bound</span>`}</td><td class="number">${plainNumber(row.upper)}</td><td>${row.scale}</td>
    </tr>`)}</tbody>
  </table></div>`;
}

function boundsBar(row: ParameterRow): Markup {
  const at = (place: number): string => `${(place * 100).toFixed(1)}%`;
  const low = Math.min(row.startPlace, row.finalPlace);
  const width = Math.abs(row.startPlace - row.finalPlace);
  return html`<span class="bar" role="img" aria-label=${`from ${at(row.startPlace)} to ${at(row.finalPlace)} of the range`}>
    <i class="span" style=${`left:${at(low)};width:${at(width)}`}></i><i style=${`left:${at(row.startPlace)}`}></i><i class=${row.atBound === null ? 'final' : 'edge'} style=${`left:${at(row.finalPlace)}`}></i>
  </span>`;
}

function cardSection({ before, after }: { readonly before: string; readonly after: string }): Markup {
  return html`<div>
    ${before === after ? html`<p>The card is unchanged.</p>` : html`<${Diff} before=${before} after=${after} label="Changes of the card" />`}
    <details><summary>Whole extracted card</summary><${PlainText} text=${after} label="Extracted card" /></details>
  </div>`;
}
