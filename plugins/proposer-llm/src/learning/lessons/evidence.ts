import type { ChildVerdict, ProgramText } from '@evospice/contracts';
import { mainSource } from '@evospice/program-text';
import { createTwoFilesPatch } from 'diff';
import { oneLine } from '../text-id.ts';

/** Children shown of each sort when lessons are drawn. */
const SHOWN = { better: 6, worse: 4, failed: 4 } as const;
/** Lines shown of a change. */
const CHANGED_LINES = 40;
/** Characters shown of each. */
const LINE_LENGTH = 160;

/** A child as the question for lessons shows it. */
export interface ShownChild {
  readonly id: string;
  readonly operator: string;
  /** Score less that of the parent; null for a child without a score. */
  readonly gain: string | null;
  /** Why it was turned away; null for one that was not. */
  readonly failure: string | null;
  /** Changes to the parent as a unified diff. */
  readonly diff: string;
}

/** The children that say most: those that gained most, those that lost most, the newest that failed. */
export function tellingChildren(verdicts: readonly ChildVerdict[]): readonly ShownChild[] {
  const judged = verdicts.flatMap((verdict) => (verdict.judged?.gain == null ? [] : [{ verdict, gain: verdict.judged.gain }])).toSorted((a, b) => b.gain - a.gain);
  const better = judged.filter(({ gain }) => gain > 0).slice(0, SHOWN.better);
  const worse = judged.filter(({ gain }) => gain <= 0).slice(-SHOWN.worse).toReversed();
  const failed = verdicts.filter(({ rejection }) => rejection !== undefined).slice(-SHOWN.failed);
  return [...[...better, ...worse].map(({ verdict }) => verdict), ...failed].map(shown);
}

function shown({ program, parent, judged, rejection }: ChildVerdict): ShownChild {
  return {
    id: program.id, operator: program.operator, gain: judged?.gain == null ? null : signed(judged.gain),
    failure: rejection === undefined ? null : `${rejection.code} at ${rejection.stage}: ${oneLine(rejection.reason, 300)}`,
    diff: parent === undefined ? '' : changes(parent, program),
  };
}

/** With its sign, in four digits. */
export function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${Number(value.toPrecision(4))}`;
}

function changes(parent: ProgramText, child: ProgramText): string {
  const patch = createTwoFilesPatch('parent', 'child', mainSource(parent), mainSource(child), undefined, undefined, { context: 1 });
  const lines = patch.slice(patch.indexOf('@@')).trimEnd().split('\n').map((line) => (line.length > LINE_LENGTH ? `${line.slice(0, LINE_LENGTH)}…` : line));
  return lines.length > CHANGED_LINES ? [...lines.slice(0, CHANGED_LINES), `… and ${lines.length - CHANGED_LINES} more lines`].join('\n') : lines.join('\n');
}
