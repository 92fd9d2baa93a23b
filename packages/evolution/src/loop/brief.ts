import type { EvolutionSettings } from '../settings/evolution-settings.ts';
import type { RunView } from '../view/run-view.ts';
import type { EvolutionTasks } from './request.ts';

/** What the run is about, in plain words for a prompt. Follows from stored events, so it is the same after a resumption. */
export function briefOf(parts: { readonly settings: EvolutionSettings; readonly tasks: EvolutionTasks; readonly view: RunView; readonly brief?: string | undefined }): string {
  const { settings, tasks, view, brief } = parts;
  const titles = tasks.train.map(({ title, model, tunables, curves }) => `- ${title}: ${model.family}, ${tunables.length} parameters, ${curves.filter(({ split }) => split === 'train').length} curves`);
  const error = settings.metric === 'relative' ? 'relative RMS error' : 'RMS error of logarithms';
  return [
    ...(brief === undefined ? [] : [brief]),
    `Tasks:`,
    ...titles,
    `Each extraction may spend ${settings.budget} budget units; one unit simulates all curves of the task once. The ${error} is to come down, in as few units as possible.`,
    view.champion === null ? 'No program has a score yet.' : `Best score so far: ${view.champion.verdict.score.value.toPrecision(5)}.`,
  ].join('\n');
}
