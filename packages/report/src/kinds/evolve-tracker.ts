import type { RunProgress, StoredEvent } from '@evospice/contracts';
import type { EvolutionEvents } from '@evospice/evolution';
import { handleEvent, type EventHandlers, type ProgressTracker } from '@evospice/runs';
import { median } from './median.ts';

/** Stages at which simulations had been made: a rejection there counts as work done. */
const simulated: ReadonlySet<string> = new Set(['probe', 'evaluation']);

const fates = ['not kept', 'improved its cell', 'opened a cell'] as const;

type News = RunProgress['news'];

/** Counts the programs of an evolution. It takes nothing for granted that an earlier event would have said. */
export class EvolveTracker implements ProgressTracker {
  #total: number | null;
  #done = 0;
  #rejections = 0;
  #extractions = 0;
  #champion: { readonly score: number; readonly ratio: number | null } | null = null;
  #coverage: number | null = null;
  #finished = false;
  #news: News;
  /** Error ratio of the program judged last: it may become the next champion. */
  #ratio: { readonly id: string; readonly ratio: number } | null = null;

  readonly #handlers: EventHandlers<EvolutionEvents, News> = {
    'run-started': ({ tasks, simulator, seed, evaluations }) => {
      this.#total = evaluations;
      return major(`started: ${tasks.length} tasks, ${simulator}, seed ${seed}`);
    },
    'run-resumed': ({ evaluations }) => {
      this.#done = evaluations;
      this.#finished = false;
      return major(`taken up again after ${evaluations} evaluations`);
    },
    'program-rejected': ({ program, stage, code, proposer }) => {
      this.#rejections += 1;
      if (simulated.has(stage)) this.#done += 1;
      return minor(`${program ?? proposer} rejected at ${stage}: ${code}`);
    },
    'extraction-retried': ({ subject, task, code }) => major(`${subject} on ${task} once more: ${code}`),
    'extraction-finished': () => {
      this.#extractions += 1;
      return undefined;
    },
    'program-evaluated': ({ program, score, archive, statistics }) => {
      this.#done += 1;
      this.#coverage = statistics.coverage;
      const ratios = (score.cases ?? []).flatMap(({ parts }) => parts['finalRatio'] ?? []);
      this.#ratio = ratios.length === 0 ? null : { id: program, ratio: median(ratios) };
      return minor(`${program} score ${score.value.toFixed(4)}, ${fates[archive.status]}`);
    },
    'champion-changed': ({ program, score }) => {
      const ratio = this.#ratio?.id === program ? this.#ratio.ratio : null;
      this.#champion = { score, ratio };
      return major(`${program} is the champion: score ${score.toFixed(4)}${ratio === null ? '' : `, error ${(ratio * 100).toFixed(1)} % of the start's`}`);
    },
    'run-finished': ({ champion }) => {
      this.#finished = true;
      return major(`finished: champion ${champion ?? 'none'}`);
    },
  };

  constructor(total?: number) {
    this.#total = total ?? null;
  }

  apply(event: StoredEvent): void {
    this.#news = handleEvent(this.#handlers, event);
  }

  get progress(): RunProgress {
    const champion = this.#champion;
    const figures = [
      champion && { label: 'best score', text: champion.score.toFixed(4) },
      champion?.ratio === null || champion === null ? null : { label: 'error', text: `${(champion.ratio * 100).toFixed(1)} % of the start's` },
      this.#coverage === null ? null : { label: 'archive', text: `${(this.#coverage * 100).toFixed(0)} % filled` },
      this.#rejections === 0 ? null : { label: 'rejected', text: String(this.#rejections) },
      this.#extractions === 0 ? null : { label: 'extractions', text: String(this.#extractions) },
    ].filter((figure) => figure !== null);
    return { done: this.#done, total: this.#total, unit: 'evaluations', figures, finished: this.#finished, ...(this.#news === undefined ? {} : { news: this.#news }) };
  }
}

function major(text: string): News {
  return { text, major: true };
}

function minor(text: string): News {
  return { text, major: false };
}
