import { benchStatus, type BenchStatus } from '@evospice/bench';
import { readRun } from '@evospice/evolution';
import type { Json, RunLog } from '@evospice/contracts';

export interface EvolutionProgress {
  readonly kind: 'evolve';
  readonly state: 'not begun' | 'unfinished' | 'finished';
  /** Programs tried. */
  readonly programs: number;
  readonly planned: number | null;
  readonly proposals: number;
  /** Cases finished; for extraction programs, extractions. */
  readonly cases: number;
  readonly retries: number;
  readonly rejections: Readonly<Record<string, number>>;
  readonly champion: { readonly program: string; readonly score: number } | null;
}

export interface BenchProgressOfRun extends BenchStatus {
  readonly kind: 'bench';
  readonly title: string;
}

export interface ExtractionProgress {
  readonly kind: 'extract';
  readonly state: 'not begun' | 'unfinished' | 'finished';
  /** Budget units. */
  readonly spent: number;
  readonly budget: number | null;
  readonly best: number | null;
}

export type RunProgress = EvolutionProgress | BenchProgressOfRun | ExtractionProgress;

/** How far the run of a log is, whatever it is a run of. */
export async function runProgress(log: RunLog): Promise<RunProgress> {
  const kind = await log.fact('kind');
  if (kind === 'bench') return { kind, title: String((await log.fact('title')) ?? 'benchmark'), ...(await benchStatus(log)) };
  return kind === 'extract' ? extractionProgress(log) : evolutionProgress(log);
}

async function evolutionProgress(log: RunLog): Promise<EvolutionProgress> {
  const { started, finished, tried, proposals, champion, rejectionsByStage, retries, cases } = await readRun(log);
  return {
    kind: 'evolve',
    state: started === null ? 'not begun' : finished === null ? 'unfinished' : 'finished',
    programs: tried, planned: started?.programs ?? null, proposals, cases: cases.finished, retries: retries.length, rejections: rejectionsByStage,
    champion: champion === null ? null : { program: champion.program.id, score: champion.verdict.score.value },
  };
}

async function extractionProgress(log: RunLog): Promise<ExtractionProgress> {
  let state: ExtractionProgress['state'] = 'not begun';
  let last: { readonly spent: number; readonly best: number | null } = { spent: 0, best: null };
  for await (const { type, payload } of log.events()) {
    if (type === 'evaluation') last = payload as unknown as typeof last;
    state = type === 'extraction-finished' ? 'finished' : 'unfinished';
  }
  const configuration = (await log.fact('configuration')) as Readonly<Record<string, Json>> | undefined;
  const budget = configuration?.['budget'];
  return { kind: 'extract', state, spent: last.spent, budget: typeof budget === 'number' ? budget : null, best: last.best };
}
