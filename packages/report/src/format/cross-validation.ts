import type { CrossValidation, HeldOutGroup } from '@evospice/extraction';
import { decades, percent } from './quantities.ts';

/** A held-out group as cells: errors of the result on what was fitted and on the group. */
export interface HeldOutCells {
  readonly label: string;
  readonly curves: number;
  readonly train: string;
  readonly heldOut: string;
  readonly trainLog: string;
  readonly heldOutLog: string;
}

export function heldOutCells({ groups }: CrossValidation): readonly HeldOutCells[] {
  return groups.map(({ label, curves, train, heldOut, failure }: HeldOutGroup): HeldOutCells => {
    const text = (value: number | null | undefined, format: (value: number) => string): string => (value === null || value === undefined ? '–' : format(value));
    return {
      label, curves, train: failure ?? text(train?.final.relativeRms, percent), heldOut: text(heldOut?.final.relativeRms, percent),
      trainLog: text(train?.final.logRms, decades), heldOutLog: text(heldOut?.final.logRms, decades),
    };
  });
}
