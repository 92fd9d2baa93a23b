import { EvospiceError, type StoredEvent } from '@evospice/contracts';
import { FORMAT } from '@evospice/runs';
import type { EvolutionEvents } from '../events.ts';
import { Format1 } from './format-1.ts';

/**
 * Makes a reader of one run's events, to be fed all of them in order: gives each as it would be stored today.
 * The reader throws EvospiceError `RUN_FORMAT` for a run stored by a later version.
 */
export function currentEvents(): (event: StoredEvent) => StoredEvent {
  let old: Format1 | undefined;
  return (event) => {
    if (event.type === 'run-started') {
      const { format = 1 } = event.payload as unknown as Partial<EvolutionEvents['run-started']>;
      if (format > FORMAT) {
        throw new EvospiceError('RUN_FORMAT', `the run was stored in format ${format}`, {
          received: format, expected: `format ${FORMAT} or earlier`, remedy: 'use the version of Evospice that wrote it',
        });
      }
      if (format < FORMAT) old = new Format1();
    }
    return old?.upgrade(event) ?? event;
  };
}
