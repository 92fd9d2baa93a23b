/**
 * ngspice run as a command, batch by batch: the example of docs/simulators.md, and the only adapter that a test can
 * try with the real program.
 */
import {
  COUNTER_SOURCE, commandOptions, simulatorContribution, spiceCircuit, spiceNumber, spiceSignal, wrapped, type Job, type SimulatorAdapter,
} from '../index.ts';
import { CONTRACT_VERSION, definePlugin } from '@evospice/contracts';
import { z } from 'zod';

export const ngspiceBatchAdapter: SimulatorAdapter = {
  name: 'ngspice-batch',
  title: 'ngspice',
  dialect: 'ngspice',
  command: 'ngspice',
  remedy: 'install ngspice and put it on PATH',
  devices: ['mosfet', 'bjt', 'diode', 'jfet', 'vdmos'],
  candidatesARun: 1,
  beside: { kinds: 'rcldqmjviefgh', multiplied: 'rcldqmjifg', passive: ['tc1', 'tc2', 'dtemp'] },
  // Its threads wait by spinning, which makes runs side by side ten times slower.
  environment: { OMP_NUM_THREADS: '1', OMP_WAIT_POLICY: 'passive' },
  messages: {
    notConverged: /no convergence|singular matrix|aborted|iteration limit/i,
    parameterRefused: /^Fatal[^\n]*/m,
    netlistRefused: /^Error[^\n]*|unknown model type|could not find a valid modelname/im,
    unknownParameter: /unrecognized parameter \((\S+?)\)/g,
  },
  versionProbe: { arguments: ['--version'], version: /ngspice-(\S+)/ },
  write([job]) {
    return { files: { 'deck.cir': deckText(job as Job) }, arguments: ['-b', '-r', 'out.raw', 'deck.cir'], results: [{ files: ['out.raw'], format: 'spice-raw' }] };
  },
};

function deckText({ deck, model }: Job): string {
  const { analysis } = deck;
  return [
    deck.id, model.trimEnd(), `.temp ${spiceNumber(deck.temperatureC)}`, '.options reltol=1e-7 abstol=1e-15 vntol=1e-9',
    ...spiceCircuit(deck, {
      table: ({ name, quantity, positive, negative }, values) => [wrapped(`b${name} ${positive} ${negative} ${quantity}=pwl(v(idx)`, values.map((value, point) => `, ${point}, ${spiceNumber(value)}${point === values.length - 1 ? ')' : ''}`))],
    }),
    analysis.kind === 'sweep' ? `.dc ${COUNTER_SOURCE} 0 ${analysis.points - 1} 1` : `.ac lin 1 ${spiceNumber(analysis.frequency)} ${spiceNumber(analysis.frequency)}`,
    wrapped('.save', deck.signals.map(spiceSignal)),
    '.end', '',
  ].join('\n');
}

export default definePlugin({
  name: 'ngspice-batch', version: '0.1.0', contract: CONTRACT_VERSION,
  contributions: [
    simulatorContribution({ name: 'ngspice-batch', summary: 'ngspice, run as a command', options: z.strictObject(commandOptions('ngspice')), adapter: () => ngspiceBatchAdapter }),
  ],
});
