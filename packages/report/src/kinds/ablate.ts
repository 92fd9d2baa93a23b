import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { counted, EvospiceError, type RunProgress, type StoredEvent } from '@evospice/contracts';
import { EventReader, handleEvent, type EventHandlers, type ProgressTracker, type ReadableLog, type RunKind } from '@evospice/runs';
import type { AblationEvents, ArmRun } from '../ablation/ablation-events.ts';
import { analyseAblation, type AblationAnalysis } from '../ablation/analyse-ablation.ts';
import { ablationText } from '../ablation/ablation-text.ts';
import { evospiceCommand } from '../format/command.ts';
import { renderAblationReport } from '../html/ablation-page.ts';
import { REPORT_FILE, writeReport } from '../write-report.ts';

/** File with the analysis, whole. */
const ABLATION_FILE = 'ablation.json';

/** Everything that an ablation has stored. */
export interface StoredAblation {
  /** What it was begun or taken up with last; null before its first event. */
  readonly plan: AblationEvents['ablation-started'] | null;
  readonly runs: readonly ArmRun[];
  readonly finished: boolean;
}

export async function readAblation(log: ReadableLog): Promise<StoredAblation> {
  const reader = new EventReader<AblationEvents>(log);
  let plan: StoredAblation['plan'] = null;
  let finished = false;
  const runs: ArmRun[] = [];
  for await (const { type, payload } of reader.events({ types: ['ablation-started', 'arm-finished', 'ablation-finished'] })) {
    if (type === 'ablation-started') [plan, finished] = [payload, false];
    else if (type === 'arm-finished') runs.push(payload);
    else finished = true;
  }
  return { plan, runs, finished };
}

/** Ablations: how far they are; with the report the analysis is written again, so that both say the same. */
export const ablateKind: RunKind = {
  name: 'ablate',
  files: [REPORT_FILE, ABLATION_FILE],
  tracker: (total) => new AblateTracker(total),

  async status({ folder, log }) {
    const { plan, runs, finished } = await readAblation(log);
    const state = plan === null ? 'not begun' : finished ? 'finished' : 'unfinished';
    const analysis = plan === null ? null : analyseAblation(plan, runs);
    const planned = plan === null ? null : plan.arms.length * plan.seeds.length;
    return {
      state, document: { runs: planned === null ? 0 : planned - (analysis?.missing ?? 0), planned, ...analysis },
      text: [`${folder}: ablation, ${state}, ${planned === null ? 0 : planned - (analysis?.missing ?? 0)} of ${counted(planned ?? 0, 'run')}`, ...(analysis === null || runs.length === 0 ? [] : [ablationText(analysis)])].join('\n'),
    };
  },

  async report({ folder, log }) {
    const { plan, runs } = await readAblation(log);
    if (plan === null || runs.length === 0) {
      throw new EvospiceError('USAGE_REPORT', `the ablation in ${folder} has no finished run`, { expected: 'an ablation of which a run is finished', remedy: 'give its command again with --resume' });
    }
    const analysis = analyseAblation(plan, runs);
    const [title, configuration, file] = [await log.fact('title'), await log.fact('configuration'), await log.fact('configuration-file')];
    const written = join(folder, ABLATION_FILE);
    await writeFile(written, `${JSON.stringify(analysis satisfies AblationAnalysis, null, 2)}\n`);
    const report = await writeReport(folder, renderAblationReport(analysis, {
      title: typeof title === 'string' ? title : 'Ablation', versions: plan.versions, configuration: configuration === undefined ? null : JSON.stringify(configuration, null, 2),
      commands: typeof file === 'string' ? [`${evospiceCommand('ablate', file, '--seeds', String(plan.seeds.length))} --out <new folder>`, evospiceCommand('report', folder)] : [],
    }));
    return { report, files: { analysis: written } };
  },
};

/** Counts runs of arms. */
class AblateTracker implements ProgressTracker {
  #total: number | null;
  #finished = false;
  #news: RunProgress['news'];
  readonly #done = new Set<string>();

  readonly #handlers: EventHandlers<AblationEvents, RunProgress['news']> = {
    'ablation-started': ({ arms, seeds }) => {
      this.#total = arms.length * seeds.length;
      this.#finished = false;
      return { text: `${counted(arms.length, 'arm')} with ${counted(seeds.length, 'seed')}`, major: true };
    },
    'arm-finished': ({ arm, seed, score }) => {
      this.#done.add(`${arm} ${seed}`);
      return { text: `${arm}, seed ${seed}: score ${score === null ? 'none' : score.toFixed(4)}`, major: true };
    },
    'ablation-finished': () => {
      this.#finished = true;
      return { text: 'finished', major: true };
    },
  };

  constructor(total?: number) {
    this.#total = total ?? null;
  }

  apply(event: StoredEvent): void {
    this.#news = handleEvent(this.#handlers, event);
  }

  get progress(): RunProgress {
    return { done: this.#done.size, total: this.#total, unit: 'runs', figures: [], finished: this.#finished, ...(this.#news === undefined ? {} : { news: this.#news }) };
  }
}
