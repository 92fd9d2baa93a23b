import { useLayoutEffect, useRef } from 'preact/hooks';
import { html, type View } from './html.ts';

interface TickProps {
  readonly names: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly onTick: (on: boolean) => void;
  readonly label: string;
}

/** A box for several: half ticked where some are. */
export function Tick({ names, chosen, onTick, label }: TickProps): View {
  const box = useRef<HTMLInputElement>(null);
  const on = names.filter((name) => chosen.has(name)).length;
  useLayoutEffect(() => {
    box.current!.indeterminate = on > 0 && on < names.length;
  });
  return html`<label class="tick"><input ref=${box} type="checkbox" disabled=${names.length === 0} checked=${on > 0 && on === names.length} onChange=${(event: Event) => onTick((event.target as HTMLInputElement).checked)} /> ${label}</label>`;
}
