import { EvospiceError, type Curve, type SimulationFailure, type Testbench } from '@evospice/contracts';
import { compactCurves, families } from '@evospice/compact-models';
import { compactProblemOf } from '@evospice/device';
import type { ComputedModel } from '@evospice/testbench';

/**
 * The compact model of a testbench.
 * @throws EvospiceError `SIMULATOR_MODEL` naming the model, the parameters or the options that the equations do not have,
 *   `SIMULATOR_TESTBENCH` naming what of a curve they do not compute
 */
export function compactModelOf(testbench: Testbench): ComputedModel {
  const { card, device } = testbench;
  const curves = compactCurves(compactProblemOf(testbench));
  if (curves === undefined) {
    throw new EvospiceError('SIMULATOR_MODEL', `there is no compact model for a ${device.kind} with a card of type "${card.type}"`, {
      received: { type: card.type, level: card.text('level') }, expected: 'a family of docs/compact-models.md', remedy: 'use ngspice', file: card.file,
    });
  }
  if (curves.unsupported.length > 0) {
    throw new EvospiceError('SIMULATOR_MODEL', `the compact model ${curves.family} does not have ${curves.unsupported.map(({ parameter, value, reason }) => `${parameter}=${value} (${reason})`).join(', ')}`, {
      received: curves.unsupported.map(({ parameter }) => parameter), expected: 'parameters and options of docs/compact-models.md', remedy: 'use ngspice, or take them off the card', file: card.file,
    });
  }
  refuseParameters(testbench, curves.family);
  for (const [at, curve] of testbench.curves.entries()) {
    const vector = curves.covered[at]?.findIndex((covered) => !covered) ?? -1;
    if (vector < 0) continue;
    throw new EvospiceError('SIMULATOR_TESTBENCH', `the compact model ${curves.family} does not compute ${curve.measured[vector]?.column ?? 'a vector'} of curve ${curve.id}`, {
      received: curve.kind, expected: 'what docs/compact-models.md names', remedy: 'use ngspice',
    });
  }
  return {
    simulate(candidate, requested) {
      try {
        // In the testbench's order, whatever order was asked for.
        const found = curves.predict(Array.from(candidate), { curves: requested.map(({ id }) => id) });
        const order = testbench.curves.filter((curve) => requested.includes(curve));
        return failureOf(order, found) ?? requested.map((curve) => found[order.indexOf(curve)]!);
      } catch (error) {
        if (!EvospiceError.is(error, 'COMPACT_MODEL_VALUE')) throw error;
        return { code: 'PARAMETER_REFUSED', message: error.message };
      }
    },
  };
}

function refuseParameters({ parameters, card }: Testbench, family: string): void {
  const known = new Set(families.find(({ name }) => name === family)?.parameters.flatMap(({ name, aliases = [] }) => [name, ...aliases]));
  const unknown = parameters.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new EvospiceError('SIMULATOR_MODEL', `the compact model ${family} has no parameter ${unknown.join(', ')}`, {
    received: unknown, expected: 'parameters of the model', remedy: 'take them off the list of tunable parameters', file: card.file,
  });
}

/** The first point without a solution. */
function failureOf(curves: readonly Curve[], found: readonly (readonly Float64Array[])[]): SimulationFailure | undefined {
  for (const [at, { id }] of curves.entries()) {
    const point = Math.max(...found[at]!.map((vector) => vector.findIndex((value) => !Number.isFinite(value))));
    if (point >= 0) return { code: 'NOT_CONVERGED', message: 'the equations have no solution that Newton\'s method finds', curve: id, point };
  }
  return undefined;
}
