import { counted, countFindings, type PhysicsFinding } from '@evospice/contracts';
import type { Figure } from '@evospice/extraction';
import { engineering } from '../format/engineering.ts';
import { findingList } from './findings.ts';
import { html, type Markup } from './html.ts';
import { renderPage } from './page.ts';

/** One card of a library, judged. */
export interface QaCard {
  readonly file: string;
  readonly name: string;
  readonly family: string;
  readonly notes: readonly string[];
  readonly findings: readonly PhysicsFinding[];
  readonly figures: readonly Figure[];
  /** Why it could not be read. */
  readonly failure?: string;
}

export interface QaPage {
  readonly files: readonly string[];
  readonly cards: readonly QaCard[];
  readonly rules: readonly string[];
  readonly summary: string;
}

/** Figures of the first size at room temperature in the table of all cards. */
const leading = ['Vth, constant current', 'Ion', 'Ioff', 'gm, largest', 'beta, peak', 'Is', 'ideality', 'Early voltage'];

/** What was found in a library, as one self-contained HTML file. */
export function renderQaPage({ files, cards, rules, summary }: QaPage): string {
  return renderPage({
    kind: 'Library report', title: files.length > 3 ? `${files.length} files` : files.map((file) => file.split(/[/\\]/u).at(-1)).join(', '),
    facts: [{ label: 'Cards', value: String(cards.length) }, { label: 'Verdict', value: summary }, { label: 'Rules', value: rules.join(', ') }],
    notices: cards.flatMap(({ name, file, failure }) => (failure === undefined ? [] : [`${name} of ${file} cannot be judged: ${failure}`])),
    sections: [
      { id: 'cards', title: 'Cards', lead: 'Figures of the first size at 27 °C; all are below, by card.', body: overview(cards) },
      ...cards.flatMap((card, index) => (card.failure === undefined ? [{ id: `c${index}`, title: card.name, lead: `${card.family}, ${card.file}`, body: cardBody(card) }] : [])),
    ],
    madeFrom: 'cards and compact models or simulations of them',
  });
}

function overview(cards: readonly QaCard[]): Markup {
  const first = (card: QaCard, name: string): Figure | undefined => card.figures.find((figure) => figure.temperatureC === 27 && (figure.name === name || figure.name.startsWith(`${name}, Vg`)));
  const columns = leading.filter((name) => cards.some((card) => first(card, name) !== undefined));
  return html`<div class="wide" tabindex="0" role="region" aria-label="All cards"><table>
    <thead><tr><th scope="col">Card</th><th scope="col">Family</th><th scope="col" class="number">Violations</th><th scope="col" class="number">Warnings</th><th scope="col" class="number">Notes</th>${columns.map((name) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
    <tbody>${cards.map((card, index) => {
      const counts = countFindings(card.findings);
      return html`<tr><th scope="row">${card.failure === undefined ? html`<a href=${`#c${index}`}>${card.name}</a>` : html`${card.name} <span class="flag">cannot be judged</span>`}</th><td>${card.family}</td>
        ${(['violation', 'warning', 'note'] as const).map((severity) => html`<td class="number">${counts[severity] > 0 && severity !== 'note' ? html`<span class="flag">${counts[severity]}</span>` : counts[severity]}</td>`)}
        ${columns.map((name) => { const found = first(card, name); return html`<td class="number">${found === undefined ? '–' : engineering(found.value, found.unit, 3)}</td>`; })}</tr>`;
    })}</tbody>
  </table></div>`;
}

function cardBody({ findings, figures, notes }: QaCard): Markup {
  return html`<div>
    ${notes.length === 0 ? null : html`<ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>`}
    ${findingList(findings)}
    ${figures.length === 0 ? null : html`<details><summary>${counted(figures.length, 'figure')} of merit</summary>${figureTable(figures)}</details>`}
  </div>`;
}

/** One row per figure and size, one column per temperature. */
function figureTable(figures: readonly Figure[]): Markup {
  const temperatures = [...new Set(figures.map(({ temperatureC }) => temperatureC))].toSorted((a, b) => a - b);
  const instances = Map.groupBy(figures, ({ instance }) => instance);
  const key = ({ name, at }: Figure): string => JSON.stringify([name, at]);
  return html`<div class="wide" tabindex="0" role="region" aria-label="Figures of merit"><table>
    <thead><tr><th scope="col">Figure</th><th scope="col">At</th>${temperatures.map((temperature) => html`<th scope="col" class="number">${String(temperature).replace('-', '−')} °C</th>`)}</tr></thead>
    ${[...instances].map(([instance, own]) => html`<tbody><tr class="group"><th scope="rowgroup" colspan=${2 + temperatures.length}>${instance}</th></tr>
      ${[...Map.groupBy(own, key).values()].map((row) => html`<tr><th scope="row" class="text">${row[0]!.name}</th><td class="text">${row[0]!.at}</td>
        ${temperatures.map((temperature) => { const found = row.find(({ temperatureC }) => temperatureC === temperature); return html`<td class="number">${found === undefined ? '–' : engineering(found.value, found.unit, 4)}</td>`; })}</tr>`)}</tbody>`)}
  </table></div>`;
}
