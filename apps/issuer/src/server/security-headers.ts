import type { MiddlewareHandler } from 'hono';

/** What every answer says unless its route says otherwise: a document that loads nothing, is framed nowhere and is what it claims to be. */
const DEFAULTS: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"],
  ['cross-origin-opener-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=()'],
];

/** The headers of every answer. `https` says that browsers may rely on https for this host. */
export function defaultHeaders(https: boolean): readonly (readonly [string, string])[] {
  return https ? [...DEFAULTS, ['strict-transport-security', 'max-age=31536000']] : DEFAULTS;
}

/** Adds the headers to what the routes answer. */
export function securityHeaders(https: boolean): MiddlewareHandler {
  const headers = defaultHeaders(https);
  return async (c, next) => {
    await next();
    for (const [name, value] of headers) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  };
}
