import type { ComparisonSummary, EntryOnTask, EntryOverall, Quartiles } from '@evospice/bench';
import pc from 'picocolors';
import { budgetUnits, percent } from '../format/quantities.ts';
import type { ComparisonModel } from '../model/comparison-model.ts';
import { textTable } from './text-table.ts';
import { terminalIsFancy } from './width.ts';

export interface TableOptions {
  /** Budget units of each run: what a run that never reached the target is shown to have needed more than. */
  readonly budget: number;
  /** Entry to set off. */
  readonly champion?: string | null;
  /** Colours and box characters; plain ASCII without. By default as standard output is a terminal and NO_COLOR is unset. */
  readonly fancy?: boolean;
  /** Whether a note on what is shown follows; true by default. */
  readonly note?: boolean;
}

/** A comparison as a table for a terminal: task by task, then over all tasks. */
export function comparisonTable(summary: Pick<ComparisonSummary, 'table' | 'entries' | 'target'>, options: TableOptions): string {
  const fancy = options.fancy ?? terminalIsFancy();
  const paint = pc.createColors(fancy);
  const drawn: string[][] = [];
  const name = (entry: string): string => (entry === options.champion ? paint.cyan(`${entry} (champion)`) : entry);
  const tasks = [...new Set(summary.table.map((row) => row.task))];
  for (const task of tasks) {
    const rows = summary.table.filter((row) => row.task === task);
    for (const [index, row] of rows.entries()) drawn.push(taskCells(row, rows, { index, name, strong: paint.bold, budget: options.budget }));
  }
  for (const [index, entry] of summary.entries.entries()) drawn.push(overallCells(entry, summary.entries, { index, name, strong: paint.bold }));
  const head = ['task', 'optimizer', 'training', 'held out', 'to target', 'reached'].map((title) => paint.bold(title));
  const text = textTable({ head, rows: drawn, right: [2, 3, 4, 5], keep: 2 }, { fancy });
  return options.note === false ? text : `${text}\n${noteOn(summary.target)}`;
}

function noteOn(target: string): string {
  return `Errors: relative RMS, median over seeds [quartiles]. All tasks: geometric mean\nof final over starting error. To target: budget spent.\nTarget: ${target}.`;
}

/** The comparison of an evolution: training tasks, then validation tasks. */
export function comparisonText(model: ComparisonModel, options: { readonly fancy?: boolean } = {}): string {
  const titles = { train: 'Training tasks', validate: 'Validation tasks, not used in training' } as const;
  const parts = model.parts.map(({ role, overall, tasks }) => {
    const summary = { entries: overall, table: tasks.flatMap((task) => task.rows), target: model.target };
    return `${titles[role]}\n${comparisonTable(summary, { budget: model.budget, champion: model.champion, note: false, ...options })}`;
  });
  return [...parts, noteOn(model.target)].join('\n\n');
}

interface Look {
  readonly index: number;
  readonly name: (entry: string) => string;
  readonly strong: (text: string) => string;
}

function taskCells(row: EntryOnTask, rows: readonly EntryOnTask[], { index, name, strong, budget }: Look & { readonly budget: number }): string[] {
  const cell = (pick: (row: EntryOnTask) => Quartiles | null, format: (value: number) => string, never: string): string => {
    const own = pick(row);
    if (own === null) return '-';
    const { median } = own;
    const best = rows.length > 1 && median !== null && rows.every((other) => median <= (pick(other)?.median ?? Number.POSITIVE_INFINITY));
    const text = spread(own, row.seeds, format, never);
    return best ? strong(text) : text;
  };
  return [
    index === 0 ? row.task : '', name(row.entry),
    cell((one) => one.train, percent, 'none'), cell((one) => one.validate, percent, 'none'),
    cell((one) => one.budgetToTarget, budgetUnits, `> ${budgetUnits(budget)}`), row.success,
  ];
}

function overallCells(row: EntryOverall, rows: readonly EntryOverall[], { index, name, strong }: Look): string[] {
  const text = `${percent(row.ratioToStart)} of start`;
  return [index === 0 ? 'all tasks' : '', name(row.entry), rows.length > 1 && rows.every((other) => row.ratioToStart <= other.ratioToStart) ? strong(text) : text, '', '', row.success];
}

function spread({ lower, median, upper }: Quartiles, seeds: number, format: (value: number) => string, never: string): string {
  const show = (value: number | null): string => (value === null ? never : format(value));
  return seeds < 2 || lower === null ? show(median) : `${show(median)} [${show(lower)}, ${show(upper)}]`;
}
