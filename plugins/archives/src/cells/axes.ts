import { EvospiceError, type ArchiveAxis } from '@evospice/contracts';

/** Most cells that an archive may have. */
export const MOST_CELLS = 2 ** 31 - 1;

/** @throws EvospiceError `ARCHIVE_AXES` for no axis, two axes of one descriptor, or an empty range. */
export function checkAxes(axes: readonly ArchiveAxis[]): void {
  if (axes.length === 0) refuseAxes('an archive of cells needs at least one axis', 0, 'one axis or more');
  const names = new Set<string>();
  for (const { descriptor, low, high, scale } of axes) {
    if (names.has(descriptor)) refuseAxes(`two axes measure "${descriptor}"`, descriptor, 'one axis per descriptor');
    names.add(descriptor);
    if (!(Number.isFinite(low) && Number.isFinite(high) && low < high)) refuseAxes(`axis "${descriptor}" has an empty range`, [low, high], 'finite numbers with low < high');
    if (scale === 'log' && low <= 0) refuseAxes(`axis "${descriptor}" is logarithmic and begins at ${low}`, low, 'a low end greater than 0');
  }
}

export function refuseAxes(message: string, received: unknown, expected: string): never {
  throw new EvospiceError('ARCHIVE_AXES', message, { received, expected });
}
