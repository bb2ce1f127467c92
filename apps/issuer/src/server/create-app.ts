import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { bodyTooLarge, MOST_BODY } from './body-too-large.js';
import { nothingHere, unforeseen } from './fallbacks.js';
import { healthRoutes, type Readiness } from './health.js';
import type { Logger } from './logger.js';
import { requestLog } from './request-id.js';
import { securityHeaders } from './security-headers.js';

export interface AppOptions {
  /** The service's public address without a slash at the end. */
  readonly baseUrl: string;
  readonly logger: Logger;
  readonly ready: Readiness;
  /** The largest body that is read, in bytes; `MOST_BODY` by default. */
  readonly maxBody?: number;
  /** Whether the route of a path limits its bodies itself, as it reads them. */
  readonly limitsItself?: (path: string) => boolean;
  /** What stands before the routes, and turns clients away that ask too much. */
  readonly limits?: MiddlewareHandler;
}

/** The application without its routes: what is the same for every request. `mount` adds the routes. */
export function createApp(
  { baseUrl, logger, ready, maxBody = MOST_BODY, limitsItself = () => false, limits }: AppOptions,
  mount: (app: Hono) => void,
): Hono {
  const app = new Hono();
  app.use(requestLog(logger));
  app.use(securityHeaders(baseUrl.startsWith('https:')));
  if (limits !== undefined) app.use(limits);
  const limit = bodyLimit({
    maxSize: maxBody,
    onError: () => bodyTooLarge(baseUrl, maxBody),
  });
  app.use(async (c, next) => (c.req.method === 'GET' || c.req.method === 'HEAD' || limitsItself(c.req.path) ? next() : limit(c, next)));
  app.route('/', healthRoutes(ready));
  mount(app);
  app.notFound(nothingHere(app, baseUrl));
  app.onError(unforeseen(baseUrl, logger));
  return app;
}
