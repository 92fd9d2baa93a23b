import {
  deviceFacts, MODEL_NAME, spiceNumber, wrapped, type Deck, type DeckDevice, type DeckSource, type Job, type Profile, type SimulatorAdapter,
} from '@evospice/external-simulator';
import { besideLine } from './beside-line.ts';
import type { SpectreOptions } from './options.ts';
import { stepFunction } from './step-function.ts';

/** The netlist parameter that counts points; drives are functions of it. */
const COUNTER = 'point';

/**
 * Spectre, in its own language. The sweep runs over a netlist parameter that sources are functions of. Candidates after
 * the first are altergroups that replace the model, each followed by an analysis of its own name.
 */
export function spectreAdapter(options: Pick<SpectreOptions, 'output' | 'candidatesARun' | 'licenceWaitSeconds'>): SimulatorAdapter {
  const { output } = options;
  return {
    name: 'spectre',
    title: 'Spectre',
    dialect: 'spectre',
    command: 'spectre',
    remedy: 'put spectre on PATH (it comes with a licence of Cadence), or set "program" and "licenceServer" in the options of the simulator',
    devices: ['mosfet', 'soi', 'bjt', 'diode', 'jfet'],
    beside: { kinds: 'rcldqmjviegfh', multiplied: 'rcldqmjigf', passive: ['tc1', 'tc2', 'dtemp'] },
    candidatesARun: options.candidatesARun,
    licence: { feature: 'Virtuoso_Multi_mode_Simulation', variables: ['CDS_LIC_FILE', 'CDS_LICENSE_FILE', 'LM_LICENSE_FILE'] },
    messages: {
      completed: /spectre completes with 0 errors/,
      noLicence: /\(SPECTRE-(?:209|18)\)[^\n]*|LMF-02001[^\n]*|FLEXnet ERROR[^\n]*|license could not be checked out[^\n]*/i,
      notConverged: /no convergence[^\n]*|No DC solution found[^\n]*|failed to converge[^\n]*|convergence failure[^\n]*/i,
      parameterRefused: /(?:ERROR|FATAL)[^\n]*\bparameter\b[^\n]*(?:out of range|must be|should be|is not positive)[^\n]*/i,
      netlistRefused: /(?:ERROR|FATAL) \((?:SFE|OSSHNL|CMI)-\d+\)[^\n]*/,
      unknownParameter: /[`'"](\w+)['"] is not a valid parameter/gi,
    },
    versionProbe: { arguments: ['-V'], version: /spectre\s+version\s+(\S+)/i },
    write(jobs) {
      const extension = jobs[0]?.deck.analysis.kind === 'sweep' ? 'dc' : 'ac';
      const waits = options.licenceWaitSeconds === 0 ? [] : ['+lqtimeout', String(options.licenceWaitSeconds)];
      return {
        files: { 'deck.scs': deckText(jobs) },
        arguments: ['deck.scs', '-format', output, '-raw', 'result.raw', '+log', 'spectre.log', ...waits],
        results: jobs.map((_, index) => (output === 'nutbin'
          ? { files: ['result.raw'], format: 'spice-raw', plot: index }
          : { files: [`result.raw/c${index}.${extension}`], format: 'psf-ascii' })),
        logs: ['spectre.log'],
      };
    },
  };
}

function deckText(jobs: readonly Job[]): string {
  const [{ deck, model }] = jobs as readonly [Job];
  const signals = deck.signals.map((signal) => (signal.kind === 'voltage' ? signal.node : `${signal.source}:p`));
  return [
    `// evospice ${deck.id}`,
    'simulator lang=spectre',
    'global 0',
    `parameters ${COUNTER}=0`,
    model.trimEnd(),
    ...(deck.analysis.kind === 'sweep' ? [`vidx (idx 0) vsource type=dc dc=${COUNTER}`] : []),
    ...deck.sources.map(sourceLine),
    ...deck.devices.flatMap((device) => [deviceLine(device), ...device.beside.map(besideLine)]),
    `settings options temp=${spiceNumber(deck.temperatureC)} tnom=27 reltol=1e-6 vabstol=1e-9 iabstol=1e-15 gmin=1e-12 save=selected`,
    wrapped('save', signals),
    analysisLine(deck, 0),
    ...jobs.slice(1).flatMap((job, index) => [`a${index + 1} altergroup {`, job.model.trimEnd(), '}', analysisLine(deck, index + 1)]),
    '',
  ].join('\n');
}

function analysisLine({ analysis }: Deck, index: number): string {
  if (analysis.kind === 'ac') return `c${index} ac values=[${spiceNumber(analysis.frequency)}]`;
  // A single value has no step.
  if (analysis.points === 1) return `c${index} dc param=${COUNTER} values=[0]`;
  return `c${index} dc param=${COUNTER} start=0 stop=${analysis.points - 1} step=1`;
}

function sourceLine({ name, quantity, positive, negative, profile, excitation }: DeckSource): string {
  const kind = quantity === 'v' ? 'vsource' : 'isource';
  const ac = excitation === undefined ? '' : ` mag=${spiceNumber(excitation)}`;
  return wrapped(`${quantity}${name} (${positive} ${negative}) ${kind} type=dc${ac}`, [`dc=${valueOf(profile)}`]);
}

function valueOf(profile: Profile): string {
  switch (profile.kind) {
    case 'constant': return spiceNumber(profile.value);
    case 'uniform': return `${spiceNumber(profile.start)}+(${spiceNumber(profile.step)})*${COUNTER}`;
    case 'table': return stepFunction(COUNTER, profile.values.map(spiceNumber));
  }
}

/** A thermal node is left out, which leaves it inside the device. */
function deviceLine({ name, description, nodes, params }: DeckDevice): string {
  const values = Object.entries(params).map(([key, value]) => `${key}=${spiceNumber(value)}`);
  return [`${deviceFacts(description).element}${name} (${nodes.join(' ')}) ${MODEL_NAME}`, ...values].join(' ');
}
