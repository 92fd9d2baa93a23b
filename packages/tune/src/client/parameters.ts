import type { ParameterFacts } from '../protocol.ts';
import type { Props } from './app.ts';
import { html, type View } from './html.ts';
import { Tick } from './tick.ts';

/** A slider and a field for each parameter, group by group. */
export function Parameters({ store, state }: Props): View {
  const { facts: { parameters }, chosen } = state;
  const groups = [...new Set(parameters.map(({ group }) => group))];
  return html`<section class="parameters" aria-labelledby="parameters">
    <h2 id="parameters">Parameters</h2>
    <p class="note">Ticked ones move in a fit. Arrow keys move a slider by a hundredth; numbers may have a suffix, such as 0.13u.</p>
    ${groups.map((group) => {
      const own = parameters.filter((one) => one.group === group);
      const names = own.map(({ name }) => name);
      return html`<fieldset key=${group}>
        <legend><${Tick} names=${names} chosen=${chosen.parameters} onTick=${(on: boolean) => store.tick('parameters', names, on)} label=${group === '' ? 'all' : group.replaceAll('-', ' ')} /></legend>
        ${own.map((one) => html`<${Row} key=${one.name} store=${store} state=${state} one=${one} index=${parameters.indexOf(one)} />`)}
      </fieldset>`;
    })}
  </section>`;
}

function Row({ store, state, one, index }: Props & { readonly one: ParameterFacts; readonly index: number }): View {
  const { name, role, unit, lower, upper, start, startPlace, scale } = one;
  const { picture, dragged, chosen, fit, refusals, ended } = state;
  const { text, place } = picture.values[index]!;
  const at = dragged?.name === name ? dragged.place : place;
  const busy = fit?.running === true || ended;
  const refusal = refusals[name];
  const moved = text !== start;
  return html`<div class="parameter" data-parameter=${name}>
    <input type="checkbox" class="chosen" aria-label=${`${name} moves in a fit`} checked=${chosen.parameters.has(name)} onChange=${(event: Event) => store.tick('parameters', [name], (event.target as HTMLInputElement).checked)} />
    <label class="name" for=${`value-${index}`} title=${role}><code>${name}</code><small>${role}</small></label>
    <input id=${`value-${index}`} class=${`value${refusal === undefined ? '' : ' refused'}`} type="text" inputmode="decimal" autocomplete="off" spellcheck=${false} disabled=${busy} value=${text}
      aria-describedby=${refusal === undefined ? undefined : `refusal-${index}`} aria-invalid=${refusal !== undefined}
      onChange=${(event: Event) => store.move(name, { text: (event.target as HTMLInputElement).value }, true)} />
    <span class="unit">${unit}</span>
    <div class="track" style=${{ '--start': startPlace }}>
      <input class="slider" type="range" min="0" max="1" step="any" value=${at} disabled=${busy} aria-label=${`${name}${role === '' ? '' : `, ${role}`}`} aria-valuetext=${`${text} ${unit}`}
        onInput=${(event: Event) => store.move(name, { place: Number((event.target as HTMLInputElement).value) }, false)}
        onChange=${(event: Event) => store.move(name, { place: Number((event.target as HTMLInputElement).value) }, true)} />
      <div class="ends"><span>${lower}</span><span>${scale === 'log' ? 'log' : ''}</span><span>${upper}</span></div>
    </div>
    <button type="button" class="back" disabled=${busy || !moved} title=${`Back to the start, ${start}`} aria-label=${`${name} back to the start, ${start}`} onClick=${() => store.reset(name)}>↺</button>
    ${refusal === undefined ? null : html`<p class="refusal" id=${`refusal-${index}`} role="alert">${refusal}</p>`}
  </div>`;
}
