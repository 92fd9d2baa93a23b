import { useState } from 'preact/hooks';
import type { PageFacts, Saved } from '../protocol.ts';
import { html, type View } from './html.ts';
import { memo } from './memo.ts';
import type { Store } from './store.ts';

interface SaveProps {
  readonly store: Store;
  readonly facts: PageFacts;
  readonly saved: readonly Saved[];
  readonly refusal: string | undefined;
  readonly busy: boolean;
}

/** Writes the card of now. */
export const SavePanel = memo(({ store, facts: { dialects, dialect, file, folder }, saved, refusal, busy }: SaveProps): View => {
  const [name, setName] = useState(file);
  const [to, setTo] = useState(dialect);
  return html`<section class="save panel" aria-labelledby="save">
    <h2 id="save">Save as card</h2>
    <form onSubmit=${(event: Event) => {
      event.preventDefault();
      void store.save(name, to);
    }}>
      <label>File <input class="file" type="text" spellcheck=${false} autocomplete="off" value=${name} onInput=${(event: Event) => setName((event.target as HTMLInputElement).value)} /></label>
      <label>Dialect <select class="dialect" value=${to} onChange=${(event: Event) => setTo((event.target as HTMLSelectElement).value)}>${dialects.map((each) => html`<option key=${each} value=${each} selected=${each === to}>${each}</option>`)}</select></label>
      <button type="submit" class="primary" disabled=${busy}>Save</button>
    </form>
    <p class="note">In ${folder}</p>
    ${refusal === undefined ? null : html`<p class="refusal" role="alert">${refusal}</p>`}
    ${saved.length === 0 ? null : html`<ul class="saved" role="status">${saved.map(({ files, warnings }, index) => html`<li key=${index}>${files.map((each) => html`<code>${each}</code> `)}${warnings.length === 0 ? null : html`<ul>${warnings.map((warning) => html`<li class="note">${warning}</li>`)}</ul>`}</li>`)}</ul>`}
  </section>`;
});
