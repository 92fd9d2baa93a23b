import type { Task } from '@evospice/contracts';
import { originLines, provenanceField, type HashedFile, type SplitErrors } from '@evospice/extraction';
import { decades, percent } from '@evospice/report';

export interface Tuned {
  readonly simulator: string;
  /** What led from the start card to this one, step by step. */
  readonly steps: readonly string[];
  readonly start: { readonly train: SplitErrors; readonly validate: SplitErrors };
  readonly now: { readonly train: SplitErrors; readonly validate: SplitErrors };
}

/** Where a tuned card comes from, as lines for its comments. */
export function tunedLines(task: Task, files: readonly HashedFile[], { simulator, steps, start, now }: Tuned): readonly string[] {
  return [
    ...originLines(task, files),
    provenanceField('simulator', simulator),
    provenanceField('tuned', steps.length === 0 ? 'not at all: this is the start card' : runsOf(steps).join('; ')),
    ...(['train', 'validate'] as const).map((split) => provenanceField(split === 'train' ? 'training' : 'held out', `${errorText(start[split])} before, ${errorText(now[split])} after`)),
  ];
}

/** The same step several times in a row is said once. */
function runsOf(steps: readonly string[]): readonly string[] {
  const runs: { readonly what: string; count: number }[] = [];
  for (const what of steps) {
    const last = runs.at(-1);
    if (last?.what === what) last.count += 1;
    else runs.push({ what, count: 1 });
  }
  return runs.map(({ what, count }) => (count === 1 ? what : `${what} (${count} times)`));
}

function errorText({ relativeRms, logRms }: SplitErrors): string {
  return relativeRms === null || logRms === null ? 'unknown' : `${percent(relativeRms)}, ${decades(logRms)}`;
}
