import { counted, type RunProgress, type StoredEvent } from '@evospice/contracts';
import { engineStages, isProposerTrouble, type EvolutionEvents } from '@evospice/evolution';
import { handleEvent, type EventHandlers, type ProgressTracker } from '@evospice/runs';
import { median } from './median.ts';

const fates = ['not kept', 'improved its cell', 'opened a cell'] as const;

type News = RunProgress['news'];

/** Counts the programs of an evolution. It takes nothing for granted that an earlier event would have said. */
export class EvolveTracker implements ProgressTracker {
  #total: number | null;
  #done = 0;
  #rejections = 0;
  #cases = 0;
  #champion: { readonly score: number; readonly ratio: number | null } | null = null;
  #coverage: number | null = null;
  #finished = false;
  #news: News;
  /** Error ratio of the program judged last: it may become the next champion. */
  #ratio: { readonly id: string; readonly ratio: number } | null = null;

  /** Proposers and codes of troubles that were said: each kind once. */
  readonly #troubles = new Set<string>();

  readonly #handlers: EventHandlers<EvolutionEvents, News> = {
    'run-started': ({ problem, stages, seed, programs }) => {
      this.#total = programs;
      return major(`started: ${problem}, ${counted(stages.at(-1)?.cases ?? 0, 'case')} per program, seed ${seed}`);
    },
    'run-resumed': ({ programs }) => {
      this.#done = programs;
      this.#finished = false;
      return major(`taken up again after ${counted(programs, 'program')}`);
    },
    'program-rejected': ({ program, stage, code, proposer, reason }) => {
      this.#rejections += 1;
      if (program === null && isProposerTrouble(code) && !this.#troubles.has(`${proposer} ${code}`)) {
        this.#troubles.add(`${proposer} ${code}`);
        return major(`${proposer} failed: ${reason.split('\n')[0]}`);
      }
      // A program that was turned away before anything was run does not count as work done.
      if (!engineStages.includes(stage)) this.#done += 1;
      return minor(`${program ?? proposer} rejected at ${stage}: ${code}`);
    },
    'case-retried': ({ subject, case: id, code }) => major(`${subject} on ${id} once more: ${code}`),
    'case-finished': ({ from }) => {
      if (from === undefined) this.#cases += 1;
      return undefined;
    },
    'program-judged': ({ program, score, archive, statistics }) => {
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
    'champion-tried': ({ program, stage, score, failed }) => minor(`${program} on ${stage}: ${score === null ? `failed on ${counted(failed, 'case')}` : `score ${score.value.toFixed(4)}`}`),
    'control-finished': ({ name, score }) => major(`for comparison, ${name}: score ${score === null ? 'none' : score.toFixed(4)}`),
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
      this.#cases === 0 ? null : { label: 'cases', text: String(this.#cases) },
    ].filter((figure) => figure !== null);
    return { done: this.#done, total: this.#total, unit: 'programs', figures, finished: this.#finished, ...(this.#news === undefined ? {} : { news: this.#news }) };
  }
}

function major(text: string): News {
  return { text, major: true };
}

function minor(text: string): News {
  return { text, major: false };
}
