import {
  analysisLine, COUNTER_NODE, spiceCircuit, spiceNumber, spiceSignal, wrapped, type DeckSource, type Job, type SimulatorAdapter,
} from '@evospice/external-simulator';
import type { EldoOptions } from './options.ts';

/**
 * Eldo. Each candidate has a run of its own. Little of its messages is documented in public, so that a run counts as
 * good by its exit code and by complete results.
 */
export function eldoAdapter(options: Pick<EldoOptions, 'output'>): SimulatorAdapter {
  return {
    name: 'eldo',
    title: 'Eldo',
    dialect: 'eldo',
    command: 'eldo',
    remedy: 'put eldo on PATH (it comes with a licence of Siemens), or set "program" and "licenceServer" in the options of the simulator',
    devices: ['mosfet', 'bjt', 'diode', 'jfet'],
    beside: { kinds: 'rcldqmjviegfh', multiplied: 'rcdqmj', passive: ['tc1', 'tc2'] },
    candidatesARun: 1,
    licence: { feature: 'eldo', variables: ['MGLS_LICENSE_FILE', 'SALT_LICENSE_SERVER', 'LM_LICENSE_FILE'] },
    messages: {
      // No exact message is known: the word counts only where a run left no results.
      noLicence: /^[^\n]*\blicen[sc](?:e|ing)\b[^\n]*/im,
      notConverged: /no convergence[^\n]*|(?:dc|operating point)[^\n]*not (?:found|converge)[^\n]*|convergence (?:failure|problem|error)[^\n]*/i,
      parameterRefused: /error[^\n]*\bparameter\b[^\n]*(?:must be|out of range|not positive|illegal)[^\n]*/i,
      netlistRefused: /^[^\n]*\berror\s+\d+[^\n]*/im,
      unknownParameter: /warning[^\n]*\bparameter\s+['"`]?(\w+)['"`]?[^\n]*(?:ignored|unknown|not recognized|undefined)/gi,
    },
    versionProbe: { arguments: ['-version'], version: /eldo[^\n]*?\b(?:v(?:ersion)?\s*)?(\d{1,4}\.\d[\w.]*)/i },
    write([job]) {
      return {
        files: { 'deck.cir': deckText(job as Job, options.output) },
        arguments: ['-b', '-i', 'deck.cir', '-o', 'deck.chi', '-silent'],
        results: [{ files: ['deck.spi3', 'deck.raw'], format: 'spice-raw' }],
        logs: ['deck.chi'],
      };
    },
  };
}

function deckText({ deck, model }: Job, output: EldoOptions['output']): string {
  const kind = deck.analysis.kind === 'sweep' ? 'dc' : 'ac';
  return [
    `evospice ${deck.id}`,
    `.option ${output} tnom=27 reltol=1e-6 abstol=1e-15 vntol=1e-9 numdgt=15`,
    `.temp ${spiceNumber(deck.temperatureC)}`,
    model.trimEnd(),
    ...spiceCircuit(deck, { table }),
    analysisLine(deck),
    wrapped(`.probe ${kind}`, deck.signals.map(spiceSignal)),
    '.end', '',
  ].join('\n');
}

function table({ quantity, name, positive, negative }: DeckSource, values: readonly number[]): readonly string[] {
  const pairs = values.map((value, point) => `(${point},${spiceNumber(value)})`);
  return [wrapped(`${quantity === 'v' ? 'e' : 'g'}${name} ${positive} ${negative} table {v(${COUNTER_NODE})} =`, pairs)];
}
