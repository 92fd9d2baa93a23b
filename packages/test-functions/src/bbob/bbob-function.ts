import { EvospiceError } from '@evospice/contracts';
import { filled } from '@evospice/toolbox';
import type { TestFunction } from '../function/test-function.ts';
import type { BbobDefinition } from './form.ts';
import { illConditioned } from './ill-conditioned.ts';
import { BbobInstance } from './instance.ts';
import { moderate } from './moderate.ts';
import { multimodal } from './multimodal.ts';
import { separable } from './separable.ts';
import { weaklyStructured } from './weakly-structured.ts';

const definitions: readonly BbobDefinition[] = [...separable, ...moderate, ...illConditioned, ...multimodal, ...weaklyStructured];

/** Titles of f1 to f24, in that order. */
export const bbobTitles: readonly string[] = definitions.map(({ title }) => title);

/**
 * A noiseless function of the black-box optimization benchmark, after Hansen, Finck, Ros & Auger, "Real-parameter black-box
 * optimization benchmarking 2009: noiseless functions definitions", INRIA research report RR-6829. Instances (place and
 * value of the minimum, rotations, peaks) are drawn as the suite's reference code draws them, so that results compare with
 * published ones. The box is [-5, 5]; outside it values are defined too.
 * @param number 1 to 24.
 * @param dimension 2 to 40.
 * @param instance whole number from 1.
 * @throws EvospiceError `TOOLBOX_RANGE`.
 */
export function bbobFunction(number: number, dimension: number, instance = 1): TestFunction {
  const definition = Number.isInteger(number) ? definitions[number - 1] : undefined;
  if (definition === undefined) throw outside('number of a BBOB function', number, 'a whole number from 1 to 24');
  if (!Number.isInteger(dimension) || dimension < 2 || dimension > 40) throw outside('dimension of a BBOB function', dimension, 'a whole number from 2 to 40');
  if (!Number.isInteger(instance) || instance < 1 || instance > 100_000) throw outside('instance of a BBOB function', instance, 'a whole number from 1 to 100000');
  const drawn = new BbobInstance(number, dimension, instance);
  const { optimum, excess } = definition.form(drawn);
  const value = drawn.optimalValue();
  return {
    name: `bbob-f${number}`,
    dimension,
    lower: filled(dimension, -5),
    upper: filled(dimension, 5),
    minimum: { value, points: [optimum] },
    evaluate: (x) => excess(x) + value,
  };
}

function outside(what: string, received: unknown, expected: string): EvospiceError {
  return new EvospiceError('TOOLBOX_RANGE', `${String(received)} is no ${what}`, { received, expected });
}
