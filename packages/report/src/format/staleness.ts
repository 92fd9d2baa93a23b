import type { RunView } from '@evospice/evolution';

/** What programs in flight could not know of one another; null where one was worked on at a time. */
export function stalenessText({ mean, largest }: RunView['staleness']): string | null {
  return mean === null || largest === 0 ? null : `staleness: ${mean.toFixed(1)} programs were settled, on average, between the choice of a child's parents and its own end; ${largest} at most`;
}
