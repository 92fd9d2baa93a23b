import type { ProblemParameter } from '@evospice/contracts';
import { z } from 'zod';

/** A name, or a pattern with * and ?; in front of it `!`, and of parameters `group:` or `role:`. */
export const patternText = z.string().regex(/^!?(?:(?:group|role):)?[^!:]+$/u, { error: 'not a name or pattern such as vth0, dvt*, group:mobility, role:*resistance* or !u0' });

/** Whether a text is what a pattern says; case does not count. */
export function isMatch(pattern: string, text: string): boolean {
  const expression = pattern.replaceAll(/[\\^$.+()|[\]{}]/gu, String.raw`\$&`).replaceAll('*', '.*').replaceAll('?', '.');
  return new RegExp(`^${expression}$`, 'iu').test(text);
}

/** Whether patterns choose something: one of those without `!` matches, or there are none of them, and none of those with it. */
export function isChosen(patterns: readonly string[] | undefined, matches: (pattern: string) => boolean): boolean {
  if (patterns === undefined) return true;
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!'));
  return (wanted.length === 0 || wanted.some(matches)) && !patterns.some((pattern) => pattern.startsWith('!') && matches(pattern.slice(1)));
}

/** Whether a pattern means a parameter, by its name, group or role. */
export function meansParameter(pattern: string, { name, group = '', role = '' }: ProblemParameter): boolean {
  if (pattern.startsWith('group:')) return isMatch(pattern.slice('group:'.length), group);
  return pattern.startsWith('role:') ? isMatch(pattern.slice('role:'.length), role) : isMatch(pattern, name);
}
