import type { ChampionTrial, RunView } from '@evospice/evolution';

/** A champion's score beside what it is worth where it was not chosen. Numbers are null where it failed, and keys missing where that was not tried. */
export function championDocument(view: RunView): { readonly program: string; readonly score: number; readonly confirmed?: number | null; readonly validation?: number | null } | null {
  const { champion } = view;
  if (champion === null) return null;
  const { id } = champion.program;
  const of = (stage: ChampionTrial['stage']): number | null | undefined => {
    const trial = view.trialOf(id, stage);
    return trial === undefined ? undefined : trial.score?.value ?? null;
  };
  const [confirmed, validation] = [of('confirmation'), of('validation')];
  return { program: id, score: champion.verdict.score.value, ...(confirmed === undefined ? {} : { confirmed }), ...(validation === undefined ? {} : { validation }) };
}

/** The same in words. */
export function championText(view: RunView): string | null {
  const champion = championDocument(view);
  if (champion === null) return null;
  const { program, score, confirmed, validation } = champion;
  const figures = [trialText(confirmed, 'fresh seeds'), trialText(validation, 'validation')].filter((text) => text !== null);
  return `champion ${program}, score ${score.toFixed(4)}${figures.length === 0 ? '' : ` (${figures.join(', ')})`}`;
}

function trialText(score: number | null | undefined, where: string): string | null {
  return score === undefined ? null : score === null ? `failed on ${where}` : `${score.toFixed(4)} on ${where}`;
}
