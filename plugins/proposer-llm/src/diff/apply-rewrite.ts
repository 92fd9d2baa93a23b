import { evolveRegion } from '../program/evolve-region.ts';
import type { AppliedDiff } from './apply-diff.ts';

/**
 * Takes the evolve block of a whole rewritten program.
 * @returns a reason when the rewrite has no evolve block, changes text outside it (white space aside), or nothing at all.
 */
export function applyRewrite(source: string, rewrite: string): AppliedDiff {
  const [before, after] = [evolveRegion(source), evolveRegion(rewrite)];
  if ('reason' in before) return { reason: `the parent: ${before.reason}` };
  if ('reason' in after) return { reason: `the rewritten program: ${after.reason}` };
  const frame = (lines: readonly string[]): string => lines.join(' ').replaceAll(/\s+/g, ' ').trim();
  if (frame(before.lines.slice(0, before.first)) !== frame(after.lines.slice(0, after.first)) || frame(before.lines.slice(before.end)) !== frame(after.lines.slice(after.end))) {
    return { reason: 'the rewritten program changes text outside the evolve block, which must not change' };
  }
  const child = [...before.lines.slice(0, before.first), ...after.lines.slice(after.first, after.end), ...before.lines.slice(before.end)].join('\n');
  return child === source ? { reason: 'the rewritten program is the parent' } : { source: child };
}
