import type { MiddlewareHandler } from 'hono';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Lets in only the page itself, on this machine. A name of another host that was pointed here is refused by Host; what
 * another page sends, by Origin and Sec-Fetch-Site; and what is sent must be JSON, which no form of another page can send.
 */
export const onlyThisPage: MiddlewareHandler = async (c, next) => {
  const { host, origin, 'sec-fetch-site': site } = c.req.header();
  const isOurs = /^(?:127\.0\.0\.1|localhost):\d+$/.test(host ?? '');
  if (!isOurs) return c.text('This page is only for this machine.', 403);
  const isAsked = c.req.method === 'GET' && c.req.path === '/';
  const isForeign = site !== undefined && site !== 'same-origin' && !(isAsked && site === 'none');
  if (isForeign || (origin !== undefined && origin !== `http://${host ?? ''}`))
    return c.text('Another page asked for this.', 403);
  if (c.req.method !== 'GET' && c.req.header('content-type') !== 'application/json')
    return c.text('Only JSON is taken.', 415);
  await next();
  c.header('Content-Security-Policy', policy);
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Referrer-Policy', 'no-referrer');
  c.header('Cross-Origin-Resource-Policy', 'same-origin');
  c.header('Cache-Control', 'no-store');
};
