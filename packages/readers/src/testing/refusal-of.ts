import { EvospiceError } from '@evospice/contracts';

/** The typed error that `action` throws; anything else it throws goes through, and throwing nothing is an error. */
export function refusalOf(action: () => unknown): EvospiceError {
  try {
    action();
  } catch (error) {
    if (EvospiceError.is(error)) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
