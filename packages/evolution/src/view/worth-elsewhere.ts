import { defined } from '@evospice/contracts';
import type { ChampionTrial, WorthElsewhere } from '../events.ts';
import type { RunView } from './run-view.ts';

/** What a champion's trials came to. */
export function worthElsewhere(view: Pick<RunView, 'trialOf'>, program: string): WorthElsewhere {
  const on = (stage: ChampionTrial['stage']): number | null | undefined => {
    const trial = view.trialOf(program, stage);
    return trial === undefined ? undefined : trial.score?.value ?? null;
  };
  return defined({ confirmed: on('confirmation'), validation: on('validation') });
}
