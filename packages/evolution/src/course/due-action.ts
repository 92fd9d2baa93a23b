import type { CourseAction, StagnationSettings } from '../settings/stagnation-settings.ts';
import type { RunView } from '../view/run-view.ts';

/** An action whose time has come. */
export interface DueAction {
  readonly action: CourseAction;
  /** Programs tried without a better champion, or since the last action. */
  readonly since: number;
}

/** The action to take before the next proposal; undefined while things go well. Follows from stored events alone. */
export function dueAction(stagnation: StagnationSettings | undefined, { tried, champions, courses }: RunView): DueAction | undefined {
  if (stagnation === undefined) return undefined;
  const since = tried - Math.max(champions.at(-1)?.tried ?? 0, courses.at(-1)?.tried ?? 0);
  const action = stagnation.do[courses.length % stagnation.do.length];
  return action === undefined || since < stagnation.after ? undefined : { action, since };
}
