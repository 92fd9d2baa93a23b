import { short } from '../shared/table.ts';
import { looks, type Group } from './groups.ts';

/** Errors nearer to each other than this part count as equal, as in the analysis. */
const EQUAL = 1e-3;

const three = (value: number): string => short(Number(value.toPrecision(3)));
const percent = (value: number | undefined): string => (value === undefined ? '-' : (100 * value).toPrecision(4));
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const rule = (columns: number): string => `|${'---|'.repeat(columns)}`;

/** How many times fewer simulations than the control, geometric mean over the group, one cell for each of its factors. */
function ratioCells({ times }: Group, entry: string): readonly string[] {
  if (entry === times.control) return times.factors.map(() => '1');
  return times.factors.map((factor) => {
    const found = times.overall.find((one) => one.entry === entry && one.factor === factor);
    return found === undefined ? '-' : `${found.missed.length > 0 ? '< ' : ''}${three(found.ratio)}`;
  });
}

/** On how many devices the entry's error is the lower one and on how many the control's, one cell for each look. */
function lowerCells({ times }: Group, entry: string): readonly string[] {
  if (entry === times.control) return looks.map(() => '');
  return looks.map((at) => {
    const found = times.lower.find((one) => one.entry === entry && one.budget === at);
    return found === undefined ? '-' : `${found.entryLower}, ${found.controlLower}`;
  });
}

/** Median own compute of a run. */
function secondsCell({ seconds }: Group, entry: string): string {
  const own = seconds.find((one) => one.entry === entry)?.own;
  return own === undefined ? '-' : three(own);
}

const headOf = ({ times: { factors } }: Group): readonly string[] => [...factors.map((factor) => `to ${factor} ×`), ...looks.map((at) => `lower, higher at ${at}`)];

/** Every optimizer on the devices of a group, the best mean rank first. */
export function optimizerTable(group: Group, subject: string): string {
  const head = ['optimizer', ...headOf(group), 'mean rank', `error ÷ ${subject}`, 'p', 'own s'];
  const rows = group.overall.toSorted((a, b) => a.meanRank - b.meanRank).map(({ entry, meanRank }) => {
    const test = group.tests.find((one) => one.entry === entry);
    return row([
      entry === subject ? `**${entry}**` : entry, ...ratioCells(group, entry), ...lowerCells(group, entry), meanRank.toFixed(2),
      test === undefined ? '' : `${three(test.ratio)}${test.interval === null ? '' : ` (${test.interval.map(three).join(' to ')})`}`,
      test === undefined ? '' : test.adjustedPValue.toPrecision(2), secondsCell(group, entry),
    ]);
  });
  return [row(head), rule(head.length), ...rows].join('\n');
}

/** The subject and its control on every device: simulations, ratios and errors, losses in words. */
export function deviceTable(group: Group, subject: string): string {
  const { control, factors, times } = group.times;
  const head = ['device', ...factors.map((factor) => `to ${factor} ×`), ...looks.map((at) => `error at ${at}, %`), 'lowest of the others'];
  const others = group.overall.map(({ entry }) => entry).filter((entry) => entry !== subject && entry !== control);
  const rows = group.tasks.map((task) => {
    const at = (entry: string, factor: number) => times.find((one) => one.entry === entry && one.task === task && one.factor === factor);
    const cells = factors.map((factor) => {
      const [own, other] = [at(subject, factor), at(control, factor)];
      if (own === undefined || other === undefined) return 'met by the start';
      const units = (value: number | null): string => (value === null ? 'missed' : three(value));
      return `${units(other.simulations)} / ${units(own.simulations)} = **${own.simulations === null ? '< ' : ''}${three(own.ratio)}**`;
    });
    const last = others.flatMap((entry) => { const error = group.error(entry, task, looks[2]); return error === undefined ? [] : [{ entry, error }]; }).toSorted((a, b) => a.error - b.error)[0];
    return row([task, ...cells, ...looks.map((look) => `${percent(group.error(control, task, look))} / ${percent(group.error(subject, task, look))}`), last === undefined ? '-' : `${percent(last.error)} \`${last.entry}\``]);
  });
  return [row(head), rule(head.length), ...rows].join('\n');
}

/** Where the subject loses to its control or to anything else; a sentence each. */
export function lossLines(group: Group, subject: string): readonly string[] {
  const { control, overall } = group.times;
  const slower = overall.filter(({ entry, lost }) => entry === subject && lost.length > 0)
    .map(({ factor, lost, missed }) => `More simulations than \`${control}\` to ${factor} ×: ${lost.map((task) => (missed.includes(task) ? `${task} (never within the budget)` : task)).join(', ')}.`);
  const at = looks[2];
  const higher = group.tasks.flatMap((task) => {
    const own = group.error(subject, task, at);
    const better = group.overall.filter(({ entry }) => entry !== subject).flatMap(({ entry }) => {
      const error = group.error(entry, task, at);
      return own !== undefined && error !== undefined && error < own * (1 - EQUAL) ? [{ entry, error }] : [];
    }).toSorted((a, b) => a.error - b.error)[0];
    return better === undefined || own === undefined ? [] : [`${task} (${percent(own)} %, ${better.entry} ${percent(better.error)} %)`];
  });
  return [...slower, ...(higher.length === 0 ? [] : [`Another optimizer ends more than 0.1 % lower on ${higher.length} of ${group.tasks.length}: ${higher.join(', ')}.`])];
}

/** The whole and what is left without one of its parts, a row for each and group. */
export function partsTable(groups: readonly Group[], entries: readonly string[]): string {
  const [first] = groups;
  if (first === undefined) return '';
  const head = ['', 'devices', ...headOf(first), 'own s'];
  const rows = entries.flatMap((entry) => groups.map((group) => row([entry, `${group.title} (${group.tasks.length})`, ...ratioCells(group, entry), ...lowerCells(group, entry), secondsCell(group, entry)])));
  return [row(head), rule(head.length), ...rows].join('\n');
}
