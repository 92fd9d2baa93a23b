import { betweenMarkers } from '../../between-markers.ts';
import { groupsOf, type Group } from './groups.ts';
import { deviceTable, lossLines, optimizerTable, partsTable } from './tables.ts';
import type { BenchRun } from '../../../packages/bench/src/index.ts';

export interface PageFacts {
  readonly runs: readonly BenchRun[];
  readonly subject: string;
  readonly control: string;
  /** SHA-256 of the program's text, which the drawn devices follow from. */
  readonly hash: string;
  /** Of the simulators and of what they ran on. */
  readonly versions: Readonly<Record<string, string | null>>;
}

const markers = ['<!-- results: fewest -->', '<!-- end of fewest -->'] as const;

/** Everything that the page says between its markers. */
export function resultsText({ runs, subject, control, hash, versions }: PageFacts): { readonly text: string; readonly groups: readonly Group[] } {
  const entries = [...new Set(runs.map(({ entry }) => entry))];
  // What is called after another entry is that one without some of its parts.
  const isVariant = (entry: string): boolean => entries.some((other) => entry.startsWith(`${other} `));
  const groups = groupsOf(runs, { subject, control, isVariant });
  const parts = [subject, ...entries.filter((entry) => entry.startsWith(`${subject} `)), ...entries.filter((entry) => entry !== subject && entries.some((other) => other.startsWith(`${entry} `))),
    ...entries.filter((entry) => isVariant(entry) && !entry.startsWith(`${subject} `))];
  const all = groups.at(-1) as Group;
  const text = [
    `${runs.length} runs: ${entries.length} entries, ${all.tasks.length} devices, ${all.seeds.length === 1 ? 'one seed' : `${all.seeds.length} seeds`}, budget ${runs[0]?.run.allowed}; ${Object.entries(versions).map(([name, version]) => `${name} ${version ?? 'of unknown version'}`).join(', ')}.`,
    '',
    `Columns: how many times fewer simulations than \`${control}\` until the error is so many times its final error (geometric mean over the devices, medians over seeds; "<" where a target was missed on some device, whose ratio is then at most what the whole budget gives); `
      + `on how many devices the error is lower, and higher, than that of \`${control}\` by more than 0.1 % after so many simulations; mean rank at the end of the budget; final error divided by that of \`${subject}\` (geometric mean, 95 % interval) with the p of Wilcoxon’s test over devices after Holm; `
      + 'seconds of own compute per run, median.',
    '',
    `Devices are drawn by seeds that are hashes of the program's text (SHA-256 ${hash.slice(0, 16)}…); they are in \`suites/fewest.yaml\`.`,
    ...groups.flatMap((group) => [
      '', `### ${subject} and the others: ${group.title} (${group.tasks.length})`, '',
      optimizerTable(group, subject),
    ]),
    ...groups.filter((group) => group.title !== 'all').flatMap((group) => [
      '', `### Device by device: ${group.title}`, '', `\`${control}\` / \`${subject}\`: simulations to so many times the final error of \`${control}\`, and errors.`, '',
      deviceTable(group, subject), '',
      ...lossLines(group, subject).map((line) => `- ${line}`),
    ]),
    '', '### Without one of its parts', '',
    partsTable(groups, [...new Set(parts)]),
    '',
  ].join('\n');
  return { text, groups };
}

/** The page with the text between its markers. */
export function pageWith(page: string, text: string): string {
  return betweenMarkers(page, markers, text);
}
