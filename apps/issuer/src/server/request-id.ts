import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { type Logger, loggedPath, redact } from './logger.js';

const HEADER = 'x-request-id';

/** Probes that come every few seconds, and the service's own fetch of its example. */
const QUIET = /^\/(healthz|readyz|example\/.*|\.well-known\/proofmark\.txt)$/;

/** The id under which the log knows this request. */
export function requestId(c: Context): string {
  return c.get('requestId') as string;
}

/** The API key of a request and its issuer (null for an admin key), by their ids, where the routes found one. */
function keyOf(c: Context): { readonly key?: string; readonly issuer?: string | null } {
  const found = c.get('apiKey') as { readonly keyId: string; readonly issuerId: string | null } | undefined;
  return found === undefined ? {} : { key: found.keyId, issuer: found.issuerId };
}

/**
 * Gives every request an id, the caller's when it sends a sane one, and logs how it ended and with which API key. The query is left out: it may
 * name people.
 */
export function requestLog(logger: Logger): MiddlewareHandler {
  return async (c, next) => {
    const given = c.req.header(HEADER) ?? '';
    const id = /^[\w-]{8,64}$/.test(given) && redact(given) === given ? given : randomUUID();
    c.set('requestId', id);
    const begun = performance.now();
    await next();
    // Set on the response: `c.header()` after the handler would copy it (measured: half the throughput).
    c.res.headers.set(HEADER, id);
    const ms = Math.round((performance.now() - begun) * 10) / 10;
    const fields = { id, method: c.req.method, path: loggedPath(c.req.path), status: c.res.status, ms, ...keyOf(c) };
    if (QUIET.test(c.req.path)) logger.debug(fields, 'request');
    else logger.info(fields, 'request');
  };
}
