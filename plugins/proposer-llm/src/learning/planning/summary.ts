import type { ChildVerdict } from '@evospice/contracts';
import { signed } from '../lessons/evidence.ts';
import { oneLine } from '../text-id.ts';

/** What was planned, done, and came of it. */
export interface Attempt {
  readonly program: string;
  readonly planned: string;
  readonly done: string;
  readonly came: string;
}

/** Of a child that was planned; undefined for another. */
export function attemptOf({ program, details, judged, rejection }: ChildVerdict): Attempt | undefined {
  const { plan, edits, form } = details;
  if (typeof plan !== 'string') return undefined;
  const extent = form === 'program' ? 'whole program' : typeof edits === 'number' ? `${edits} ${edits === 1 ? 'edit' : 'edits'}` : 'changed';
  return { program: program.id, planned: oneLine(plan, 300), done: `${program.operator}, ${extent}`, came: judged === undefined ? failureOf(rejection) : gainOf(judged) };
}

/** In one line. */
export function summaryOf({ planned, done, came }: Attempt): string {
  return `Planned: ${planned} Done: ${done}. Came of it: ${came}.`;
}

function gainOf({ score, gain, status }: NonNullable<ChildVerdict['judged']>): string {
  const than = gain === null ? '' : `, ${signed(gain)} against its parent`;
  return `score ${Number(score.value.toPrecision(4))}${than}; ${status === 0 ? 'not kept' : 'kept'}`;
}

function failureOf(rejection: ChildVerdict['rejection']): string {
  return rejection === undefined ? 'nothing is known' : `turned away at ${rejection.stage} with ${rejection.code}, ${oneLine(rejection.reason, 160).replace(/\.$/u, '')}`;
}
