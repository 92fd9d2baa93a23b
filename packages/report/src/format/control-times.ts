import type { BenchAnalysis, ControlTime, ControlTimes } from '@evospice/bench';
import { plainNumber } from './engineering.ts';
import { budgetUnits } from './quantities.ts';

/** A ratio of simulations in three digits, such as `12.5`. */
export function ratioText(ratio: number): string {
  return plainNumber(ratio, 3);
}

/** Such as `5 (15.6)`: simulations and how many times fewer than the control's; `> 400 (< 0.2)` where the target was missed. */
export function controlTimeText({ simulations, ratio }: ControlTime, { budget }: Pick<BenchAnalysis, 'budget'>, isControl: boolean): string {
  const [sign, units] = simulations === null ? ['> ', budgetUnits(budget)] : ['', budgetUnits(simulations)];
  return isControl ? `${sign}${units}` : `${sign}${units} (${simulations === null ? '< ' : ''}${ratioText(ratio)})`;
}

/** One sentence for each entry that lost to the control somewhere: on which tasks, at which of its targets. */
export function lossLines({ control, overall }: ControlTimes): readonly string[] {
  const entries = [...new Set(overall.map(({ entry }) => entry))];
  return entries.flatMap((entry) => {
    const lost = overall.filter((row) => row.entry === entry && row.lost.length > 0);
    const parts = lost.map(({ factor, lost: tasks, missed }) => `at ${factor} on ${tasks.map((task) => (missed.includes(task) ? `${task} (missed)` : task)).join(', ')}`);
    return parts.length === 0 ? [] : [`${entry} takes more simulations than ${control} ${parts.join('; ')}`];
  });
}

/** One sentence for each entry: on how many tasks its error or the control's is the lower one at each budget. */
export function lowerLines({ control, lower }: ControlTimes): readonly string[] {
  const entries = [...new Set(lower.map(({ entry }) => entry))];
  return entries.map((entry) => {
    const rows = lower.filter((row) => row.entry === entry);
    const parts = rows.map(({ budget, entryLower, controlLower, tasks }) => `after ${budgetUnits(budget)} on ${entryLower}, ${controlLower} of ${tasks}`);
    return `lower error by more than 0.1 % (${entry}, ${control}): ${parts.join('; ')}`;
  });
}
