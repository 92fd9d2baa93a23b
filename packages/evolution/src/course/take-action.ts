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
  const best = archive.best();
  const from = action.spawn === 'seeds' ? view.judged.filter(({ program }) => program.parents.length === 0 && !view.banned.has(program.id)).map(({ program }) => program.id) : best === undefined ? [] : [best.id];
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
