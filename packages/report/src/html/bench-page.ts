import { counted } from '@evospice/contracts';
import type { BenchAnalysis } from '@evospice/bench';
import { entryStyles } from '../charts/entry-style.ts';
import { budgetUnits } from '../format/quantities.ts';
import type { Fact } from '../model/evolution-model.ts';
import { Convergence, Ecdf, EntryLegend, fewTasks, Profiles } from './bench-pictures.ts';
import { switchScope } from './switch.ts';
import { Statistics } from './bench-statistics.ts';
import { Budgets, Findings, Overall, Results, RunningTimes, Times } from './bench-tables.ts';
import { ControlTimes } from './control-times.ts';
import { PlainText } from './code.ts';
import { html, type Markup } from './html.ts';
import { renderPage, type Section } from './page.ts';

/** What a benchmark's page says besides its figures. */
export interface BenchReportFacts {
  readonly name: string;
  /** Simulator, versions, date, … for the head of the page. */
  readonly facts: readonly Fact[];
  /** Sentences that a reader must see first, such as runs still missing. */
  readonly notices: readonly string[];
  /** Entries that refused a task, with their reason. */
  readonly notApplicable: readonly { readonly entry: string; readonly task: string; readonly reason: string }[];
  /** The suite as it was run. */
  readonly suite: string;
  /** Commands that give the same again. */
  readonly commands: readonly string[];
}

/** A benchmark as one self-contained HTML file: the same sections for each budget. */
export function renderBenchReport(analyses: readonly BenchAnalysis[], facts: BenchReportFacts): string {
  const several = analyses.length > 1;
  return renderPage({
    kind: 'Benchmark',
    title: facts.name,
    facts: [
      ...facts.facts,
      ...analyses.map(({ budget, entries, tasks, seeds, runs }) => ({
        label: `Budget ${budgetUnits(budget)}`, value: `${counted(entries.length, 'entry', 'entries')} × ${counted(tasks.length, 'task')} × ${counted(seeds.length, 'seed')}: ${counted(runs, 'run')}`,
      })),
    ],
    notices: [...facts.notices, ...analyses.flatMap(noticesOf)],
    sections: [
      ...analyses.flatMap((analysis) => sectionsOf(analysis, several)),
      { id: 'not-applicable', title: 'Not applicable', lead: 'These entries refused these tasks before they simulated anything.', body: facts.notApplicable.length === 0 ? null : refusals(facts) },
      { id: 'reproduction', title: 'Reproduction', body: html`<div><${PlainText} text=${facts.commands.join('\n')} label="Commands" /><details><summary>The suite as it was run</summary><${PlainText} text=${facts.suite} label="Suite" /></details></div>` },
    ],
  });
}

function noticesOf({ failures, gaps, budget }: BenchAnalysis): string[] {
  const missing = gaps.filter(({ reason }) => reason === null);
  const refused = gaps.filter(({ reason }) => reason !== null);
  const named = (some: BenchAnalysis['gaps']): string => some.map(({ entry, task }) => `${entry} on ${task}`).join(', ');
  return [
    ...(failures.length === 0 ? [] : [`Budget ${budgetUnits(budget)}: ${counted(failures.length, 'run')} ended with an error of the optimizer (${[...new Set(failures.map(({ entry, code }) => `${entry}: ${code}`))].join(', ')}); what it had found until then counts.`]),
    ...(missing.length === 0 ? [] : [`Budget ${budgetUnits(budget)}: runs are missing for ${named(missing)}; these entries take no part in tests there.`]),
    ...(refused.length === 0 ? [] : [`Budget ${budgetUnits(budget)}: not applicable, for the reasons given at the end: ${named(refused)}; these entries take no part in tests there.`]),
  ];
}

function sectionsOf(analysis: BenchAnalysis, several: boolean): Section[] {
  const styles = entryStyles(analysis.entries);
  const suffix = several ? `-${analysis.budget}` : '';
  const at = several ? `, budget ${budgetUnits(analysis.budget)}` : '';
  const section = (id: string, title: string, lead: string, body: Markup): Section => ({ id: `${id}${suffix}`, title: `${title}${at}`, lead, body });
  const { friedman } = analysis.statistics;
  const legend = html`<${EntryLegend} styles=${styles} />`;
  const convergence = section('convergence', 'Convergence', 'Median over seeds of the best error so far; the three best entries of each task with their quartiles.', html`<div class=${switchScope}>${legend}<${Convergence} analysis=${analysis} styles=${styles} prefix=${`c${suffix}`} /></div>`);
  const few = analysis.tasks.length <= fewTasks;
  return [
    ...(few ? [convergence] : []),
    section('overall', 'Overall', 'Best mean rank first. A budget unit is one simulation of all training curves; every simulation counts, also those for gradients and those that fail.', html`<${Overall} analysis=${analysis} styles=${styles} />`),
    section('ecdf', 'Targets reached', `Share of all (task, target, seed) triples reached after so many simulations; higher and further left is better. ${analysis.targets.description}.`, html`<div class=${switchScope}>${legend}<${Ecdf} analysis=${analysis} styles=${styles} prefix=${`e${suffix}`} /></div>`),
    ...(few ? [] : [convergence]),
    section('results', 'Final errors', 'Median over seeds at the full budget, with quartiles; the lowest of each row is bold, and the shade runs with the ratio to it.', html`<${Results} analysis=${analysis} />`),
    section('findings', 'Physics rules', 'What rules found in the cards that runs ended with: a low error on a card that no device can have is worth little.', analysis.findings.length === 0 ? null : html`<${Findings} analysis=${analysis} />`),
    section('statistics', 'Statistics', friedman === null ? 'Too few entries or tasks for tests over tasks.' : 'Do the entries differ, which of them, and by how much? Tasks, not seeds, are the sample.', html`<${Statistics} analysis=${analysis} />`),
    section('control-times', 'Simulations to the control’s error', `Simulations within which half of the runs came to ${analysis.controlTimes.factors.join(', ')} times the final error of ${analysis.controlTimes.control} (median over seeds); in parentheses how many times fewer than ${analysis.controlTimes.control} took. Where the target was missed, the whole budget counts, and the ratio is an upper bound.`, analysis.controlTimes.overall.length === 0 ? null : html`<${ControlTimes} analysis=${analysis} />`),
    section('running-time', 'Expected running time', 'Simulations of all runs until they reached the target or ended, over the runs that reached it (Hansen et al. 2021), with 95 % bootstrap intervals; in parentheses how many runs did. ∞ where none did.', html`<${RunningTimes} analysis=${analysis} />`),
    section('profiles', 'Data and performance profiles', 'Share of problems (task and seed) solved: f ≤ f_L + τ (f₀ − f_L), with f₀ the start error and f_L the best of all runs (Moré and Wild 2009). Left: over simulations in units of n + 1. Right: over the ratio to the fastest entry.', html`<div class=${switchScope}>${legend}<${Profiles} analysis=${analysis} styles=${styles} prefix=${`p${suffix}`} /></div>`),
    section('budgets', 'At fixed budgets', 'Median over seeds of the best error after so many simulations.', html`<${Budgets} analysis=${analysis} />`),
    section('times', 'Wall time and own compute', 'Medians a run, in seconds. They depend on the machine and its load, so nothing above is judged by them.', analysis.times.length === 0 ? null : html`<${Times} analysis=${analysis} />`),
  ];
}

function refusals({ notApplicable }: BenchReportFacts): Markup {
  return html`<div class="wide"><table><thead><tr><th scope="col">Entry</th><th scope="col">Task</th><th scope="col">Reason</th></tr></thead>
    <tbody>${notApplicable.map(({ entry, task, reason }) => html`<tr><th scope="row">${entry}</th><td>${task}</td><td class="text">${firstLine(reason)}</td></tr>`)}</tbody></table></div>`;
}

/** Without the code at its end, and without advice, which is for those who run the optimizer. */
function firstLine(reason: string): string {
  return (reason.split('\n')[0] ?? '').replace(/ \[[A-Z_]+\]$/u, '');
}
