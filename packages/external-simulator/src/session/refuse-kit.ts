import { EvospiceError, type ModelCard, type Testbench, type WrapperElement } from '@evospice/contracts';
import type { BesideFacts, SimulatorAdapter } from '../adapter/adapter.ts';

/** Elements that have a value and need no model. */
const passive = 'rcl';

/**
 * Refuses what a design kit asks for and the adapter does not write: elements beside a device, and options of the circuit.
 * @throws EvospiceError `SIMULATOR_TESTBENCH` naming the element or the option
 */
export function refuseKit({ instances, options = {}, card }: Testbench, { title, beside }: SimulatorAdapter): void {
  const [option] = Object.keys(options);
  if (option !== undefined) {
    throw new EvospiceError('SIMULATOR_TESTBENCH', `the library sets the option ${option}, which is not passed on to ${title}`, {
      received: `${option}=${options[option]}`, expected: 'a library without it', remedy: 'use ngspice, or work the option into the library', file: card.file,
    });
  }
  for (const { wrapper } of instances) {
    for (const element of wrapper?.elements ?? []) refuseElement(element, { title, beside, subcircuit: wrapper!.name, card });
  }
}

interface Ground {
  readonly title: string;
  readonly beside: BesideFacts | undefined;
  readonly subcircuit: string;
  readonly card: ModelCard;
}

function refuseElement({ name, kind, params, model }: WrapperElement, { title, beside, subcircuit, card }: Ground): void {
  const refuse = (what: string, expected: string): never => {
    throw new EvospiceError('SIMULATOR_TESTBENCH', `${name} in the subcircuit ${subcircuit} ${what}, which is not written for ${title}`, {
      received: name, expected, remedy: 'use ngspice, or write a library without it', file: card.file,
    });
  };
  if (beside?.kinds.includes(kind) !== true) return refuse('is an element', `elements that begin with ${[...(beside?.kinds ?? '')].join(', ') || 'no letter'}`);
  const { m = 1, ...others } = params;
  if (m !== 1 && !beside.multiplied.includes(kind)) return refuse(`is multiplied (m=${m})`, 'm=1');
  if (!passive.includes(kind)) return;
  if (model !== undefined) return refuse('takes its value from a model', 'a value');
  const odd = Object.keys(others).find((parameter) => !beside.passive.includes(parameter));
  if (odd !== undefined) refuse(`has the parameter ${odd}`, `a value and ${['m', ...beside.passive].join(', ')}`);
}
