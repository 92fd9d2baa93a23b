import { worthElsewhere, type RunView, type WorthElsewhere } from '@evospice/evolution';

/** A champion's score beside what it is worth where it was not chosen. */
export function championDocument(view: RunView): { readonly program: string; readonly score: number } & WorthElsewhere | null {
  const { champion } = view;
  if (champion === null) return null;
  const { id } = champion.program;
  return { program: id, score: champion.verdict.score.value, ...worthElsewhere(view, id) };
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
