import type { RouteConfig } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { refused } from '../../../issuing/result.js';
import type { ApiContext } from './api-context.js';
import { type ApiEnv, bodyFault, queryFault } from './requests.js';
import { refuse } from './respond.js';

/** As `readStrictly`, for an operation whose body may be a file: only a body in JSON is read here. */
export function readUpload(
  api: ApiContext,
  { method, request = {} }: RouteConfig,
  { mostJson }: { readonly mostJson: number },
): MiddlewareHandler<ApiEnv> {
  const tooLarge = `A body in JSON has at most ${mostJson} bytes; this address also takes files, which are read as they come.`;
  const limit = bodyLimit({ maxSize: mostJson, onError: () => refuse(api.baseUrl, refused('payload-too-large', tooLarge).refusal, CLOSE) });
  return async (c, next) => {
    const fault = queryFault(c, request.query !== undefined);
    if (fault !== null) return refuse(api.baseUrl, fault.refusal, CLOSE);
    if (!isJson(c) || request.body === undefined) return next();
    const body = request.body;
    return limit(c, async () => {
      const wrong = await bodyFault(c, method, body);
      if (wrong !== null) c.res = refuse(api.baseUrl, wrong.refusal);
      else await next();
    });
  };
}

/** What is left of the body is not read. */
const CLOSE = { connection: 'close' };

export function isJson(c: Context): boolean {
  return /^\s*application\/json\s*(?:;|$)/i.test(c.req.header('content-type') ?? '');
}
