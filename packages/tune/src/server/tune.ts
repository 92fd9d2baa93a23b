import { openLocalServer } from '@evospice/local-server';
import { styleSheet } from '@evospice/report';
import { pageShell } from '../page/shell.ts';
import { pageStyle } from '../page/style.ts';
import { View, type ViewOptions } from '../page/view.ts';
import type { TuneSession } from '../session/tune-session.ts';
import { bundleClient } from './bundle-client.ts';
import { tuneRoutes } from './routes.ts';

export interface TunePage {
  /** Address without the token. */
  readonly origin: string;
  /** Address that lets in whoever opens it. */
  readonly entry: string;
  /** Fulfilled when the page's button ended the command. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

/**
 * Serves the page of a session to the person at this machine.
 * @throws EvospiceError `USAGE_PORT`, `SERVER_BUNDLE`
 */
export async function openTunePage(session: TuneSession, options: ViewOptions & { readonly port?: number }): Promise<TunePage> {
  const { port, ...shown } = options;
  const ended = Promise.withResolvers<void>();
  const assets = { page: pageShell(session.task.title), script: await bundleClient(), style: `${styleSheet}\n${pageStyle}` };
  const routes = tuneRoutes(session, new View(session, shown), assets, () => ended.resolve());
  const server = await openLocalServer(routes, port === undefined ? {} : { port });
  return { origin: server.origin, entry: server.entry, ended: ended.promise, close: () => server.close() };
}
