import { describeError, EvospiceError, VALIDATION_STAGE, type Logger, type Problem, type Program } from '@evospice/contracts';
import type { CaseRunner } from '../cascade/case-runner.ts';
import type { Journal } from './journal.ts';

export interface ChampionParts {
  readonly problem: Problem;
  readonly journal: Journal;
  readonly cases: CaseRunner;
  readonly signal: AbortSignal;
  readonly logger?: Logger;
}

/**
 * Does for a new champion what no other program gets: artefacts of its outcomes, and cases that it was not trained on. What is stored
 * already is not done again. A failure on a validation case is stored and does not dethrone it.
 */
export async function presentChampion(program: Program, parts: ChampionParts): Promise<void> {
  await present(program, parts);
  await validate(program, parts);
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

async function validate({ id, entry, files }: Program, { problem, cases, logger }: ChampionParts): Promise<void> {
  for (const one of problem.validation ?? []) {
    const attempt = await cases.run({ kind: 'program', id, program: { entry, files } }, { name: VALIDATION_STAGE, stored: true }, one);
    if ('trouble' in attempt) logger?.warn(`champion ${id} was not validated on ${one.id}: ${attempt.trouble.reason}`);
  }
}
