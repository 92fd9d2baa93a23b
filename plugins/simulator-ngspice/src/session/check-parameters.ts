import { EvospiceError, type Testbench } from '@evospice/contracts';
import { nearest } from '@evospice/kernel';
import { foreignParameter } from '@evospice/testbench';
import type { Deck } from '../circuit/deck.ts';
import type { ModelStatement } from '../circuit/model-statement.ts';
import type { Engine } from '../engine/engine.ts';
import { alter, loadCircuit } from './circuit-shelf.ts';
import { unknownParameters } from './log.ts';

/**
 * Asks ngspice whether its model knows every parameter of the card and of the candidates, on a circuit whose model
 * states nothing but what selects the equations. Unknown names are otherwise ignored with a warning or without a word.
 * @throws EvospiceError `SIMULATOR_MODEL` naming them, `SIMULATOR_TESTBENCH` for one that no candidate can set.
 */
export async function checkParameters(engine: Engine, testbench: Testbench, model: ModelStatement, deck: Deck, stop?: AbortSignal): Promise<void> {
  refuseUnsettable(testbench, model);
  await loadCircuit(engine, deck.text(model.bare()), stop);
  const wanted = testbench.parameters.map((name) => [name, model.alterable[name] ?? 1] as const);
  // Those that only loading sets are checked by loading.
  const values = Object.fromEntries([...Object.entries(model.alterable), ...wanted].filter(([name]) => !model.loadOnly(name)));
  const { log } = await engine.execute({
    commands: [...Object.entries(values).map(([name, value]) => alter(name, value)), 'setcirc 1', 'remcirc'],
  }, stop);
  const unknown = unknownParameters(log);
  if (unknown.length === 0) return;
  const known = Object.keys(values).filter((name) => !unknown.includes(name));
  const guess = nearest(unknown[0] as string, known);
  const meanings = unknown.flatMap((name) => foreignParameter(model.type, name)?.meaning.replace(/^/, `${name} is `) ?? []);
  throw new EvospiceError('SIMULATOR_MODEL', `the model "${model.type}" of ngspice has no parameter ${unknown.join(', ')}`, {
    received: unknown, expected: 'parameters of this model and level',
    remedy: meanings.length > 0 ? meanings.join('; ') : guess === undefined ? 'take them off the card and the list of tunable parameters' : `did you mean "${guess}"?`,
    file: testbench.card.file,
  });
}

function refuseUnsettable(testbench: Testbench, model: ModelStatement): void {
  for (const name of testbench.parameters) {
    if (name === 'level') {
      throw new EvospiceError('SIMULATOR_TESTBENCH', 'a candidate cannot set the level of a model', { received: name, expected: 'a model parameter' });
    }
    const instance = testbench.instances.find((other) => model.loadOnly(name) && name in other.params);
    if (instance !== undefined) {
      throw new EvospiceError('SIMULATOR_TESTBENCH', `${name} is on the element line of ${instance.id}, which outweighs the card`, {
        received: instance.params[name], expected: `${name} on the card only`, remedy: `take ${name} off the instance`,
      });
    }
  }
}
