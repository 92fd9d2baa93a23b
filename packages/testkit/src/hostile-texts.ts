import type { ModelCard, Simulator, Testbench, WrapperElement } from '@evospice/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

/** Every sign at which some reader of a deck may begin a new line. */
const lineEnds = ['\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029'];
const commands = ['.control', 'shell touch trace', '.endc', '.include secret', '; shell touch trace', '`touch trace`'];

/** A card with something else in one place. */
function cardLike(card: ModelCard, change: Partial<Pick<ModelCard, 'type' | 'names' | 'text'>>): ModelCard {
  const like: ModelCard = {
    name: card.name, type: card.type, file: card.file, dialect: card.dialect, names: () => card.names(), value: (key) => card.value(key),
    text: (key) => card.text(key), with: () => like, toString: () => card.toString(), ...change,
  };
  return like;
}

type Change = (bench: Testbench, text: string) => Testbench;

const element = (change: Partial<WrapperElement>): WrapperElement => ({ name: 'r1', kind: 'r', nodes: [0, 1], params: {}, ...change });
const besides = (bench: Testbench, change: Partial<WrapperElement>, models: readonly ModelCard[] = []): Testbench => ({
  ...bench, instances: bench.instances.map((instance) => ({ ...instance, wrapper: { name: 'kit', nodes: [0, 1], elements: [element(change)], models } })),
});

/** Every text of a testbench, by what a refusal must call it. */
const fields: Readonly<Record<string, Change>> = {
  'parameter of an instance': (bench, text) => ({ ...bench, instances: bench.instances.map((instance) => ({ ...instance, params: { [`area${text}`]: 1 } })) }),
  'name of a tunable': (bench, text) => ({ ...bench, parameters: [...bench.parameters, `n${text}`] }),
  'terminal of the device': (bench, text) => ({ ...bench, device: { ...bench.device, terminals: [`a${text}`, 'c'] } }),
  'element letter of the device': (bench, text) => ({ ...bench, device: { ...bench.device, element: `d${text}` } }),
  'type of a model': (bench, text) => ({ ...bench, card: cardLike(bench.card, { type: `d${text}` }) }),
  'name of a parameter on the card': (bench, text) => ({ ...bench, card: cardLike(bench.card, { names: () => ['is', `n${text}`] }) }),
  'value of is on the card': (bench, text) => ({ ...bench, card: cardLike(bench.card, { text: (key) => (key === 'is' ? `1e-14${text}` : bench.card.text(key)) }) }),
  'name of an option': (bench, text) => ({ ...bench, options: { [`gmin${text}`]: 1e-12 } }),
  'path of a library': (bench, text) => ({ ...bench, libraries: [`/models/a.osdi${text}`] }),
  'element letter of an element beside': (bench, text) => besides(bench, { kind: `r${text}` }),
  'parameter of an element beside': (bench, text) => besides(bench, { params: { [`m${text}`]: 1 } }),
  'type of a model beside the device': (bench, text) => besides(bench, {}, [cardLike(bench.card, { type: `d${text}` })]),
  'id of an instance': (bench, text) => ({ ...bench, instances: bench.instances.map((instance) => ({ ...instance, id: `${instance.id}${text}` })) }),
  'id of a curve': (bench, text) => ({ ...bench, curves: bench.curves.map((curve) => ({ ...curve, id: `${curve.id}${text}` })) }),
  'id of the testbench': (bench, text) => ({ ...bench, id: `${bench.id}${text}` }),
};

/**
 * A simulator refuses a testbench in which some text would begin a line of its own in what the simulator reads: every field with every line
 * end, and drawn ones.
 */
export function refusesHostileTexts(makeSimulator: () => Simulator, bench: Testbench): void {
  it.each(Object.entries(fields))('refuses a line of its own in the %s', async (field, change) => {
    const simulator = makeSimulator();
    const refusal = async (text: string): Promise<{ code?: string; message?: string }> => {
      try {
        await (await simulator.open(change(bench, text))).close();
        return {};
      } catch (error) {
        return error as { code?: string; message?: string };
      }
    };
    const called = expect.stringContaining(field.replace(' beside the device', '')) as string;
    for (const end of lineEnds) {
      expect(await refusal(`${end}.control${end}shell touch trace${end}.endc${end}`), JSON.stringify(end)).toMatchObject({ code: 'SIMULATOR_TESTBENCH', message: called });
    }
    const hostile = fc.tuple(fc.string({ maxLength: 5 }), fc.constantFrom(...lineEnds, '\0', '\u001b', '\u200b'), fc.constantFrom(...commands)).map((parts) => parts.join(''));
    await fc.assert(fc.asyncProperty(hostile, async (text) => (await refusal(text)).code === 'SIMULATOR_TESTBENCH'), { numRuns: 20 });
  });
}
