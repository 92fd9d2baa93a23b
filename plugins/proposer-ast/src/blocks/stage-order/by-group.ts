import { wholeStage, type SearchState, type Stage } from '../search-state.ts';

/**
 * One stage for each group of parameters in the order in which engineers extract them, then everything.
 * Without groups: everything at once.
 */
export function stageOrder(state: SearchState): Stage[] {
  const order = [
    'saturation-current', 'threshold', 'short-channel', 'subthreshold', 'mobility', 'base-current', 'high-injection', 'series-resistance', 'saturation',
    'bulk-charge', 'dibl', 'output-resistance', 'early', 'quasi-saturation', 'leakage', 'breakdown', 'capacitance', 'temperature', 'self-heating',
  ];
  const groups = new Map<string, number[]>();
  for (const [index, { group }] of state.problem.parameters.entries()) {
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), index]);
  }
  const rank = (group: string): number => {
    const place = order.indexOf(group);
    return place < 0 ? order.length : place;
  };
  const stages = [...groups].sort(([a], [b]) => rank(a) - rank(b)).map(([, parameters]): Stage => ({ parameters }));
  return [...(stages.length > 1 ? stages : []), wholeStage(state)];
}
