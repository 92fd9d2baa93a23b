import {
  analysisLine, spiceCircuit, spiceElement, spiceNumber, spiceSignal, wrapped, type DeckDevice, type DeckSource, type Job, type SimulatorAdapter,
} from '@evospice/external-simulator';
import { EvospiceError, type Testbench } from '@evospice/contracts';
import type { XyceOptions } from './options.ts';

/** Xyce, by the Reference Guide of version 7. Each candidate has a run of its own. */
export function xyceAdapter(options: Pick<XyceOptions, 'output'>): SimulatorAdapter {
  const file = `result.${options.output}`;
  return {
    name: 'xyce',
    title: 'Xyce',
    dialect: 'xyce',
    command: 'Xyce',
    remedy: 'install Xyce (https://xyce.sandia.gov) and put its bin folder on PATH, or set "program" in the options of the simulator',
    devices: ['mosfet', 'soi', 'bjt', 'diode', 'jfet'],
    beside: { kinds: 'rcldqmjviegfh', multiplied: 'rcldm', passive: ['tc1', 'tc2', 'dtemp'] },
    candidatesARun: 1,
    // A circuit this small gains nothing from threads, and runs are many.
    environment: { OMP_NUM_THREADS: '1' },
    messages: {
      completed: /End of Xyce\(TM\) (?:Simulation|Parameter Sweep)/,
      notConverged: /DC operating point failed|DC sweep[^\n]*fail|failed to converge|Time step too small/i,
      parameterRefused: /(?:fatal|error)[^\n]*\n?[^\n]*\b(?:out of (?:range|bounds)|must be (?:positive|greater|nonzero|non-zero)|is not positive|(?:is|=)[^\n]*non-?positive)/i,
      netlistRefused: /^[^\n]*(?:Netlist|User|Device|Parser)[^\n]*\b(?:error|fatal)[^\n]*(?:\n[^\n]+)?|Could not find (?:netlist file|model)[^\n]*/m,
      unknownParameter: /No model parameter (\S+) found for model/gi,
    },
    versionProbe: { arguments: ['-v'], version: /Xyce Release (\S+)/ },
    refuse: refuseMultiplier,
    write([job]) {
      return {
        files: { 'deck.cir': deckText(job as Job, file, options.output) },
        arguments: ['deck.cir'],
        results: [{ files: [file], format: options.output === 'raw' ? 'spice-raw' : 'csv' }],
      };
    },
  };
}

function deckText({ deck, model }: Job, file: string, output: XyceOptions['output']): string {
  const format = output === 'raw' ? 'format=raw' : 'format=csv precision=16';
  const kind = deck.analysis.kind === 'sweep' ? 'dc' : 'ac';
  return [
    `* evospice ${deck.id}`,
    `.options device temp=${spiceNumber(deck.temperatureC)} tnom=27`,
    '.options nonlin abstol=1e-15 reltol=1e-6',
    model.trimEnd(),
    ...spiceCircuit(deck, { table, device }),
    analysisLine(deck),
    wrapped(`.print ${kind} ${format} file=${file}`, deck.signals.map(spiceSignal)),
    '.end', '',
  ].join('\n');
}

function refuseMultiplier({ device: { kind }, instances }: Testbench): void {
  if (kind === 'mosfet' || kind === 'diode') return;
  const odd = instances.find(({ params: { m = 1 } }) => !Number.isInteger(m) || m < 1 || m > 100);
  if (odd === undefined) return;
  throw new EvospiceError('SIMULATOR_TESTBENCH', `instance ${odd.id} has multiplier ${odd.params['m']}, but Xyce supports only whole multipliers from 1 to 100 for a ${kind}`, {
    received: odd.params['m'], expected: 'a whole number from 1 to 100', remedy: 'use area in its place',
  });
}

function table({ quantity, name, positive, negative }: DeckSource, values: readonly number[]): readonly string[] {
  const pairs = values.map((value, point) => `${point},${spiceNumber(value)}${point === values.length - 1 ? ')}' : ','}`);
  return [wrapped(`b${name} ${positive} ${negative} ${quantity}={table(v(idx),`, pairs)];
}

/**
 * Bipolar transistors take the thermal node as a last one. Those, junction transistors and transistors on insulator have no
 * multiplier: a whole number of them is placed side by side.
 */
function device(part: DeckDevice): readonly string[] {
  const { kind } = part.description;
  const extra = kind === 'bjt' && part.thermalNode !== undefined ? [part.thermalNode] : [];
  const { m, ...params } = part.params;
  if (m === undefined || kind === 'mosfet' || kind === 'diode') return [spiceElement(part, extra)];
  return Array.from({ length: m }, (_, copy) => spiceElement({ ...part, name: `${part.name}x${copy}`, params }, extra));
}
