import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { loggedPath, redact } from './logger.js';
import { NO_ROUTE, type ReportRequest } from './report-request.js';

export const REQUEST_ID = 'x-request-id';

/** The id under which the log knows this request. */
export function requestId(c: Context): string {
  return c.get('requestId') as string;
}

/** The API key of a request and its issuer (null for an admin key), by their ids, where the routes found one. */
function keyOf(c: Context): { readonly key?: string; readonly issuer?: string | null } {
  const found = c.get('apiKey') as { readonly keyId: string; readonly issuerId: string | null } | undefined;
  return found === undefined ? {} : { key: found.keyId, issuer: found.issuerId };
}

/** The id of a request: the caller's when it sends a sane one. */
export function idOfRequest(given: string | null | undefined): string {
  return given != null && /^[\w-]{8,64}$/.test(given) && redact(given) === given ? given : randomUUID();
}

/** The trace that a caller names (W3C Trace Context, 3.2); null where there is none. */
export function traceOfRequest(traceparent: string | null | undefined): string | null {
  const trace = /^(?!ff)[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}(?:-|$)/.exec(traceparent ?? '')?.[1];
  return trace === undefined || /^0+$/.test(trace) ? null : trace;
}

/**
 * Gives every request an id, and tells how it ended and with which API key. The query is left out: it may name people.
 *
 * @param traceNow the trace of what runs now, where traces are made; otherwise the caller's is named
 */
export function requestLog(report: ReportRequest, traceNow: () => string | null = () => null): MiddlewareHandler {
  return async (c, next) => {
    const id = idOfRequest(c.req.header(REQUEST_ID));
    const trace = traceNow() ?? traceOfRequest(c.req.header('traceparent'));
    c.set('requestId', id);
    const begun = performance.now();
    await next();
    // Set on the response: `c.header()` after the handler would copy it (measured: half the throughput).
    c.res.headers.set(REQUEST_ID, id);
    const ms = Math.round((performance.now() - begun) * 10) / 10;
    const traced = trace === null ? {} : { trace };
    report({
      id,
      method: c.req.method,
      path: loggedPath(c.req.path),
      route: routeOf(c),
      status: c.res.status,
      ms,
      ...keyOf(c),
      ...traced,
    });
  };
}

/** The pattern of the route that answered. What stands before all routes has no pattern of its own. */
function routeOf(c: Context): string {
  const pattern = routePath(c);
  return pattern === '' || pattern === '*' || pattern === '/*' ? NO_ROUTE : pattern;
}
