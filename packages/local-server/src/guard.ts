import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { EvospiceError } from '@evospice/contracts';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** A secret of 256 bits in letters that an address may hold. */
export function secret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * Whether two texts are equal, in a time that says nothing of where they differ: their digests are compared, which are of one length.
 */
export function sameSecret(given: string, own: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(own));
}

/**
 * Refuses requests that came under another name than this machine's own, and those that another page sent: a foreign name that was made to
 * point at this machine (DNS rebinding) is in `Host`, a foreign page in `Origin` and `Sec-Fetch-Site`.
 * @param hosts names with the port, as `Host` states them
 */
export function guardOrigin(hosts: () => readonly string[]): MiddlewareHandler {
  return async ({ req }, next) => {
    const host = req.header('host') ?? '';
    const own = hosts();
    if (!own.includes(host)) throw new EvospiceError('SERVER_HOST', 'the request names another host', { received: host, expected: own.join(' or '), remedy: 'open the address that the command printed' });
    const origin = req.header('origin');
    // A browser states it with everything but plain navigation; any other client has to state it too when it changes something.
    const stated = origin !== undefined || ['GET', 'HEAD'].includes(req.method);
    if (!stated || (origin !== undefined && origin !== `http://${host}`)) {
      throw new EvospiceError('SERVER_ORIGIN', 'the request was sent by another page', { received: origin ?? 'no Origin', expected: `http://${host}`, remedy: 'use the page itself' });
    }
    const site = req.header('sec-fetch-site');
    // A link that is followed is a plain navigation, whoever shows it; it changes nothing, and the token decides what it sees.
    const followed = req.method === 'GET' && req.header('sec-fetch-mode') === 'navigate';
    if (site !== undefined && !followed && !['same-origin', 'none'].includes(site)) {
      throw new EvospiceError('SERVER_ORIGIN', 'the request was sent by another page', { received: site, expected: 'same-origin', remedy: 'use the page itself' });
    }
    await next();
  };
}

/**
 * Lets nobody in without the token: it is in the address that the command prints, and is exchanged there for a cookie that no script can read and
 * no other site sends along. The address without it is what stays in the browser's history.
 * @param cookieName of this server alone, as cookies of one host are shared by all its ports
 */
export function guardToken(token: string, cookieName: () => string): MiddlewareHandler {
  const session = secret();
  return async (context, next) => {
    const given = context.req.query('token');
    if (given !== undefined && context.req.path === '/' && context.req.method === 'GET') {
      if (!sameSecret(given, token)) throw refused();
      setCookie(context, cookieName(), session, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return context.redirect('/', 303);
    }
    const cookie = getCookie(context, cookieName());
    if (cookie === undefined || !sameSecret(cookie, session)) throw refused();
    await next();
    return undefined;
  };
}

function refused(): EvospiceError {
  return new EvospiceError('SERVER_TOKEN', 'this page is for the person who started the command', { expected: 'the token of the address that the command printed', remedy: 'open that address, with everything behind token=' });
}
