import { counted } from '@evospice/contracts';

/** Characters of a program that a question shows: some thousand tokens. */
const LONGEST = 30_000;

/** A program between fences, cut where it is too long to be paid for with every question. */
export function shownText(source: string): string {
  const left = source.length - LONGEST;
  const text = left <= 0 ? source : `${source.slice(0, LONGEST)}\n[${counted(left, 'more character')} left out]`;
  // A fence inside the program must not end it.
  const fence = '`'.repeat(1 + Math.max(2, ...[...text.matchAll(/`+/gu)].map(([ticks]) => ticks.length)));
  return `${fence}\n${text}\n${fence}`;
}
