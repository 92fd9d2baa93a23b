import type { Curve } from '@evospice/contracts';
import type { TaskProposal } from '../task-document.ts';
import { largestFloor } from './floors.ts';
import { floorOf, type Floor } from './noise.ts';

/** Whether a task has capacitances that are computed from network parameters when it is loaded, so that their floors are known then. */
export function needsNetworkFloors({ entries }: TaskProposal): boolean {
  return entries.some(({ network }) => network !== undefined);
}

/** The proposal with the floors of those capacitances. @param curves of the task as it was loaded without them */
export function withNetworkFloors(proposal: TaskProposal, curves: readonly Curve[]): TaskProposal {
  const readings = new Map<string, Float64Array[]>();
  for (const { column, values } of curves.flatMap(({ measured }) => measured)) readings.set(column, [...(readings.get(column) ?? []), values]);
  const floors = new Map([...readings].map(([column, values]): [string, Floor] => [column, floorOf(values, 'c', 'F')]));
  const entries = proposal.entries.map((entry) => (entry.network === undefined ? entry : { ...entry, measure: entry.measure.map((each) => ({ ...each, floor: floors.get(each.col) ?? each.floor })) }));
  return { ...proposal, entries, floor: largestFloor(entries.map(({ measure }) => Object.fromEntries(measure.map(({ col, floor }) => [col, floor])))) };
}
