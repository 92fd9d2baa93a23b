import { counted } from '@evospice/contracts';
import { armCells, armHead, comparisonCells, comparisonHead, measureNames, shownMeasures } from '../ablation/ablation-text.ts';
import { WHOLE } from '../ablation/ablation-events.ts';
import type { AblationAnalysis, AblationMeasure } from '../ablation/analyse-ablation.ts';
import { differencesChart } from '../charts/differences-chart.ts';
import { PlainText } from './code.ts';
import { html, Raw, type Markup } from './html.ts';
import { renderPage } from './page.ts';

export interface AblationReportFacts {
  readonly title: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly configuration: string | null;
  readonly commands: readonly string[];
}

/** An ablation as one self-contained HTML file. */
export function renderAblationReport(analysis: AblationAnalysis, { title, versions, configuration, commands }: AblationReportFacts): string {
  const { arms, idle, seeds, missing } = analysis;
  return renderPage({
    kind: 'Ablation',
    title,
    facts: [
      { label: 'Arms', value: `${arms.length} run, ${idle.length} with nothing to leave out` }, { label: 'Seeds', value: seeds.join(', ') },
      { label: 'Evaluations', value: 'for each seed as many case runs of the scored stage as the whole configuration made' },
      ...Object.entries(versions).map(([label, value]) => ({ label, value })),
    ],
    notices: [
      ...(missing === 0 ? [] : [`${counted(missing, 'run is', 'runs are')} missing: these are the figures so far.`]),
      ...(seeds.length < 6 ? [`With ${counted(seeds.length, 'seed')} Wilcoxon’s test cannot give a p-value below ${(2 / 2 ** seeds.length).toPrecision(2)}.`] : []),
    ],
    sections: [
      ...shownMeasures(analysis).map((measure) => ({ id: measure, title: titleOf(measure), lead: 'The whole configuration minus the arm, one pair per seed: right of zero, what the arm lacks helps. The bar is the 95 % bootstrap interval of the mean.', body: differences(analysis, measure) })),
      { id: 'arms', title: 'Arms', lead: 'Medians over seeds of what the champions are worth, means of what was used.', body: armTable(analysis) },
      { id: 'idle', title: 'Not run', lead: 'Arms that lack nothing in this configuration.', body: idle.length === 0 ? null : html`<ul>${idle.map(({ arm, why }) => html`<li><strong>${arm}</strong>: ${why}</li>`)}</ul>` },
      { id: 'runs', title: 'Runs', lead: 'Each is an evolution of its own: `evospice report`, `show` and `status` take its folder.', body: runTable(analysis) },
      {
        id: 'reproduction', title: 'Reproduction',
        body: html`<div>${commands.length === 0 ? null : html`<${PlainText} text=${commands.join('\n')} label="Commands" />`}${configuration === null ? null : html`<details><summary>The whole configuration as resolved</summary><${PlainText} text=${configuration} label="Configuration" /></details>`}</div>`,
      },
    ],
  });
}

function titleOf(measure: AblationMeasure): string {
  return { score: 'Best score', validation: 'Validation', confirmed: 'Fresh seeds' }[measure];
}

function differences({ comparisons }: AblationAnalysis, measure: AblationMeasure): Markup | null {
  const own = comparisons.filter((one) => one.measure === measure);
  if (own.length === 0) return null;
  return html`<div>
    <figure><${Raw} markup=${differencesChart(own, `Differences in ${measureNames[measure]}`)} /></figure>
    <div class="wide" tabindex="0" role="region" aria-label=${`Differences in ${measureNames[measure]}`}><table>
      <thead><tr>${comparisonHead.map((name, column) => html`<th scope="col" class=${column === 0 ? '' : 'number'}>${capital(name)}</th>`)}</tr></thead>
      <tbody>${own.map((one) => html`<tr><th scope="row">${one.arm}</th>${comparisonCells(one).map((cell, column) => html`<td class=${column === 4 && one.adjustedPValue < 0.05 ? 'number best' : 'number'}>${cell}</td>`)}</tr>`)}</tbody>
    </table></div>
  </div>`;
}

function armTable(analysis: AblationAnalysis): Markup {
  const [first, ...others] = armHead(analysis);
  return html`<div class="wide" tabindex="0" role="region" aria-label="Arms"><table>
    <thead><tr><th scope="col">${capital(first ?? '')}</th><th scope="col">Lacks</th>${others.map((name) => html`<th scope="col" class="number">${capital(name)}</th>`)}</tr></thead>
    <tbody>${analysis.arms.map((arm) => html`<tr class=${arm.arm === WHOLE ? 'champion' : ''}><th scope="row">${arm.arm}</th><td class="text">${arm.lacks === '' ? 'nothing' : arm.lacks}</td>${armCells(arm, analysis).map((cell) => html`<td class="number">${cell}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

function runTable({ arms }: AblationAnalysis): Markup | null {
  const runs = arms.flatMap((arm) => arm.runs);
  if (runs.length === 0) return null;
  const cell = (value: number | null | undefined): string => (value === undefined ? '–' : value === null ? 'failed' : value.toFixed(4));
  return html`<details><summary>${counted(runs.length, 'run')}</summary><div class="wide" tabindex="0" role="region" aria-label="Runs"><table>
    <thead><tr><th scope="col">Folder</th><th scope="col">Champion</th>${['Best score', 'Validation', 'Fresh seeds', 'Programs', 'Case runs', 'Tokens'].map((name) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
    <tbody>${runs.map((run) => html`<tr><th scope="row">${run.folder}</th><td>${run.champion ?? '–'}</td>${[cell(run.score), cell(run.validation), cell(run.confirmed), run.programs, run.evaluations, run.tokens].map((value) => html`<td class="number">${value}</td>`)}</tr>`)}</tbody>
  </table></div></details>`;
}

function capital(text: string): string {
  // A p-value is written small.
  return /^p(?:\s|$)/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
