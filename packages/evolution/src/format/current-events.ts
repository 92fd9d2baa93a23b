import { EvospiceError, type StoredEvent } from '@evospice/contracts';
import { EVENT_FORMAT, type EvolutionEvents } from '../events.ts';
import { Format1 } from './format-1.ts';

/**
 * Makes a reader of one run's events, to be fed all of them in order: gives each as it would be stored today.
 * The reader throws EvospiceError `EVOLUTION_FORMAT` for a run stored by a later version.
 */
export function currentEvents(): (event: StoredEvent) => StoredEvent {
  let old: Format1 | undefined;
  return (event) => {
    if (event.type === 'run-started') {
      const { format = 1 } = event.payload as unknown as Partial<EvolutionEvents['run-started']>;
      if (format > EVENT_FORMAT) {
        throw new EvospiceError('EVOLUTION_FORMAT', `the run was stored in format ${format}`, {
          received: format, expected: `format ${EVENT_FORMAT} or earlier`, remedy: 'use the version of Evospice that wrote it',
        });
      }
      if (format < EVENT_FORMAT) old = new Format1();
    }
    return old?.upgrade(event) ?? event;
  };
}
