import { defineRule, shown, type Found } from '@evospice/rules-kit';
import { toUnit } from '@evospice/toolbox';

/** Tunable parameters at a bound, within a part of their range, or outside. */
export const cardBounds = (share: number) => defineRule('card-bounds', ({ task, card }) => {
  const own = task.tunables.filter(({ of, increment }) => of === undefined && increment === undefined);
  const values = own.map(({ name, start }) => card.value(name) ?? start);
  const unit = toUnit(own, values);
  return own.flatMap(({ name, lower, upper, unit: physical }, k): Found[] => {
    const value = values[k]!;
    const outside = value < lower || value > upper;
    if (upper === lower || (!outside && unit[k]! > share && unit[k]! < 1 - share)) return [];
    const end = value <= lower || unit[k]! <= share ? 'lower' : 'upper';
    return [{
      severity: outside ? 'warning' : 'note', parameter: name, value, limit: `${shown(lower)} to ${shown(upper)}`, ...(physical === undefined ? {} : { unit: physical }),
      source: 'bounds of the task',
      message: outside
        ? `${name} = ${shown(value)} is outside of its bounds, ${shown(lower)} to ${shown(upper)}: a search clips it`
        : `${name} = ${shown(value)} is at its ${end} bound, ${shown(end === 'lower' ? lower : upper)}: either the bound is too tight, or ${name} makes up for something else`,
    }];
  });
});
