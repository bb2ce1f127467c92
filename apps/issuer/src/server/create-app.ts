import { Hono, type MiddlewareHandler } from 'hono';
import { bodyTooLarge, MOST_BODY } from './body-too-large.js';
import { nothingHere, unforeseen } from './fallbacks.js';
import { healthRoutes, type Readiness } from './health.js';
import { limitBody } from './limit-body.js';
import type { Logger } from './logger.js';
import { type ReportRequest, reportRequests } from './report-request.js';
import { requestLog } from './request-id.js';
import { securityHeaders } from './security-headers.js';

export interface AppOptions {
  /** The service's public address without a slash at the end. */
  readonly baseUrl: string;
  readonly logger: Logger;
  readonly ready: Readiness;
  /** What an operator should look at, in codes; none by default. */
  readonly warnings?: () => readonly string[];
  /** The largest body that is read, in bytes; `MOST_BODY` by default. */
  readonly maxBody?: number;
  /** Whether the route of a path limits its bodies itself, as it reads them. */
  readonly limitsItself?: (path: string) => boolean;
  /** The largest body of single paths that take more, such as requests about many badges. */
  readonly largeBodies?: Readonly<Record<string, number>>;
  /** What stands before the routes, and turns clients away that ask too much. */
  readonly limits?: MiddlewareHandler;
  /** Is told how each request ended; by default the log alone is. */
  readonly report?: ReportRequest;
  /** What stands before everything else and makes a trace of each request; nothing by default. */
  readonly traces?: { readonly middleware: MiddlewareHandler; readonly traceNow: () => string | null } | null;
}

/** The application without its routes: what is the same for every request. `mount` adds the routes. */
export function createApp(
  {
    baseUrl,
    logger,
    ready,
    warnings,
    maxBody = MOST_BODY,
    limitsItself = () => false,
    largeBodies = {},
    limits,
    report,
    traces = null,
  }: AppOptions,
  mount: (app: Hono) => void,
): Hono {
  const app = new Hono();
  if (traces !== null) app.use(traces.middleware);
  app.use(requestLog(report ?? reportRequests(logger), traces?.traceNow));
  app.use(securityHeaders(baseUrl.startsWith('https:')));
  if (limits !== undefined) app.use(limits);
  const limitOf = (most: number): MiddlewareHandler => limitBody(most, () => bodyTooLarge(baseUrl, most));
  const limit = limitOf(maxBody);
  const larger = new Map(Object.entries(largeBodies).map(([path, size]) => [path, limitOf(size)]));
  app.use(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || limitsItself(c.req.path)) return next();
    return (larger.get(c.req.path) ?? limit)(c, next);
  });
  app.route('/', healthRoutes(ready, warnings));
  mount(app);
  app.notFound(nothingHere(app, baseUrl));
  app.onError(unforeseen(baseUrl, logger));
  return app;
}
