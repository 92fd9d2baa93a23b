import { counted, defined, type Task } from '@evospice/contracts';
import { NumberCard } from '@evospice/testbench';
import { namedFunction } from '../catalogue/named-function.ts';
import { randomStart } from '../function/function-problem.ts';
import { analyticRecipeSchema, type AnalyticRecipe } from './recipe.ts';
import { formulaType, residualCount, variableNames } from './residuals.ts';

/**
 * A test function as a task that every extraction and benchmark runs on the simulator `analytic`: one curve, measured 1 and
 * simulated 1 + r at each residual r, so that the relative error is the root mean square of the residuals. A function that is
 * no sum of squares has one residual, f - f*, which then is the error. Parameters `x1`, `x2`, … are linear in the box.
 * Differences below 1e-16 are lost beside the 1.
 * @throws EvospiceError `TEST_FUNCTION_UNKNOWN`, `TEST_FUNCTION_OPTIONS`; ZodError for a recipe of another form.
 */
export function analyticTask(recipe: AnalyticRecipe): Task {
  const { function: name, dimension, instance, start: wanted, seed } = analyticRecipeSchema.parse(recipe);
  const testFunction = namedFunction(name, defined({ dimension, instance }));
  const own = wanted === 'own' ? testFunction.start : undefined;
  const start = own ?? randomStart(testFunction, seed);
  const names = variableNames(testFunction);
  const values = Object.fromEntries(names.map((variable, i) => [variable, start[i]!]));
  // The name says which test function, dimension and instance which of its kind, x1, x2, … where.
  const head = { name, type: formulaType, file: 'test function', dialect: 'analytic' };
  const card = new NumberCard(head, { dimension: testFunction.dimension, ...defined({ instance }), ...values });
  const points = residualCount(testFunction);
  const x = Float64Array.from({ length: points }, (_, index) => index);
  const id = [name, ...(dimension === undefined ? [] : [`d${dimension}`]), ...(instance === undefined ? [] : [`i${instance}`]), ...(own === undefined ? [`s${seed}`] : [])].join('-');
  return {
    id,
    title: `Test function ${name} in ${counted(testFunction.dimension, 'variable')}`,
    device: { kind: 'diode', terminals: ['a', 'c'], thermalNode: false },
    model: { family: 'test function', simulator: 'analytic', card },
    instances: [{ id: 'only', params: {}, info: {} }],
    curves: [{
      id: 'residuals', kind: 'iv', instance: 'only', temperatureC: 27, split: 'train', sweep: 'residual', x,
      drives: [{ terminal: 'a', quantity: 'v', values: x }, { terminal: 'c', quantity: 'v', values: new Float64Array(points) }],
      measured: [{ column: 'value', kind: 'i', node: 'a', floor: 1e-12, values: new Float64Array(points).fill(1) }],
      weight: 1, source: name,
    }],
    tunables: names.map((variable, i) => ({ name: variable, lower: testFunction.lower[i]!, upper: testFunction.upper[i]!, start: start[i]!, scale: 'lin' })),
    ...(testFunction.constraints === undefined ? {} : { constraints: testFunction.constraints }),
    notes: [],
    origin: 'generated',
    source: `test function ${name}`,
  };
}
