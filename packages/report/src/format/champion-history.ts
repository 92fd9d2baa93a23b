import { worthElsewhere, type RunView, type WorthElsewhere } from '@evospice/evolution';

/** A champion at the time it became one, with what it was worth where it was not chosen. */
export interface ChampionEntry extends WorthElsewhere {
  readonly program: string;
  /** Programs tried when it became champion. */
  readonly tried: number;
  readonly score: number;
}

/** Every champion of a run, oldest first. */
export function championHistory(view: RunView): readonly ChampionEntry[] {
  return view.champions.map(({ program, tried, score }) => ({ program, tried, score, ...worthElsewhere(view, program) }));
}
