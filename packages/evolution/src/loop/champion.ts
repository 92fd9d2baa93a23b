import { describeError, type Logger, type Program } from '@evospice/contracts';
import type { Extractor } from '../cascade/extractor.ts';
import { troubleOf } from '../jobs/simulator-trouble.ts';
import { trainingSeeds, validationSeeds, type EvolutionSettings } from '../settings/evolution-settings.ts';
import type { Journal } from './journal.ts';
import type { EvolutionTasks } from './request.ts';

export interface ChampionParts {
  readonly settings: EvolutionSettings;
  readonly tasks: EvolutionTasks;
  readonly journal: Journal;
  readonly extractor: Extractor;
  readonly logger?: Logger;
}

/**
 * Does for a new champion what no other program gets: overlays of its first seed on the training tasks, and extractions on tasks
 * that it was not trained on. What is stored already is not done again. A failure on a validation task is stored and does not dethrone it.
 */
export async function presentChampion(program: Program, parts: ChampionParts): Promise<void> {
  await overlay(program, parts);
  await validate(program, parts);
}

async function overlay({ id }: Program, { settings, journal, extractor, logger }: ChampionParts): Promise<void> {
  const [seed] = trainingSeeds(settings);
  for (const record of journal.view.extractionsOf(id, 'train')) {
    if (record.seed !== seed || record.fits !== undefined) continue;
    try {
      const fits = await extractor.fits(record);
      await journal.write('champion-fitted', { program: id, task: record.task, seed: record.seed, fits });
    } catch (error) {
      // A picture is not worth the run: it can be made when the run is resumed.
      if (troubleOf(error) === undefined) throw error;
      logger?.warn(`no overlays of champion ${id} on task ${record.task}: ${describeError(error)}`);
    }
  }
}

async function validate(program: Program, { settings, tasks, extractor, logger }: ChampionParts): Promise<void> {
  for (const [index, seed] of validationSeeds(settings).entries()) {
    for (const task of tasks.validate) {
      const attempt = await extractor.program(program, { role: 'validate', task, seed, fits: index === 0 });
      if ('trouble' in attempt) logger?.warn(`champion ${program.id} was not validated on task ${task.id}: ${attempt.trouble.reason}`);
    }
  }
}
