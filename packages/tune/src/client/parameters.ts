import type { ParameterFacts } from '../protocol.ts';
import { html, type View } from './html.ts';
import { memo } from './memo.ts';
import type { State, Store } from './store.ts';
import { Tick } from './tick.ts';

interface ParametersProps extends Pick<State, 'dragged' | 'refusals'> {
  readonly store: Store;
  readonly parameters: readonly ParameterFacts[];
  readonly values: State['picture']['values'];
  readonly chosen: ReadonlySet<string>;
  readonly busy: boolean;
}

/** A slider and a field for each parameter, group by group. */
export const Parameters = memo(({ store, parameters, values, chosen, busy, dragged, refusals }: ParametersProps): View => {
  const groups = [...new Set(parameters.map(({ group }) => group))];
  return html`<section class="parameters" aria-labelledby="parameters">
    <h2 id="parameters">Parameters</h2>
    <p class="note">Ticked ones move in a fit. Arrow keys move a slider by a hundredth; numbers may have a suffix, such as 0.13u.</p>
    ${groups.map((group) => {
      const own = parameters.filter((one) => one.group === group);
      const names = own.map(({ name }) => name);
      return html`<fieldset key=${group}>
        <legend><${Tick} names=${names} chosen=${chosen} onTick=${(on: boolean) => store.tick('parameters', names, on)} label=${group === '' ? 'all' : group.replaceAll('-', ' ')} /></legend>
        ${own.map((one) => {
          const index = parameters.indexOf(one);
          const { text, place } = values[index]!;
          return html`<${Row} key=${one.name} store=${store} one=${one} index=${index} text=${text} place=${dragged?.name === one.name ? dragged.place : place} chosen=${chosen.has(one.name)} busy=${busy} refusal=${refusals[one.name]} />`;
        })}
      </fieldset>`;
    })}
  </section>`;
});

interface RowProps {
  readonly store: Store;
  readonly one: ParameterFacts;
  readonly index: number;
  readonly text: string;
  readonly place: number;
  readonly chosen: boolean;
  readonly busy: boolean;
  readonly refusal: string | undefined;
}

const Row = memo(({ store, one, index, text, place, chosen, busy, refusal }: RowProps): View => {
  const { name, role, unit, lower, upper, start, startPlace, scale } = one;
  const slide = (commit: boolean) => (event: Event) => store.move(name, { place: Number((event.target as HTMLInputElement).value) }, commit);
  return html`<div class="parameter" data-parameter=${name}>
    <input type="checkbox" class="chosen" aria-label=${`${name} moves in a fit`} checked=${chosen} onChange=${(event: Event) => store.tick('parameters', [name], (event.target as HTMLInputElement).checked)} />
    <label class="name" for=${`value-${index}`} title=${role}><code>${name}</code><small>${role}</small></label>
    <input id=${`value-${index}`} class=${`value${refusal === undefined ? '' : ' refused'}`} type="text" inputmode="decimal" autocomplete="off" spellcheck=${false} disabled=${busy} value=${text}
      aria-describedby=${refusal === undefined ? undefined : `refusal-${index}`} aria-invalid=${refusal !== undefined}
      onChange=${(event: Event) => store.move(name, { text: (event.target as HTMLInputElement).value }, true)} />
    <span class="unit" title=${unit}>${unit}</span>
    <div class="track" style=${{ '--start': String(startPlace) }}>
      <input class="slider" type="range" min="0" max="1" step="any" value=${place} disabled=${busy} aria-label=${`${name}${role === '' ? '' : `, ${role}`}`} aria-valuetext=${`${text} ${unit}`} onInput=${slide(false)} onChange=${slide(true)} />
      <div class="ends"><span>${lower}</span><span>${scale === 'log' ? 'log' : ''}</span><span>${upper}</span></div>
    </div>
    <button type="button" class="back" disabled=${busy || text === start} title=${`Back to the start, ${start}`} aria-label=${`${name} back to the start, ${start}`} onClick=${() => store.reset(name)}>↺</button>
    ${refusal === undefined ? null : html`<p class="refusal" id=${`refusal-${index}`} role="alert">${refusal}</p>`}
  </div>`;
});
