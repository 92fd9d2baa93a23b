import { defined, EvospiceError, type Curve, type Testbench } from '@evospice/contracts';
import type { ComputedModel } from '@evospice/testbench';
import { isLeastSquares, namedFunction, residualCount, variableNames, type TestFunction } from '@evospice/test-functions';
import { parameterReader } from './parameter-values.ts';

function residualsOf(testFunction: TestFunction, x: readonly number[]): readonly number[] {
  if (isLeastSquares(testFunction)) return testFunction.residuals(x);
  // Rounding can put a value a little below the known minimum.
  return [Math.max(0, testFunction.evaluate(x) - testFunction.minimum.value)];
}

/**
 * A test function as a device: point k of a curve is the residual number x[k], counted from 0, plus 1.
 * @throws EvospiceError `SIMULATOR_MODEL`, `SIMULATOR_TESTBENCH`.
 */
export function testFunctionModel(testbench: Testbench): ComputedModel {
  const testFunction = functionOf(testbench);
  const count = residualCount(testFunction);
  const read = parameterReader(testbench, variableNames(testFunction));
  for (const curve of testbench.curves) refuseCurve(curve, count);
  return {
    simulate(candidate, curves) {
      const x = read(candidate);
      if (testFunction.feasible !== undefined && !testFunction.feasible(x)) {
        return { code: 'PARAMETER_REFUSED', message: `${testFunction.name} is not defined there: ${testFunction.constraints?.join(' and ') ?? 'its constraint is violated'}` };
      }
      const residuals = residualsOf(testFunction, x);
      return curves.map((curve) => curve.measured.map(() => curve.x.map((index) => 1 + residuals[index]!)));
    },
  };
}

function functionOf({ card }: Testbench): TestFunction {
  const [dimension, instance] = [card.value('dimension'), card.value('instance')];
  try {
    return namedFunction(card.name, defined({ dimension, instance }));
  } catch (cause) {
    throw new EvospiceError('SIMULATOR_MODEL', `the card names no test function: ${(cause as Error).message}`, {
      received: card.name, expected: 'the name of a test function, with its dimension', remedy: 'make the task with analyticTask', cause,
    });
  }
}

function refuseCurve(curve: Curve, count: number): void {
  if (curve.x.every((index) => Number.isInteger(index) && index >= 0 && index < count) && curve.measured.every(({ kind }) => kind === 'i')) return;
  throw new EvospiceError('SIMULATOR_TESTBENCH', `curve ${curve.id} is not one of residuals`, {
    received: [...curve.x], expected: `numbers of residuals from 0 to ${count - 1}, as currents`, remedy: 'make the task with analyticTask',
  });
}
