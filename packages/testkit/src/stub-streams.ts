import type { StubReply } from './stub-service.ts';

/** One server-sent event with a JSON document, or a text as it is. */
export function streamEvent(data: unknown): string {
  return `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
}

/**
 * Answers with a stream of server-sent events.
 * @param after what happens behind the last event: the stream ends, its connection breaks, or it stays open in silence
 */
export function sendEvents(events: readonly unknown[], after: 'end' | 'break' | 'silence' = 'end'): StubReply {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    response.write(events.map(streamEvent).join(''), () => {
      if (after === 'end') response.end();
      if (after === 'break') response.destroy();
    });
  };
}

/** Answers without end, as fast as it is read: the beginning once, then the same piece again and again. */
export function sendForEver(type: string, beginning: string, piece: string): StubReply {
  return (response) => {
    response.writeHead(200, { 'content-type': type });
    response.write(beginning);
    const more = (): void => {
      while (!response.destroyed && response.write(piece));
    };
    response.on('drain', more);
    more();
  };
}
