import type { Elite } from '@evospice/contracts';
import { plainNumber } from '../format/engineering.ts';

/** The archive seen along its first two axes. */
export interface ArchivePicture {
  readonly svg: string;
  /** Lowest and highest score in it. */
  readonly low: number;
  readonly high: number;
}

/** What is said about an elite where it is pointed at. */
export function eliteTitle({ id, objective, measures }: Elite): string {
  return [`${id}: score ${objective.toFixed(4)}`, ...Object.entries(measures).map(([name, value]) => `${name} ${plainNumber(value)}`)].join('\n');
}
