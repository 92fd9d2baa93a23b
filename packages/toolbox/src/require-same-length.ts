import { EvospiceError } from '@evospice/contracts';

/** @throws EvospiceError `TOOLBOX_SHAPE` unless both lengths agree. */
export function requireSameLength(what: string, received: number, wanted: number): void {
  if (received !== wanted) throw new EvospiceError('TOOLBOX_SHAPE', `${what} has length ${received}`, { received, expected: `length ${wanted}` });
}
