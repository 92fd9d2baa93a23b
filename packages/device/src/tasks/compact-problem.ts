import { EvospiceError, defined, type CardValues, type ModelCard, type Testbench } from '@evospice/contracts';
import type { CompactProblem } from '@evospice/compact-models';
import { foreignParameter } from '@evospice/testbench';

/**
 * What a compact model needs to know of a testbench.
 * @throws EvospiceError `SIMULATOR_TESTBENCH` for a value on the card that is not a number.
 */
export function compactProblemOf({ device, card, parameters, curves, instances, options }: Testbench): CompactProblem {
  return {
    device: { kind: device.kind, ...defined({ polarity: device.polarity }), ...(device.thermalNode ? { thermalNode: true } : {}) },
    model: {
      type: card.type, ...defined({ level: card.value('level'), version: card.text('version'), options }),
      values: valuesOf(card),
    },
    parameters: parameters.map((name) => ({ name })),
    curves: curves.map((curve) => ({
      id: curve.id, instance: curve.instance, geometry: instances.find(({ id }) => id === curve.instance)?.params ?? {}, temperatureC: curve.temperatureC, x: curve.x,
      drives: Object.fromEntries(curve.drives.map(({ terminal, quantity, values }) => [terminal, { quantity, values }])),
      vectors: curve.measured, ...defined({ frequency: curve.frequency }),
    })),
  };
}

/** @throws EvospiceError `SIMULATOR_TESTBENCH` for a value that is not a number. */
function valuesOf(card: ModelCard): CardValues {
  return Object.fromEntries(card.names().filter((name) => foreignParameter(card.type, name)?.harmless !== true).flatMap((name): [string, number][] => {
    const value = card.value(name);
    if (value !== undefined) return [[name, value]];
    const text = card.text(name) ?? '';
    if (text === '' || name === 'version') return [];
    throw new EvospiceError('SIMULATOR_TESTBENCH', `the parameter ${name} on the card is not a number`, {
      received: text, expected: 'a number', remedy: 'write a number in its place on the card', file: card.file,
    });
  }));
}
