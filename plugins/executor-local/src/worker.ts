import { EvospiceError, type JobHost, type Json, type Logger } from '@evospice/contracts';
import { loadHost } from './load-host.ts';
import type { FromWorker, LogLevel, ToWorker } from './messages.ts';

/**
 * The whole of a worker process: loads the module that it is told to, then runs one job at a time. Ends when it is told to, or
 * when the process that started it is gone. An interrupt from the keyboard reaches it too, and is left to the starting process.
 */
const send = process.send?.bind(process);
if (send === undefined) throw new Error('this module is the start of a worker process and cannot be run by itself');
const tell = (message: FromWorker): void => void send(message);
const logAt = (level: LogLevel) => (message: string, fields?: Readonly<Record<string, unknown>>): void => {
  tell({ type: 'log', level, message, ...(fields === undefined ? {} : { fields: JSON.parse(JSON.stringify(fields)) as Json }) });
};
const log: Logger = { debug: logAt('debug'), info: logAt('info'), warn: logAt('warn') };

const closing = new AbortController();
let host: JobHost | undefined;
let cancel = new AbortController();

async function serve(message: ToWorker): Promise<void> {
  if (message.type === 'cancel') return cancel.abort();
  if (message.type === 'close') {
    cancel.abort();
    closing.abort();
    await host?.close();
    process.disconnect?.();
    return;
  }
  if (message.type === 'open') {
    host = await loadHost(message.source, { signal: closing.signal, log });
    return tell({ type: 'ready' });
  }
  cancel = new AbortController();
  tell({ type: 'finished', answer: await (host as JobHost).handle(message.job, { signal: cancel.signal }) });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit(0));
process.on('message', (message: ToWorker) => {
  serve(message).catch((error: unknown) => tell({ type: 'failed', error: EvospiceError.toJSON(error) }));
});
