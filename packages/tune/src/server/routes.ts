import { setTimeout } from 'node:timers/promises';
import { jsonBody } from '@evospice/local-server';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { View } from '../page/view.ts';
import type { ScaleChoice } from '../protocol.ts';
import type { TuneSession } from '../session/tune-session.ts';
import { checked, fitSchema, moveSchema, resetSchema, saveSchema, scaleSchema, stepSchema } from './requests.ts';

/** Least time between two notices, ms: a fit may change something a thousand times a second. */
const pauseMs = 80;

export interface Assets {
  readonly page: string;
  readonly script: string;
  readonly style: string;
}

/** What a page asks for. @param end called when the page's button ends the command */
export function tuneRoutes(session: TuneSession, view: View, { page, script, style }: Assets, end: () => void): Hono {
  const routes = new Hono();
  const text = (path: string, type: string, body: string) => routes.get(path, (context) => context.body(body, 200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }));
  text('/', 'text/html', page);
  text('/tune.js', 'text/javascript', script);
  text('/tune.css', 'text/css', style);
  // Browsers ask for it unasked.
  routes.get('/favicon.ico', (context) => context.body(null, 204));
  const scaleOf = (written: string | undefined): ScaleChoice => checked(scaleSchema, written);

  routes.get('/api/facts', (context) => context.json(view.facts()));
  routes.get('/api/figures', async (context) => context.json(await view.figures(scaleOf(context.req.query('scale')))));
  routes.get('/api/picture', async (context) => context.json(await view.picture(scaleOf(context.req.query('scale')))));
  routes.get('/api/findings', async (context) => context.json(await view.findings()));
  routes.post('/api/move', async (context) => {
    const { changes, commit, scale } = checked(moveSchema, await jsonBody(context));
    session.move(changes, commit);
    return context.json(await view.picture(scale));
  });
  routes.post('/api/undo', async (context) => {
    const { scale } = checked(stepSchema, await jsonBody(context));
    session.undo();
    return context.json(await view.picture(scale));
  });
  routes.post('/api/redo', async (context) => {
    const { scale } = checked(stepSchema, await jsonBody(context));
    session.redo();
    return context.json(await view.picture(scale));
  });
  routes.post('/api/reset', async (context) => {
    const { scale, name } = checked(resetSchema, await jsonBody(context));
    session.reset(name);
    return context.json(await view.picture(scale));
  });
  routes.post('/api/fit', async (context) => {
    session.startFit(checked(fitSchema, await jsonBody(context)));
    return context.json(view.notice());
  });
  routes.post('/api/stop', (context) => {
    session.stopFit();
    return context.json(view.notice());
  });
  routes.post('/api/save', async (context) => {
    const { files, warnings } = await session.save(checked(saveSchema, await jsonBody(context)));
    return context.json({ files, warnings });
  });
  routes.post('/api/end', (context) => {
    end();
    return context.json({});
  });
  routes.get('/api/events', (context) => streamSSE(context, async (stream) => {
    let wake = Promise.withResolvers<void>();
    const stop = session.onChange(() => wake.resolve());
    stream.onAbort(() => {
      stop();
      wake.resolve();
    });
    while (!stream.aborted) {
      await stream.writeSSE({ data: JSON.stringify(view.notice()) });
      await setTimeout(pauseMs);
      await wake.promise;
      wake = Promise.withResolvers<void>();
    }
  }));
  return routes;
}
