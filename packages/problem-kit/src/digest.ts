import type { Json, Outcome } from '@evospice/contracts';

/** Lines and characters of each that a prompt is told. */
const MOST_LINES = 12;
const LONGEST_LINE = 300;

/** What evaluations say to whoever changes the program: the artefact `digest` of each case, a line or several, with the name of the case. */
export function outcomeDigest(outcomes: readonly Outcome[]): readonly string[] {
  const lines = outcomes.flatMap(({ case: id, artefacts }) => textsIn(artefacts?.['digest']).map((line) => `${id}: ${line}`));
  return [...new Set(lines)].slice(0, MOST_LINES);
}

function textsIn(value: Json | undefined): readonly string[] {
  const texts = Array.isArray(value) ? value : [value];
  return texts.flatMap((text) => (typeof text === 'string' ? text.split('\n') : [])).map((line) => line.trim().slice(0, LONGEST_LINE)).filter((line) => line !== '');
}
