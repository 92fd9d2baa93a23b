import { counted } from '@evospice/contracts';
import type { CourseAction, RunView } from '@evospice/evolution';

/** What was done about stagnation, a line each. */
export function courseLines(courses: RunView['courses']): readonly string[] {
  return courses.map(({ action, tried, since, removed = [] }) => `after ${counted(since, 'program')} without a better champion (${tried} tried): ${actionText(action)}${removed.length === 0 ? '' : `, ${removed.length} left the archive`}`);
}

function actionText(action: CourseAction): string {
  if ('use' in action) return `weights of proposers ${Object.entries(action.use).map(([name, weight]) => `${name} ${weight}`).join(', ') || 'as configured'}`;
  if ('text' in action) return action.text === '' ? 'no text for prompts any more' : `text for prompts "${action.text.length > 60 ? `${action.text.slice(0, 60)}…` : action.text}"`;
  if ('spawn' in action) return `another island with ${action.spawn === 'best' ? 'the best program' : 'the seed programs'}`;
  return `restart with the best ${action.restart}`;
}
