import { counted } from '@evospice/contracts';
import type { ChampionTrial } from '@evospice/evolution';
import { plainNumber } from '../format/engineering.ts';
import type { ChampionModel, LineageStep } from '../model/evolution-model.ts';
import { changedLines, Code, Diff } from './code.ts';
import { html, type Markup } from './html.ts';

/** The champion's score with its parts, and its source. */
export function ChampionCode({ champion }: { readonly champion: ChampionModel }): Markup {
  return html`<div>
    <dl class="facts panel">
      <div><dt>Program</dt><dd>${champion.id}</dd></div>
      <div><dt>Score</dt><dd>${champion.score.toFixed(4)}${champion.spread === null ? null : html` <small>(spread over the cases ${champion.spread.toFixed(3)})</small>`}</dd></div>
      <${Trial} label="On fresh seeds" trial=${champion.confirmation} score=${champion.score} />
      <${Trial} label="On validation cases" trial=${champion.validation} score=${champion.score} />
      ${Object.entries(champion.parts).map(([name, value]) => html`<div><dt>${name}</dt><dd>${plainNumber(value)}</dd></div>`)}
      <div><dt>Length</dt><dd>${counted(champion.source.trimEnd().split('\n').length, 'line')}</dd></div>
    </dl>
    <${Code} source=${champion.source} label=${`Source of program ${champion.id}`} />
  </div>`;
}

/** What the champion is worth where it was not chosen, and how far that is from the score it was chosen by. */
function Trial({ label, trial, score }: { readonly label: string; readonly trial: ChampionTrial | null; readonly score: number }): Markup | null {
  if (trial === null) return null;
  const { score: own, cases, failed } = trial;
  return html`<div><dt>${label}</dt><dd>${own === null ? `no score: failed on ${failed} of ${counted(cases, 'case')}`
    : html`${own.value.toFixed(4)} <small>(gap ${(score - own.value).toFixed(4)}, ${counted(cases, 'case')})</small>`}</dd></div>`;
}

/** The chain of first parents with what each step changed. */
export function Lineage({ steps }: { readonly steps: readonly LineageStep[] }): Markup {
  return html`<div class="panel"><ol class="lineage">${steps.map((step, index) => {
    const parent = steps[index + 1];
    const change = parent === undefined ? null : changedLines(parent.source, step.source);
    const others = step.parents.slice(1);
    const details = Object.entries(step.details);
    return html`<li>
      <strong>${step.id}</strong>${' '}<span class="tag">${step.proposer}</span>${' '}<span class="tag">${step.operator}</span>${' '}${step.score === null ? 'not scored' : `score ${step.score.toFixed(4)}`}
      ${others.length === 0 ? null : html`<div class="note">also from ${others.join(', ')}</div>`}
      ${details.length === 0 ? null : html`<div class="note">${details.map(([name, value]) => `${name}: ${value}`).join('; ')}</div>`}
      ${parent === undefined || change === null ? html`<div class="note">${step.parents.length === 0 ? 'a seed' : `made from ${step.parents.join(', ')}`}</div>`
        : html`<details><summary>changes to ${parent.id}: ${counted(change.added, 'line')} added, ${change.removed} removed</summary><${Diff} before=${parent.source} after=${step.source} label=${`Changes from ${parent.id} to ${step.id}`} /></details>`}
    </li>`;
  })}</ol></div>`;
}
