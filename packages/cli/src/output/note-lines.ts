import { fold } from '@evospice/report';

/** What is to be known of how a task was read, a note after another. */
export function noteLines(remarks: readonly string[] = []): readonly string[] {
  return remarks.map((note) => fold(`  note: ${note}`, 8));
}

/** What may be wrong with a card. */
export function warningLines(warnings: readonly string[]): readonly string[] {
  return warnings.map((warning) => fold(`  warning: ${warning}`, 11));
}
