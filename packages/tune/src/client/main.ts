import { render } from 'preact';
import { App } from './app.ts';
import { html } from './html.ts';
import { Store } from './store.ts';

const root = document.querySelector('#page')!;
let store: Store | undefined;
const show = (): void => {
  if (store !== undefined) render(html`<${App} store=${store} state=${store.state} />`, root);
};

try {
  store = await Store.open(show);
  root.replaceChildren();
  show();
} catch (error) {
  root.textContent = `The page could not be opened: ${(error as Error).message}`;
}
