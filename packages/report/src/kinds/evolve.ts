import { counted, EvospiceError } from '@evospice/contracts';
import { readRun } from '@evospice/evolution';
import type { RunKind, StoredRun } from '@evospice/runs';
import { evospiceCommand } from '../format/command.ts';
import { championDocument, championText } from '../format/champion.ts';
import { championHistory } from '../format/champion-history.ts';
import { championLine } from '../format/champion-line.ts';
import { controlLines } from '../format/controls.ts';
import { courseLines } from '../format/courses.ts';
import { experimentDocument, experimentLines } from '../format/experiments.ts';
import { modelUseLines } from '../format/model-uses.ts';
import { racedText } from '../format/raced.ts';
import { stalenessText } from '../format/staleness.ts';
import { proposerDocument } from '../format/proposers.ts';
import { renderEvolutionReport } from '../html/evolution-page.ts';
import { evolutionReportModel, type EvolutionReportExtra } from '../model/evolution-builder.ts';
import { modelText } from '../terminal/model-text.ts';
import { proposerText } from '../terminal/proposer-text.ts';
import { yieldText } from '../terminal/yield-text.ts';
import { REPORT_FILE, writeReport } from '../write-report.ts';
import { EvolveTracker } from './evolve-tracker.ts';

/** Evolutions: how far they are, and their report. */
export const evolveKind: RunKind = {
  name: 'evolve',
  files: [REPORT_FILE],
  tracker: (total) => new EvolveTracker(total),

  async status({ folder, log }) {
    const view = await readRun(log);
    const { started, finished, tried, proposals, rejectionsByStage, retries, cases, raced, proposers, yields, ledger } = view;
    const state = started === null ? 'not begun' : finished === null ? 'unfinished' : 'finished';
    const planned = started?.programs ?? null;
    const experiments = experimentDocument(view);
    const best = championText(view) ?? 'no champion yet';
    return {
      state,
      document: {
        programs: tried, planned, proposals, cases: cases.finished, raced, staleness: view.staleness, controls: view.controls, models: view.models, courses: view.courses, retries: retries.length, rejections: rejectionsByStage, proposers: proposerDocument(proposers), yields, ledger,
        experiments,
        champion: championDocument(view), champions: championHistory(view), lineage: championLine(view),
      },
      text: [
        `${folder}: ${state}, ${tried} of ${planned ?? '?'} programs, ${counted(cases.finished, 'case')} (${retries.length} repeated), ${best}`,
        stalenessText(view.staleness),
        racedText(raced),
        ...controlLines(view.controls),
        ...modelUseLines(view.models),
        ...courseLines(view.courses),
        proposerText(proposers),
        yieldText(yields),
        modelText(ledger),
        ...experimentLines(experiments),
      ].filter((part) => part !== null).join('\n'),
    };
  },

  async report({ folder, log }) {
    const events = await Array.fromAsync(log.events());
    if (!events.some(({ type }) => type === 'run-started')) {
      throw new EvospiceError('USAGE_REPORT', `the evolution in ${folder} has not begun`, { expected: 'an evolution that has begun', remedy: 'give its command again' });
    }
    return { report: await writeReport(folder, renderEvolutionReport(evolutionReportModel(events, await extraOf(log, folder)))) };
  },
};

/** What the facts of a run add to its report. */
async function extraOf(log: StoredRun['log'], folder: string): Promise<EvolutionReportExtra> {
  const [title, configuration, file] = [await log.fact('title'), await log.fact('configuration'), await log.fact('configuration-file')];
  return {
    ...(typeof title === 'string' ? { title } : {}),
    ...(configuration === undefined ? {} : { configuration }),
    ...(typeof file === 'string' ? { commands: [`${evospiceCommand('evolve', file)} --out <new folder>`, evospiceCommand('report', folder)] } : {}),
  };
}
