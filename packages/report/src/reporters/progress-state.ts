import { engineStages, type EvolutionEvents, type EvolutionEventType } from '@evospice/evolution';
import type { CaseScore, RunDescription, StoredEvent } from '@evospice/contracts';
import { median } from './median.ts';

/** What a terminal shows of a run. */
export interface ProgressFacts {
  readonly done: number;
  /** Null when it is not known how much there is to do. */
  readonly total: number | null;
  readonly unit: string;
  readonly proposals: number;
  readonly rejections: number;
  readonly cases: number;
  readonly champion: { readonly id: string; readonly score: number; readonly ratio: number | null } | null;
  readonly coverage: number | null;
  /** Lines about what happened last, oldest first. */
  readonly recent: readonly string[];
  readonly finished: boolean;
}

/** What an event means for the display. */
export interface ProgressNews {
  /** Worth a line of its own where lines stay. */
  readonly line?: string;
  /** The count of finished work went up. */
  readonly advanced: boolean;
}

/** Events kept in view. */
const recentLines = 5;

/**
 * Counts events for a display. A run that was taken up again shows it only the new events, so it takes nothing for
 * granted that an earlier event would have said; unlike the fold behind reports it refuses no sequence.
 */
export class ProgressState implements ProgressFacts {
  readonly unit: string;
  total: number | null;
  done = 0;
  proposals = 0;
  rejections = 0;
  cases = 0;
  champion: ProgressFacts['champion'] = null;
  coverage: number | null = null;
  finished = false;
  readonly #evolves: boolean;
  readonly #recent: string[] = [];
  /** Error ratios of programs evaluated since the last champion: one of them may become the next. */
  #ratio: { readonly id: string; readonly ratio: number | null } | null = null;

  constructor(run: RunDescription) {
    this.#evolves = run.kind === 'evolve' || run.kind === 'demo';
    this.unit = this.#evolves ? 'programs' : 'extractions';
    this.total = run.total ?? null;
  }

  get recent(): readonly string[] {
    return this.#recent;
  }

  /** Takes in the next event; those of types it does not know change nothing. */
  apply(event: StoredEvent): ProgressNews {
    const before = this.done;
    const line = this.#take(event.type, event.payload as unknown);
    if (line !== undefined) {
      this.#recent.push(line);
      if (this.#recent.length > recentLines) this.#recent.shift();
    }
    return { advanced: this.done > before, ...(line === undefined ? {} : { line }) };
  }

  #take(type: string, payload: unknown): string | undefined {
    const of = <T extends EvolutionEventType>(_type: T): EvolutionEvents[T] => payload as EvolutionEvents[T];
    switch (type) {
      case 'run-started': {
        const { problem, stages, seed, programs } = of('run-started');
        this.total = programs;
        return `started: ${problem}, ${stages.at(-1)?.cases ?? 0} cases per program, seed ${seed}`;
      }
      case 'run-resumed':
        this.done = of('run-resumed').programs;
        this.finished = false;
        return `taken up again after ${this.done} ${this.unit}`;
      case 'program-proposed':
        this.proposals += 1;
        return undefined;
      case 'program-rejected': {
        const { program, stage, code, proposer } = of('program-rejected');
        this.rejections += 1;
        if (this.#evolves && !engineStages.includes(stage)) this.done += 1;
        return `${program ?? proposer} rejected at ${stage}: ${code}`;
      }
      case 'case-retried': {
        const { subject, case: id, code } = of('case-retried');
        return `${subject} on ${id} once more: ${code}`;
      }
      case 'extraction-finished':
      case 'case-finished':
        this.cases += 1;
        if (!this.#evolves) this.done += 1;
        return undefined;
      case 'program-judged': {
        const { program, score, archive, statistics } = of('program-judged');
        this.done += 1;
        this.coverage = statistics.coverage;
        this.#ratio = { id: program, ratio: finalRatioOf(score.cases ?? []) };
        return `${program} score ${score.value.toFixed(4)}, ${['not kept', 'improved its cell', 'opened a cell'][archive.status]}`;
      }
      case 'champion-changed': {
        const { program, score } = of('champion-changed');
        this.champion = { id: program, score, ratio: this.#ratio?.id === program ? this.#ratio.ratio : null };
        return `${program} is the champion: score ${score.toFixed(4)}${this.champion.ratio === null ? '' : `, error ${(this.champion.ratio * 100).toFixed(1)} % of the start's`}`;
      }
      case 'run-finished':
        this.finished = true;
        return `finished: champion ${of('run-finished').champion ?? 'none'}`;
      default:
        return undefined;
    }
  }
}

/** Median of the final error over the start's, where cases say it: those of extractions do. */
function finalRatioOf(cases: readonly CaseScore[]): number | null {
  const ratios = cases.flatMap(({ parts }) => parts['finalRatio'] ?? []);
  return ratios.length === 0 ? null : median(ratios);
}
