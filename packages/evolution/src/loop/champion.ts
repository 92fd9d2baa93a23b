import { CONFIRMATION_STAGE, describeError, EvospiceError, VALIDATION_STAGE, type Case, type Logger, type Outcome, type Problem, type Program } from '@evospice/contracts';
import type { CaseRunner } from '../cascade/case-runner.ts';
import type { ChampionTrial } from '../events.ts';
import type { EvolutionSettings } from '../settings/evolution-settings.ts';
import type { Journal } from './journal.ts';

export interface ChampionParts {
  readonly problem: Problem;
  readonly settings: EvolutionSettings;
  readonly journal: Journal;
  readonly cases: CaseRunner;
  readonly signal: AbortSignal;
  readonly logger?: Logger;
}

/**
 * Does for a new champion what no other program gets: artefacts of its outcomes, a score on fresh seeds, and cases that it was not trained
 * on. What is stored already is not done again. A failure on one of these cases is stored and does not dethrone it.
 */
export async function presentChampion(program: Program, parts: ChampionParts): Promise<void> {
  await present(program, parts);
  const { problem, settings } = parts;
  await tryOn(CONFIRMATION_STAGE, settings.confirm === 0 ? [] : problem.confirmation?.(settings.confirm) ?? [], program, parts);
  await tryOn(VALIDATION_STAGE, problem.validation ?? [], program, parts);
}

async function present({ id }: Program, { problem, journal, cases, signal, logger }: ChampionParts): Promise<void> {
  const scored = problem.stages.at(-1)?.name ?? '';
  for (const { stage, outcome } of journal.view.casesOf(id, scored)) {
    const payload = outcome.artefacts === undefined ? problem.present?.(outcome) : undefined;
    if (payload === undefined) continue;
    try {
      const artefacts = await cases.present(payload);
      journal.write('artefacts-added', { program: id, stage, case: outcome.case, seed: outcome.seed, artefacts });
    } catch (error) {
      if (signal.aborted || !EvospiceError.is(error)) throw error;
      // Missing artefacts must not end the run: they can be made when it is resumed.
      logger?.warn(`no artefacts of champion ${id} on ${outcome.case}: ${describeError(error)}`);
    }
  }
}

/** Runs it on cases that no program was chosen by, and stores what it is worth there; with trouble around a case that is left to a resumption. */
async function tryOn(stage: ChampionTrial['stage'], wanted: readonly Case[], { id, entry, files }: Program, { problem, journal, cases, logger }: ChampionParts): Promise<void> {
  if (wanted.length === 0 || journal.view.trialOf(id, stage)?.cases === wanted.length) return;
  const outcomes: Outcome[] = [];
  for (const one of wanted) {
    const attempt = await cases.run({ kind: 'program', id, program: { entry, files } }, { name: stage, stored: true }, one);
    if ('outcome' in attempt) outcomes.push(attempt.outcome);
    else logger?.warn(`champion ${id} could not be run on ${one.id} for ${stage}: ${attempt.trouble.reason}`);
  }
  if (outcomes.length < wanted.length) return;
  const failed = outcomes.filter(({ failure }) => failure !== undefined).length;
  const score = failed > 0 ? null : problem.score(outcomes, { entry, files });
  journal.write('champion-tried', { program: id, stage, score: score !== null && Number.isFinite(score.value) ? score : null, cases: wanted.length, failed });
}
