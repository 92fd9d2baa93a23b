import { EvospiceError, type Testbench } from '@evospice/contracts';

/**
 * How a model finds the values of `names`: candidates set those of the testbench, the card has the rest.
 * @throws EvospiceError `SIMULATOR_MODEL` for a testbench that sets others, and for a value that nothing states and that has no default.
 */
export function parameterReader(testbench: Testbench, names: readonly string[], defaults: Readonly<Record<string, number>> = {}): (candidate: ArrayLike<number>) => number[] {
  const { card, parameters } = testbench;
  const unknown = parameters.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new EvospiceError('SIMULATOR_MODEL', `the model ${card.name} has no parameter ${unknown}`, { received: unknown, expected: `parameters out of ${names.join(', ')}` });
  }
  const places = names.map((name) => parameters.indexOf(name));
  const fixed = names.map((name, i) => card.value(name) ?? defaults[name] ?? (places[i] === -1 ? missing(card.name, name) : 0));
  return (candidate) => fixed.map((value, i) => (places[i] === -1 ? value : candidate[places[i]!]!));
}

function missing(model: string, name: string): never {
  throw new EvospiceError('SIMULATOR_MODEL', `the card of ${model} does not state ${name}`, { received: undefined, expected: `a number for ${name}, in the card or among the parameters` });
}
