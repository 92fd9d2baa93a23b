import type { EvolutionReportModel } from '../model/evolution-model.ts';
import { archiveLead, ArchiveMap, Progress, Rejections } from './archive.ts';
import { Artefacts, CaseScores } from './cases.ts';
import { ChampionCode, Lineage } from './champion.ts';
import { Comparison, subjectColours } from './comparison.ts';
import { Convergence } from './convergence.ts';
import { FitKey, Fits } from './fits.ts';
import { html, type Markup } from './html.ts';
import { Generalisation } from './generalisation.ts';
import { Ledger } from './ledger.ts';
import { LineageTrees } from './lineage-tree.ts';
import { Proposers } from './proposers.ts';
import { Experiments } from './experiments.ts';
import { Yields } from './yields.ts';
import { renderPage } from './page.ts';
import { ReproductionBox } from './reproduction.ts';

/** The report of an evolution as one self-contained HTML file. */
export function renderEvolutionReport(model: EvolutionReportModel): string {
  const { comparison, champion } = model;
  const colours = subjectColours(model.convergence.flatMap((chart) => chart.series.map((series) => series.subject)), champion?.id ?? null);
  return renderPage({
    kind: 'Evolution report',
    title: model.title,
    facts: model.facts,
    notices: model.notices,
    pictures: (champion?.artefacts.length ?? 0) > 0,
    sections: [
      {
        id: 'result', title: 'Result',
        lead: comparison === null ? 'The champion on each case. Larger is better.' : `Every optimizer at a budget of ${comparison.budget} units per extraction, over seeds. Errors are relative RMS; the target is ${comparison.target}, on the training curves${comparison.metric === 'log' ? ' by RMS of logarithms' : ''}. The best of each group is bold.`,
        body: comparison === null ? caseSection(model) : html`<${Comparison} model=${comparison} colours=${colours} />`,
      },
      { id: 'tasks', title: 'Tasks', body: model.tasks.length === 0 ? null : taskTable(model) },
      {
        id: 'convergence', title: 'Convergence', lead: 'Best error so far over budget: median over runs, with a band from the lower to the upper quartile.',
        body: model.convergence.length === 0 ? null : html`<${Convergence} models=${model.convergence} colours=${colours} champion=${champion?.id ?? null} />`,
      },
      {
        id: 'fits', title: 'Fits', lead: 'What the champion made of the starting card.',
        body: model.fits.length === 0 ? null : fitSections(model),
      },
      {
        id: 'archive', title: 'Archive', lead: archiveLead(model.archive),
        body: model.archive.elites.length === 0 ? null : html`<${ArchiveMap} model=${model.archive} />`,
      },
      {
        id: 'progress', title: 'Progress', lead: 'Score of each program in the order in which they were judged; the line is the best so far.',
        body: model.progress.length === 0 ? null : html`<${Progress} points=${model.progress} controls=${model.controls} />`,
      },
      {
        id: 'generalisation', title: 'Generalisation', lead: 'What each champion is worth where it was not chosen: the best of many scores is partly luck, and partly the cases.',
        body: Generalisation(model),
      },
      {
        id: 'rejections', title: 'Rejections', lead: 'Programs turned away, by the stage of the cascade that did it.',
        body: model.rejections.length === 0 ? null : html`<${Rejections} rows=${model.rejections} />`,
      },
      {
        id: 'proposers', title: 'Proposers', lead: 'Who wrote programs, how often nothing came of an attempt, and how often the children were better than their parents.',
        body: model.proposers.length === 0 ? null : html`<div><${Proposers} records=${model.proposers} /><${Yields} yields=${model.yields} /><${Ledger} models=${model.ledger} /></div>`,
      },
      {
        id: 'experiments', title: 'Left to chance', lead: 'Where a proposer drew by lot what to do, such as whether a prompt shows lessons, and how far the children were above their parents either way.',
        body: model.experiments.length === 0 ? null : html`<${Experiments} experiments=${model.experiments} />`,
      },
      { id: 'champion', title: 'Champion', body: champion === null ? null : html`<${ChampionCode} champion=${champion} />` },
      {
        id: 'lineage', title: 'Lineage', lead: 'Which programs the elites came from, and the champion’s line step by step, back to the seed that it grew from.',
        body: champion === null ? null : html`<div><${LineageTrees} tree=${model.lineage} /><${Lineage} steps=${champion.lineage} /></div>`,
      },
      { id: 'reproduction', title: 'Reproduction', body: html`<${ReproductionBox} model=${model.reproduction} />` },
    ],
  });
}

/** For problems that bring no comparison of their own. */
function caseSection({ champion }: EvolutionReportModel): Markup | null {
  if (champion === null || champion.cases.length + champion.artefacts.length === 0) return null;
  return html`<div><${CaseScores} cases=${champion.cases} /><${Artefacts} artefacts=${champion.artefacts} /></div>`;
}

function taskTable({ tasks }: EvolutionReportModel): Markup {
  return html`<div class="wide" tabindex="0" role="region" aria-label="Tasks"><table>
    <thead><tr><th scope="col">Task</th><th scope="col">Title</th><th scope="col">Use</th><th scope="col">Data</th><th scope="col" class="number">Parameters</th></tr></thead>
    <tbody>${tasks.map((task) => html`<tr><th scope="row">${task.id}</th><td class="text">${task.title}</td><td>${task.role === 'train' ? 'training' : 'validation'}</td><td>${task.origin}</td><td class="number">${task.parameters}</td></tr>`)}</tbody>
  </table></div>`;
}

function fitSections({ fits }: EvolutionReportModel): Markup {
  const heldOut = fits.some((task) => task.groups.some((group) => group.curves.some((curve) => curve.split !== 'train')));
  return html`<div>
    <${FitKey} heldOut=${heldOut} />
    ${fits.map((task, index) => html`<details class="task" open=${index === 0}>
      <summary>${task.task} <small>${task.role === 'train' ? 'training' : 'validation'} task, seed ${task.seed}: ${task.title}</small></summary>
      <${Fits} model=${task} prefix=${`f${index}`} />
    </details>`)}
  </div>`;
}
