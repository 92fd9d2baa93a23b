import { EvospiceError, type Testbench } from '@evospice/contracts';
import type { SimulatorAdapter } from '../adapter/adapter.ts';

/**
 * Refuses what a design kit asks for and the adapter does not write: elements beside a device, and options of the circuit.
 * @throws EvospiceError `SIMULATOR_TESTBENCH` naming the element or the option
 */
export function refuseKit({ instances, options = {}, card }: Testbench, { title, beside = { kinds: '', multiplied: '' } }: SimulatorAdapter): void {
  const [option] = Object.keys(options);
  if (option !== undefined) {
    throw new EvospiceError('SIMULATOR_TESTBENCH', `the library sets the option ${option}, which is not passed on to ${title}`, {
      received: `${option}=${options[option]}`, expected: 'a library without it', remedy: 'use ngspice, or work the option into the library', file: card.file,
    });
  }
  for (const { wrapper } of instances) {
    for (const { name, kind, params } of wrapper?.elements ?? []) {
      const written = beside.kinds.includes(kind);
      if (written && (params['m'] === undefined || params['m'] === 1 || beside.multiplied.includes(kind))) continue;
      throw new EvospiceError('SIMULATOR_TESTBENCH', `${name} in the subcircuit ${wrapper?.name} is ${written ? `multiplied (m=${params['m']})` : 'an element'}, which is not written for ${title}`, {
        received: name, expected: written ? 'm=1' : `elements that begin with ${[...beside.kinds].join(', ') || 'no letter'}`, remedy: 'use ngspice', file: card.file,
      });
    }
  }
}
