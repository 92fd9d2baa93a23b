import { structuredPatch } from 'diff';
import hljs from 'highlight.js/lib/core';
import typescript from 'highlight.js/lib/languages/typescript';
import { html, Raw, type Markup } from './html.ts';

hljs.registerLanguage('typescript', typescript);

/** TypeScript, highlighted. */
export function Code({ source, label }: { readonly source: string; readonly label: string }): Markup {
  const markup = hljs.highlight(source.trimEnd(), { language: 'typescript' }).value;
  return html`<div class="code"><pre tabindex="0" aria-label=${label}><${Raw} tag="code" markup=${markup} /></pre></div>`;
}

/** Any other text. */
export function PlainText({ text, label }: { readonly text: string; readonly label: string }): Markup {
  return html`<div class="code"><pre tabindex="0" aria-label=${label}>${text.trimEnd()}</pre></div>`;
}

/** What changed between two texts, in hunks with three lines around; null when nothing did. */
export function Diff({ before, after, label }: { readonly before: string; readonly after: string; readonly label: string }): Markup {
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: 3 });
  if (hunks.length === 0) return null;
  return html`<div class="code"><pre class="diff" tabindex="0" aria-label=${label}>${hunks.flatMap((hunk) => [
    html`<span class="hunk">lines ${hunk.oldStart}–${hunk.oldStart + Math.max(0, hunk.oldLines - 1)} → ${hunk.newStart}–${hunk.newStart + Math.max(0, hunk.newLines - 1)}</span>`,
    ...hunk.lines.map((line) => html`<span class=${line.startsWith('+') ? 'added' : line.startsWith('-') ? 'removed' : 'kept'}>${line === '' ? ' ' : line}</span>`),
  ])}</pre></div>`;
}

/** Lines that differ between two texts. */
export function changedLines(before: string, after: string): { readonly added: number; readonly removed: number } {
  const lines = structuredPatch('', '', before, after, '', '', { context: 0 }).hunks.flatMap((hunk) => hunk.lines);
  return { added: lines.filter((line) => line.startsWith('+')).length, removed: lines.filter((line) => line.startsWith('-')).length };
}
