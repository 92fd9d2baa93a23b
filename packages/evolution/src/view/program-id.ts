import { EvospiceError } from '@evospice/contracts';

/** Id of the program with this place in the order of proposals, counted from 1: `p0001`, `p0002`, … */
export function programId(ordinal: number): string {
  return `p${String(ordinal).padStart(4, '0')}`;
}

/** The place that {@link programId} was given. @throws EvospiceError `EVOLUTION_EVENTS` for an id of another form. */
export function ordinalOf(id: string): number {
  const digits = /^p(\d+)$/u.exec(id)?.[1];
  if (digits !== undefined) return Number(digits);
  throw new EvospiceError('EVOLUTION_EVENTS', `"${id}" is not the id of a program of an evolution`, { received: id, expected: 'p and a number, such as p0012' });
}
