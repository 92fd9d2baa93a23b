import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import type { Logger } from '@evospice/contracts';

/** What a stub service was asked. */
export interface StubRequest {
  readonly path: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
}

/** @param count number of the request, from 1 */
export type StubReply = (response: ServerResponse, count: number) => void;

export interface StubService {
  /** Without a path. */
  readonly url: string;
  readonly received: readonly StubRequest[];
  close(): Promise<void>;
}

/** A service on an ephemeral port that answers as told and remembers what it was asked. The caller closes it. */
export async function stubService(reply: StubReply): Promise<StubService> {
  const received: StubRequest[] = [];
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      received.push({ path: request.url, headers: request.headers, body: JSON.parse(body) as Record<string, unknown> });
      reply(response, received.length);
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => { server.close(resolve); });
    },
  };
}

/** Ends a response with JSON, or with a text as it is. */
export function sendJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** A logger that keeps its warnings. */
export function warningsLogger(): Logger & { readonly warnings: readonly string[] } {
  const warnings: string[] = [];
  return { warnings, debug: () => undefined, info: () => undefined, warn: (message) => { warnings.push(message); } };
}
