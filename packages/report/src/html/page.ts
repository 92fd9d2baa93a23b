import { renderToString } from 'preact-render-to-string';
import type { VNode } from 'preact';
import type { Fact } from '../model/evolution-model.ts';
import { html, Raw, type Markup } from './html.ts';
import { styleSheet } from './style.ts';

/** One part of a report. Those without a body are left out, of the contents too. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** One sentence below the heading. */
  readonly lead?: string;
  readonly body: Markup;
}

export interface Page {
  readonly kind: string;
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly notices: readonly string[];
  readonly sections: readonly Section[];
  /** Whether there are pictures that programs made; they are part of the file. */
  readonly pictures?: boolean;
  /** What it was made from; the stored events of a run when left out. */
  readonly madeFrom?: string;
}

/**
 * The whole file. Its content policy forbids scripts and every request, so that a report stays what it is wherever it
 * is opened, whatever a program's source or a task's title holds.
 */
export function renderPage(page: Page): string {
  const sections = page.sections.filter((section) => section.body !== null);
  const root = html`
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content=${`default-src 'none'; style-src 'unsafe-inline'${page.pictures === true ? '; img-src data:' : ''}`} />
        <meta name="generator" content="Evospice" />
        <title>${page.title} – Evospice</title>
        <${Raw} tag="style" markup=${styleSheet} />
      </head>
      <body>
        <header class="top"><div>
          <p class="kind">${page.kind}</p>
          <h1>${page.title}</h1>
          <dl class="facts">${page.facts.map((fact) => html`<div><dt>${fact.label}</dt><dd>${fact.value}</dd></div>`)}</dl>
          <nav aria-label="Contents"><ul class="contents">${sections.map((section) => html`<li><a href="#${section.id}">${section.title}</a></li>`)}</ul></nav>
        </div></header>
        <main>
          ${page.notices.length === 0 ? null : html`<ul class="notices" role="note">${page.notices.map((notice) => html`<li>${notice}</li>`)}</ul>`}
          ${sections.map((section) => html`
            <section aria-labelledby=${section.id}>
              <h2 id=${section.id}>${section.title}</h2>
              ${section.lead === undefined ? null : html`<p class="lead">${section.lead}</p>`}
              ${section.body}
            </section>`)}
        </main>
        <footer>Made by Evospice from ${page.madeFrom ?? 'the stored events of the run'}.</footer>
      </body>
    </html>`;
  return `<!doctype html>\n${renderToString(root as VNode)}\n`;
}
