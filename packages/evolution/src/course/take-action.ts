import type { Archive, ArchiveView } from '@evospice/contracts';
import type { EvolutionEvents } from '../events.ts';
import { entryOf } from '../view/entry-of.ts';
import type { RunView } from '../view/run-view.ts';
import type { DueAction } from './due-action.ts';

/** Does to the archive what an action asks for. What it asks of proposers and prompts follows from the event. @returns the event to be written */
export function takeAction({ action, since }: DueAction, archive: Archive, view: RunView): EvolutionEvents['course-changed'] {
  const told = { action, tried: view.tried, since };
  if ('restart' in action) {
    const stay = new Set((archive.islands ?? [archive]).flatMap((island) => bestOf(island, action.restart)));
    const removed = archive.elites().map(({ id }) => id).filter((id) => !stay.has(id));
    archive.remove(removed);
    return { ...told, removed };
  }
  if (!('spawn' in action)) return told;
  const seeds = action.spawn === 'best' ? [] : view.judged.map(({ program }) => program).filter(({ id, parents }) => parents.length === 0 && !view.banned.has(id));
  const best = archive.best();
  // A run may begin without seed programs.
  const from = seeds.length > 0 ? seeds.map(({ id }) => id) : best === undefined ? [] : [best.id];
  return { ...told, spawned: { from, placed: archive.spawn?.(from.map((id) => entryOfJudged(view, id))) ?? [] } };
}

/** What an archive is told of a program that was judged. */
export function entryOfJudged({ programs }: Pick<RunView, 'programs'>, id: string): ReturnType<typeof entryOf> {
  const record = programs.get(id)!;
  return entryOf(record, record.verdict!);
}

function bestOf(island: ArchiveView, count: number): readonly string[] {
  return island.elites().toSorted((a, b) => b.objective - a.objective).slice(0, count).map(({ id }) => id);
}
