import {
  analysisLine, spiceCircuit, spiceNumber, spiceSignal, wrapped, type DeckSource, type Job, type SimulatorAdapter,
} from '@evospice/external-simulator';
import type { HspiceOptions } from './options.ts';

/** HSPICE. Candidates after the first are `.alter` blocks that replace the model; each leaves a result file of its own. */
export function hspiceAdapter(options: Pick<HspiceOptions, 'output' | 'candidatesARun'>): SimulatorAdapter {
  return {
    name: 'hspice',
    title: 'HSPICE',
    dialect: 'hspice',
    command: 'hspice',
    remedy: 'put hspice on PATH (it comes with a licence of Synopsys), or set "program" and "licenceServer" in the options of the simulator',
    devices: ['mosfet', 'soi', 'bjt', 'diode', 'jfet'],
    beside: { kinds: 'rcldqmjviegfh', multiplied: 'rcldqmji', passive: ['tc1', 'tc2', 'dtemp'] },
    candidatesARun: options.candidatesARun,
    licence: { feature: 'hspice', variables: ['SNPSLMD_LICENSE_FILE', 'LM_LICENSE_FILE'] },
    messages: {
      completed: /job concluded/,
      noLicence: /lic: *(?:Cannot find license file|Unable to checkout)[^\n]*|licen[sc]e[^\n]*(?:not available|checkout failed|all licenses[^\n]*in use)/i,
      licenceExitCodes: [2],
      notConverged: /\*\*(?:error|warning|diagnostic)\*\*[^\n]*(?:no convergence|not converge|convergence (?:failure|problem)|internal timestep too small)[^\n]*/i,
      parameterRefused: /\*\*(?:error|fatal)\*\*[^\n]*(?:must be (?:positive|greater)|out of range|is not positive|illegal value)[^\n]*/i,
      netlistRefused: /\*\*error\*\*[^\n]*/i,
      unknownParameter: /\*\*warning\*\*[^\n]*\bparameter\s+['"`]?(\w+)['"`]?[^\n]*(?:ignored|not (?:a )?(?:valid|recognized)|unknown|undefined)/gi,
    },
    versionProbe: { arguments: ['-v'], version: /HSPICE[^\n]*?(?:Version\s+)?([A-Z]-\d{4}\.\d{2}\S*)/i },
    write(jobs) {
      const suffix = jobs[0]?.deck.analysis.kind === 'sweep' ? 'sw' : 'ac';
      return {
        files: { 'deck.sp': deckText(jobs, options.output) },
        arguments: ['-i', 'deck.sp', '-o', 'deck'],
        results: jobs.map((_, index) => ({ files: [`deck.${suffix}${index}`], format: 'hspice-post' })),
        logs: ['deck.lis'],
      };
    },
  };
}

function deckText(jobs: readonly Job[], output: HspiceOptions['output']): string {
  const [{ deck, model }] = jobs as readonly [Job];
  const sweep = deck.analysis.kind === 'sweep';
  return [
    `evospice ${deck.id}`,
    output === 'binary' ? '.option post=1 post_version=2001' : '.option post=2 post_version=9601',
    '.option reli=1e-6 absi=1e-15 relv=1e-6 absv=1e-9 accurate=1',
    // Only sweeps: a probe of a small-signal analysis would be a real number.
    ...(sweep ? ['.option probe=1', wrapped('.probe dc', deck.signals.map(spiceSignal))] : []),
    `.temp ${spiceNumber(deck.temperatureC)}`,
    model.trimEnd(),
    ...spiceCircuit(deck, { table }),
    analysisLine(deck),
    ...jobs.slice(1).flatMap((job, index) => [`.alter candidate ${index + 1}`, job.model.trimEnd()]),
    '.end', '',
  ].join('\n');
}

/** HSPICE rounds the corners of a table: each point is a level part, with its corners well beside it. */
function table({ quantity, name, positive, negative }: DeckSource, values: readonly number[]): readonly string[] {
  const pairs = values.flatMap((value, point) => [`${spiceNumber(point - 0.4)},${spiceNumber(value)}`, `${spiceNumber(point + 0.4)},${spiceNumber(value)}`]);
  return [wrapped(`${quantity === 'v' ? 'e' : 'g'}${name} ${positive} ${negative} pwl(1) idx 0`, pairs)];
}
