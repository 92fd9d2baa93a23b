import type { SearchState } from '../search-state.ts';

/** The starting card, improved in stages: parameters by extraction stage, on the regions of the measured curves that show them. A stage that made the whole worse is left out. */
export async function initialise(state: SearchState): Promise<void> {
  const { problem, context } = state;
  const { start, parameters } = problem;
  const { toolbox, optimizers } = context;
  state.current = start.ok ? { unit: state.current.unit, error: start.error, evaluation: start } : await state.evaluateOne(state.current.unit);
  state.best = state.current;
  const stages = [
    { groups: ['threshold', 'subthreshold', 'saturation-current', 'base-current'], regions: ['subthreshold', 'linear', 'mid-current'] },
    { groups: ['mobility', 'series-resistance', 'high-injection'], regions: ['linear', 'high-current'] },
    { groups: ['saturation', 'bulk-charge', 'dibl', 'output-resistance', 'early', 'quasi-saturation'], regions: ['saturation', 'active', 'high-field'] },
    { groups: ['leakage', 'reverse-base-current', 'breakdown'], regions: ['leakage', 'reverse'] },
    { groups: ['capacitance', 'oxide'], regions: ['accumulation', 'depletion', 'inversion'] },
  ];
  const found = toolbox.measuredRegions(problem);
  for (const { groups, regions } of stages) {
    const moving = parameters.flatMap(({ group = '' }, index) => (groups.includes(group) ? [index] : []));
    const points = problem.curves.map(({ vectors }, curve) => vectors.map(({ scored }, vector) => scored.filter((_, k) => found[curve]?.[vector]?.[k]?.some((region) => regions.includes(region)) === true)));
    const evaluation = state.current.evaluation;
    if (moving.length === 0 || points.flat(2).length === 0 || evaluation?.full !== true) continue;
    const at = toolbox.fromUnit(parameters, state.current.unit);
    const stage = toolbox.stageOf(problem, context, { parameters: moving, points, at, evaluation, units: 0.04 /* range 0.01..0.2 */ * context.budget.allowed });
    await optimizers['lm']?.(stage.problem, stage.context, { restarts: false });
    if (stage.best.candidate.every((value, index) => value === at[index])) continue;
    const trial = await state.evaluateOne(toolbox.toUnit(parameters, stage.best.candidate));
    if (trial.error < state.current.error) state.current = trial;
  }
}
