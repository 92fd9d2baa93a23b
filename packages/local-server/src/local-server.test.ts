import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { text } from 'node:stream/consumers';
import type { IncomingMessage } from 'node:http';
import { EvospiceError } from '@evospice/contracts';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jsonBody, openLocalServer, type LocalServer } from './index.ts';
import { sameSecret, secret } from './guard.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let server: LocalServer;
let cookie: string;

/** `fetch` sets Host and Origin itself; a raw request says whatever it is told. */
async function ask(path: string, { method = 'GET', headers = {}, body = '' }: { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string } = {}): Promise<Answer> {
  const sent = request(`${server.origin}${path}`, { method, headers });
  sent.end(body);
  const [answer] = await once(sent, 'response') as [IncomingMessage];
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) };
}

const codeOf = ({ body }: Answer): string => (JSON.parse(body) as { readonly error: { readonly code: string } }).error.code;

beforeAll(async () => {
  const routes = new Hono();
  routes.get('/', (context) => context.html('<p>page</p>'));
  routes.post('/echo', async (context) => context.json({ was: await jsonBody(context) }));
  routes.post('/refuse', () => {
    throw new EvospiceError('TUNE_VALUE', 'no', { received: 7, expected: '8' });
  });
  routes.post('/break', () => {
    throw new TypeError('unforeseen');
  });
  server = await openLocalServer(routes, { longestBody: 100 });
  const entered = await ask(server.entry.slice(server.origin.length));
  cookie = entered.headers['set-cookie']![0]!.split(';')[0]!;
});
afterAll(() => server.close());

describe('a server for this machine alone', () => {
  test('exchanges the token of its address for a cookie that scripts and other sites do not get', async () => {
    const entered = await ask(server.entry.slice(server.origin.length));
    expect(entered).toMatchObject({ status: 303, headers: { location: '/' } });
    expect(entered.headers['set-cookie']![0]).toMatch(/^evospice-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/u);
    expect(server.entry).not.toContain(cookie.split('=')[1]!);
    expect(await ask('/', { headers: { cookie } })).toMatchObject({ status: 200, body: '<p>page</p>' });
  });

  test('lets nobody in without it', async () => {
    const token = new URL(server.entry).searchParams.get('token')!;
    for (const [path, headers] of [
      ['/', {}], ['/?token=', {}], [`/?token=${secret()}`, {}], [`/?token=${token.slice(1)}`, {}], [`/echo?token=${token}`, {}],
      ['/', { cookie: `${cookie}x` }], ['/', { cookie: cookie.split('=')[0]!.concat('=', token) }], ['/', { authorization: `Bearer ${token}` }],
    ] as const) {
      const answer = await ask(path, { headers });
      expect([answer.status, codeOf(answer)], path).toEqual([401, 'SERVER_TOKEN']);
      expect(answer.headers['set-cookie'], path).toBeUndefined();
    }
  });

  test('refuses a foreign name, a foreign page, and a change that does not say where it comes from, whatever cookie they have', async () => {
    const json = { 'content-type': 'application/json', cookie };
    const port = new URL(server.origin).port;
    const refusals: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
      ['GET', { host: 'evil.example', cookie }, 'SERVER_HOST'],
      ['GET', { host: `evil.example:${port}`, cookie }, 'SERVER_HOST'],
      ['GET', { host: '127.0.0.1', cookie }, 'SERVER_HOST'],
      ['GET', { origin: 'http://evil.example', cookie }, 'SERVER_ORIGIN'],
      ['GET', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', cookie }, 'SERVER_ORIGIN'],
      ['POST', { ...json, origin: 'http://evil.example' }, 'SERVER_ORIGIN'],
      ['POST', { ...json, origin: 'null' }, 'SERVER_ORIGIN'],
      ['POST', { ...json, origin: 'http://127.0.0.1:1' }, 'SERVER_ORIGIN'],
      ['POST', { ...json, origin: server.origin, 'sec-fetch-site': 'same-site' }, 'SERVER_ORIGIN'],
      ['POST', json, 'SERVER_ORIGIN'],
    ];
    for (const [method, headers, code] of refusals) {
      const answer = await ask(method === 'GET' ? '/' : '/echo', { method, headers, body: method === 'GET' ? '' : '{}' });
      expect([answer.status, codeOf(answer)], JSON.stringify(headers)).toEqual([403, code]);
    }
    // A link to the page that somebody follows is not an attack.
    expect(await ask('/', { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', cookie } })).toMatchObject({ status: 200 });
  });

  test('answers its own page, and says by name what is wrong with a request', async () => {
    const own = { cookie, origin: server.origin };
    const send = (path: string, body: string, type = 'application/json') => ask(path, { method: 'POST', headers: { ...own, 'content-type': type }, body });
    expect(await send('/echo', '{"a":1}')).toMatchObject({ status: 200, body: '{"was":{"a":1}}' });
    const outcomes = [await send('/echo', '{'), await send('/echo', '{}', 'text/plain'), await send('/echo', `"${'x'.repeat(200)}"`), await send('/nowhere', '{}'), await send('/refuse', '{}'), await send('/break', '{}')];
    expect(outcomes.map((answer) => [answer.status, codeOf(answer)])).toEqual([
      [400, 'SERVER_BODY'], [400, 'SERVER_BODY'], [413, 'SERVER_SIZE'], [404, 'SERVER_PATH'], [400, 'TUNE_VALUE'], [500, 'UNEXPECTED'],
    ]);
    expect(JSON.parse(outcomes[4]!.body)).toEqual({ error: { code: 'TUNE_VALUE', message: 'no', received: 7, expected: '8' } });
    expect(outcomes[5]!.body).not.toContain('at ');
  });

  test('sends a policy with every answer that runs no script but its own and is shown in no frame', async () => {
    for (const answer of [await ask('/', { headers: { cookie } }), await ask('/'), await ask('/nowhere', { headers: { cookie } })]) {
      expect(answer.headers['content-security-policy']).toBe("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
      expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer', 'cross-origin-resource-policy': 'same-origin' });
    }
  });

  test('listens on loopback alone', async () => {
    const outer = Object.values(networkInterfaces()).flat().find((each) => each !== undefined && !each.internal && each.family === 'IPv4');
    expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    if (outer === undefined) return;
    const socket = connect(Number(new URL(server.origin).port), outer.address);
    const [error] = await once(socket, 'error') as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNREFUSED');
  });

  test('names the port that is taken', async () => {
    const port = Number(new URL(server.origin).port);
    await expect(openLocalServer(new Hono(), { port })).rejects.toMatchObject({ code: 'USAGE_PORT', received: port });
  });
});

test('secrets are long, differ, and are compared as wholes', () => {
  const one = secret();
  expect(one).toMatch(/^[\w-]{43}$/u);
  expect(secret()).not.toBe(one);
  expect([sameSecret(one, one), sameSecret(one.slice(1), one), sameSecret('', one), sameSecret(`${one} `, one)]).toEqual([true, false, false, false]);
});
