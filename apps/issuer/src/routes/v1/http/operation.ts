import type { OpenAPIHono, RouteConfig, RouteHandler, z } from '@hono/zod-openapi';
import type { Role } from '@proofmark/schemas/api';
import type { Result } from '../../../issuing/result.js';
import { rolesOf } from './access.js';
import type { ApiContext } from './api-context.js';
import { tellDeprecation } from './deprecation.js';
import { describeOperation, type OperationConfig } from './describe-operation.js';
import { fewAtOnce } from './few-at-once.js';
import { readUpload } from './read-upload.js';
import { type ApiEnv, authorised, lacksFurther, lostMeanwhile, readStrictly, refuseInvalid } from './requests.js';
import { refuse, respond } from './respond.js';

type SuccessStatus = 200 | 201 | 202 | 204;

/** An answer of any length: one JSON object a line, written as they come. */
type LinesOf<Response> = Response extends { content: { 'application/x-ndjson': unknown } }
  ? { readonly lines: AsyncIterable<unknown>; readonly body?: never }
  : never;

/** An answer of any length: a table, or events, written as they come. */
type TextOf<Response> = Response extends { content: { 'text/csv': unknown } | { 'text/event-stream': unknown } }
  ? { readonly text: AsyncIterable<string>; readonly body?: never }
  : never;

/** An answer of any length in one of several forms, of which the headers name the one. */
type StreamOf<Response> = Response extends { content: { 'application/zip': unknown } }
  ? { readonly stream: AsyncIterable<string | Uint8Array>; readonly body?: never }
  : never;

type BodyOf<Response> = Response extends { content: { 'application/json': { schema: infer S extends z.ZodType } } }
  ? { readonly body: z.output<S> }
  : { readonly body?: never };

/** One of the successes that the route declares, with the body of its schema. */
export type Reply<R extends OperationConfig> = {
  [Status in keyof R['responses'] & SuccessStatus]: {
    readonly status: Status;
    readonly headers?: Readonly<Record<string, string>>;
    readonly cookies?: readonly string[];
  } & (
    | BodyOf<R['responses'][Status]>
    | LinesOf<R['responses'][Status]>
    | TextOf<R['responses'][Status]>
    | StreamOf<R['responses'][Status]>
  );
}[keyof R['responses'] & SuccessStatus];

/** A request whose form was checked, typed by its route: `c.req.valid('json')`, `c.req.valid('param')`, `c.var.actor`. */
export type OperationContext<R extends OperationConfig> = Parameters<RouteHandler<R, ApiEnv>>[0];

/** One operation of the API: what the OpenAPI document says of it, and what it does. */
export interface Operation {
  readonly method: RouteConfig['method'];
  readonly path: string;
  readonly operationId: string;
  /** The scope that a key needs, as its configuration says. It stands here and nowhere else. */
  readonly scope: OperationConfig['scope'];
  /** The roles of people that may; empty for `public`, which nobody has to have one for. */
  readonly roles: readonly Role[];
  readonly alsoScope: OperationConfig['alsoScope'];
  readonly audit: OperationConfig['audit'];
  readonly deprecation: OperationConfig['deprecation'];
  readonly route: RouteConfig;
  register(app: OpenAPIHono<ApiEnv>, api: ApiContext): void;
}

/**
 * Defines one operation. Before `handle` is called, the key and its scope are checked, then the form of the body, then query, ids, headers
 * and body against the schemas of the route.
 */
export function operation<const R extends OperationConfig>(
  config: R,
  handle: (api: ApiContext, c: OperationContext<R>) => Promise<Result<Reply<R>>>,
): Operation {
  const { method, path, operationId, scope, alsoScope, audit, upload, deprecation } = config;
  const roles = rolesOf(config);
  const route = describeOperation(config);
  return {
    method,
    path,
    operationId,
    scope,
    roles,
    alsoScope,
    audit,
    deprecation,
    route,
    register(app, api) {
      const handler = async (c: OperationContext<R>): Promise<Response> => {
        const denied = (await lostMeanwhile(api, c, method)) ?? (alsoScope === undefined ? null : lacksFurther(c, alsoScope));
        const result = denied ?? (await handle(api, c));
        return result.ok ? respond(result.value) : refuse(api.baseUrl, result.refusal);
      };
      const told = deprecation === undefined ? [] : [tellDeprecation(deprecation, api.baseUrl)];
      const read = upload === undefined ? readStrictly(api, route) : readUpload(api, route, upload);
      const bounded = upload?.atOnce === undefined ? [] : [fewAtOnce(api, upload.atOnce)];
      const middleware = [...told, authorised(api, { scope, roles }), ...bounded, read];
      app.openapiRoutes([{ route: { ...route, middleware }, handler, hook: refuseInvalid(api, route) }]);
    },
  };
}
