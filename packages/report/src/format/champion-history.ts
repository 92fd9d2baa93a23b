import type { ChampionTrial, RunView } from '@evospice/evolution';

/** A champion at the time it became one, with what it was worth where it was not chosen. */
export interface ChampionEntry {
  readonly program: string;
  /** Programs tried when it became champion. */
  readonly tried: number;
  readonly score: number;
  /** On fresh seeds of the same cases and on validation cases; null where it failed, left out where that was not tried. */
  readonly confirmed?: number | null;
  readonly validation?: number | null;
}

/** Every champion of a run, oldest first. */
export function championHistory(view: RunView): readonly ChampionEntry[] {
  const worth = (program: string, stage: ChampionTrial['stage']): number | null | undefined => {
    const trial = view.trialOf(program, stage);
    return trial === undefined ? undefined : trial.score?.value ?? null;
  };
  return view.champions.map(({ program, tried, score }) => {
    const [confirmed, validation] = [worth(program, 'confirmation'), worth(program, 'validation')];
    return { program, tried, score, ...(confirmed === undefined ? {} : { confirmed }), ...(validation === undefined ? {} : { validation }) };
  });
}
