import {
  COUNTER_NODE, COUNTER_SOURCE, spiceCircuit, spiceNumber, spiceSignal, wrapped, type Deck, type DeckSource, type Job, type SimulatorAdapter,
} from '@evospice/external-simulator';
import type { SpiceopusOptions } from './options.ts';

const RESULT = 'result.raw';

/** SPICE OPUS in batch mode. Each candidate has a run of its own; the program is small and starts at once. */
export function spiceopusAdapter(options: Pick<SpiceopusOptions, 'output'>): SimulatorAdapter {
  return {
    name: 'spiceopus',
    title: 'SPICE OPUS',
    dialect: 'spiceopus',
    command: 'spiceopus',
    remedy: 'install SPICE OPUS (https://www.spiceopus.si) and put it on PATH, or set "program" in the options of the simulator',
    devices: ['mosfet', 'bjt', 'diode', 'jfet'],
    beside: { kinds: 'rcldqmjviegfh', multiplied: '', passive: [] },
    candidatesARun: 1,
    messages: {
      notConverged: /no convergence|singular matrix|gmin stepping failed|source stepping failed|time ?step too small|simulation\(s\) aborted|analysis failed/i,
      parameterRefused: /\bfatal\b[^\n]*/i,
      netlistRefused: /^[^\n]*(?:error on line|unknown model|unable to find definition of model|can't find model|unknown device|too few nodes)[^\n]*/im,
      unknownParameter: /unrecognized parameter \((\S+?)\)/gi,
    },
    versionProbe: {
      arguments: ['-c', '-b', 'version.cir'],
      files: { 'version.cir': 'version\nr1 1 0 1\n.control\nversion\nset noaskquit\nquit\n.endc\n.end\n' },
      version: /SPICE ?OPUS[^\n]*?(\d+\.\d[\w.]*)/i,
    },
    write([job]) {
      return {
        files: { 'deck.cir': deckText(job as Job, options.output) },
        arguments: ['-c', '-b', 'deck.cir'],
        results: [{ files: [RESULT], format: 'spice-raw' }],
      };
    },
  };
}

function deckText({ deck, model }: Job, output: SpiceopusOptions['output']): string {
  return [
    `evospice ${deck.id}`,
    model.trimEnd(),
    `.option temp=${spiceNumber(deck.temperatureC)} tnom=27 reltol=1e-6 abstol=1e-15 vntol=1e-9`,
    ...spiceCircuit(deck, { table }),
    '.control',
    'delete all',
    `set filetype=${output}`,
    // A command cannot be continued, so that long lists are saved piece by piece.
    ...pieces(deck.signals.map(spiceSignal), 10).map((signals) => `save ${signals.join(' ')}`),
    analysisCommand(deck),
    `write ${RESULT}`,
    'set noaskquit',
    'quit',
    '.endc',
    '.end', '',
  ].join('\n');
}

function analysisCommand({ analysis }: Deck): string {
  if (analysis.kind === 'sweep') return `dc @${COUNTER_SOURCE}[dc] 0 ${analysis.points - 1} lin ${analysis.points}`;
  return `ac lin 1 ${spiceNumber(analysis.frequency)} ${spiceNumber(analysis.frequency)}`;
}

/** A staircase of unit steps halfway between points: the only table its expressions have. */
function table({ quantity, name, positive, negative }: DeckSource, values: readonly number[]): readonly string[] {
  const steps = values.slice(1).flatMap((value, index) => {
    const rise = value - (values[index] as number);
    return rise === 0 ? [] : [`${rise < 0 ? '-' : '+'}${spiceNumber(Math.abs(rise))}*u(v(${COUNTER_NODE})-${index + 0.5})`];
  });
  return [wrapped(`b${name} ${positive} ${negative} ${quantity}=${spiceNumber(values[0] as number)}`, steps, 4)];
}

function pieces<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
