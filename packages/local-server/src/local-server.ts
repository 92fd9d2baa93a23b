import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { EvospiceError, faultOf } from '@evospice/contracts';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { guardOrigin, guardToken, secret } from './guard.ts';

/** Loopback alone: nothing beyond this machine reaches it. */
const address = '127.0.0.1';

/** What an answer has to arrive, ms, before its connection is cut. */
const graceMs = 200;

export interface LocalServerOptions {
  /** Port; a free one when left out. */
  readonly port?: number;
  /** Longest body of a request, in bytes; 64 KiB when left out. */
  readonly longestBody?: number;
}

export interface LocalServer {
  /** Such as `http://127.0.0.1:4321`. */
  readonly origin: string;
  /** The origin with the token, which lets in whoever opens it. */
  readonly entry: string;
  /** Takes no further request; answers that are on their way have a moment to arrive, streams end then. */
  close(): Promise<void>;
}

/**
 * Serves `routes` to the person at this machine alone: on loopback, under its own name, to its own page, behind a token, with
 * bodies of bounded size and a content policy that runs no script but the server's own. What a route throws is answered as JSON:
 * `{"error": {code, message, …}}`.
 * @throws EvospiceError `USAGE_PORT` where the port cannot be had
 */
export async function openLocalServer(routes: Hono, options: LocalServerOptions = {}): Promise<LocalServer> {
  const { port = 0, longestBody = 65_536 } = options;
  const token = secret();
  let bound = port;
  const app = new Hono();
  app.use(headers());
  app.use(guardOrigin(() => [`${address}:${bound}`, `localhost:${bound}`]));
  app.use(guardToken(token, () => `evospice-${bound}`));
  app.use(bodyLimit({
    maxSize: longestBody,
    onError: () => {
      throw new EvospiceError('SERVER_SIZE', 'the body of the request is too long', { expected: `at most ${longestBody} bytes` });
    },
  }));
  app.route('/', routes);
  app.notFound(({ req }) => {
    throw new EvospiceError('SERVER_PATH', `there is nothing at ${req.method} ${req.path}`, { received: req.path, remedy: 'open the page at /' });
  });
  app.onError((error, context) => context.json({ error: EvospiceError.is(error) ? error : { code: 'UNEXPECTED', message: error.message } }, statusOf(error)));

  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: { maxHeaderSize: 16_384, requestTimeout: 30_000 } }) as Server;
  bound = await listen(server, port);
  const origin = `http://${address}:${bound}`;
  return {
    origin,
    entry: `${origin}/?token=${token}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      const patience = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(patience);
    },
  };
}

function headers() {
  const self = ["'self'"];
  const nothing = ["'none'"];
  return secureHeaders({
    contentSecurityPolicy: { defaultSrc: nothing, scriptSrc: self, styleSrc: self, connectSrc: self, baseUri: nothing, formAction: nothing, frameAncestors: nothing },
    crossOriginResourcePolicy: 'same-origin', crossOriginOpenerPolicy: 'same-origin', referrerPolicy: 'no-referrer', xFrameOptions: 'DENY',
    // The page is not encrypted, since it never leaves the machine.
    strictTransportSecurity: false,
  });
}

const statuses = { SERVER_HOST: 403, SERVER_ORIGIN: 403, SERVER_TOKEN: 401, SERVER_SIZE: 413, SERVER_PATH: 404 } as const;

function statusOf(error: unknown): 400 | 401 | 403 | 404 | 413 | 500 {
  if (!EvospiceError.is(error)) return 500;
  if (Object.hasOwn(statuses, error.code)) return statuses[error.code as keyof typeof statuses];
  return ['usage', 'caller', 'program'].includes(faultOf(error.code)) ? 400 : 500;
}

async function listen(server: Server, port: number): Promise<number> {
  try {
    server.listen(port, address);
    await once(server, 'listening');
  } catch (cause) {
    throw new EvospiceError('USAGE_PORT', `cannot listen on port ${port}: ${(cause as Error).message}`, { received: port, expected: 'a port that is free and may be used', remedy: 'choose another --port, or leave it out', cause });
  }
  return (server.address() as AddressInfo).port;
}
