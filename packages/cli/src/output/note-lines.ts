import { fold } from '@evospice/report';

/** What is to be known of how a task was read, a note after another. */
export function noteLines(notes: readonly string[]): readonly string[] {
  return notes.map((note) => fold(`  note: ${note}`, 8));
}
