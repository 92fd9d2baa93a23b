import type { ControlTimes } from '@evospice/bench';
import { controlTimeText, lossLines, lowerLines, ratioText } from '../format/control-times.ts';
import { budgetUnits, errorText } from '../format/quantities.ts';
import { textTable } from './text-table.ts';

/** Entries beyond which tables by task and sentences about each entry are left to the report. */
const FEW = 4;

/** What the tables are made from: parts of an analysis, or of a trial whose control had another budget. */
export interface ControlTimesSubject {
  /** Budget units of the entries besides the control. */
  readonly budget: number;
  /** Of the control, the same when left out. */
  readonly controlBudget?: number;
  readonly entries: readonly string[];
  readonly tasks: readonly { readonly task: string; readonly metric: 'relative' | 'log' }[];
  readonly controlTimes: ControlTimes;
}

/**
 * Simulations to near the control's final error, with ratios to the control's, their geometric means and the losses; empty where no
 * target says anything: a single entry, or a control that found nothing.
 */
export function controlTimesText(analysis: ControlTimesSubject): string {
  const { entries, tasks, controlTimes } = analysis;
  const { control, factors, times, overall } = controlTimes;
  if (overall.length === 0) return '';
  const order = [control, ...entries.filter((entry) => entry !== control)];
  const few = order.length <= FEW;
  const rows = few ? tasks.flatMap(({ task, metric }) => factors.flatMap((factor) => {
    const row = times.filter((time) => time.task === task && time.factor === factor);
    const [first] = row;
    if (first === undefined) return [];
    return [[task, String(factor), errorText(first.target, metric), ...order.map((entry) => {
      const cell = row.find((one) => one.entry === entry);
      return cell === undefined ? '-' : controlTimeText(cell, analysis, entry === control);
    })]];
  })) : [];
  const summary = order.slice(1).filter((entry) => overall.some((one) => one.entry === entry)).map((entry) => [entry, ...factors.map((factor) => {
    const one = overall.find((row) => row.entry === entry && row.factor === factor);
    return one === undefined ? '-' : `${ratioText(one.ratio)}, lost ${one.lost.length}/${one.tasks}`;
  })]);
  return [
    ...(few ? [
      `simulations to ${factors.join(', ')} times the final error of ${control} after ${budgetUnits(analysis.controlBudget ?? analysis.budget)}, medians over seeds; in parentheses how many times fewer than ${control}`,
      textTable({ head: ['task', 'times', 'error', ...order], rows, right: order.map((_, index) => index + 3).concat(1, 2), keep: 3 }),
    ] : []),
    `how many times fewer simulations than ${control} to ${factors.join(', ')} times its final error (geometric mean over tasks), and on how many tasks more`,
    textTable({ head: ['entry', ...factors.map((factor) => `to ${factor}`)], rows: summary, right: factors.map((_, index) => index + 1) }),
    ...(few ? [...lossLines(controlTimes), ...lowerLines(controlTimes)] : []),
  ].join('\n');
}
