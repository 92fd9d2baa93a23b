import { toMessage, type FromWorker, type ToWorker } from './messages.ts';
import type { CellHost } from '../run/bench-cell.ts';

/**
 * The whole of a worker process: builds a host from the set-up it is sent, then runs the cells it is sent. Ends when it is
 * told to or when the process that started it is gone. An interrupt from the keyboard reaches it too, and is left to the
 * starting process.
 */
export function serveCells(makeHost: (setup: unknown) => Promise<CellHost>): void {
  const send = process.send?.bind(process);
  if (send === undefined) throw new Error('this module is the start of a worker process and cannot be run by itself');
  const answer = (message: FromWorker): void => {
    send(message);
  };
  let host: CellHost | undefined;
  let cancel = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  process.on('disconnect', () => process.exit(0));

  const serve = async (message: ToWorker): Promise<void> => {
    if (message.type === 'cancel') return cancel.abort();
    if (message.type === 'close') {
      cancel.abort();
      await host?.close();
      process.disconnect?.();
      return;
    }
    if (message.type === 'setup') {
      host = await makeHost(message.setup);
      return answer({ type: 'ready' });
    }
    cancel = new AbortController();
    answer({ type: 'finished', run: await (host as CellHost).run(message.cell, cancel.signal) });
  };
  process.on('message', (message: ToWorker) => {
    serve(message).catch((error: unknown) => answer({ type: 'failed', error: toMessage(error) }));
  });
}
