import type { RouteConfig } from '@hono/zod-openapi';
import { isUuid } from '@proofmark/schemas';
import type { Scope } from '@proofmark/schemas/api';
import type { Context, MiddlewareHandler, ValidationTargets } from 'hono';
import type { z } from 'zod';
import { type Actor, isAdmin, lacks } from '../../../issuing/access/actor.js';
import { type Refusal, type Refused, type Result, refused } from '../../../issuing/result.js';
import { fieldErrors, wantedAt } from '../../../problems/index.js';
import { type Access, lacksAccess } from './access.js';
import type { ApiContext } from './api-context.js';
import { insecureUrls } from './insecure-urls.js';
import { keyOfRequest } from './key-of-request.js';
import { readBody } from './read-body.js';
import { refuse } from './respond.js';
import { crossSite, unproven } from './same-origin.js';
import { sessionOf } from './session-cookie.js';
import { withoutNulls } from './without-nulls.js';

/** Names the organisation for which a person asks who is in several; the first that they joined when it is absent. */
const ORGANISATION_HEADER = 'proofmark-organisation';

/** What the handlers of the API find in `c.var`. */
export interface ApiEnv {
  Variables: {
    actor: Actor;
    /** The key of the request, for the log; also of one that was refused. */
    apiKey?: Pick<Actor, 'keyId' | 'issuerId'>;
    /** Set by the server for every request. */
    requestId?: string;
    /** The body as it was sent, where members that are null were left out of it. */
    sent?: unknown;
  };
}

/**
 * Lets a request through when its key is valid and has the scope, or when the person who is signed in has a role that may. What anybody may do is
 * refused to pages of other sites alone.
 */
export function authorised(api: ApiContext, access: Access): MiddlewareHandler<ApiEnv> {
  const byKey = authorisedKey(api, access);
  return async (c, next) => {
    if (access.scope === 'public') {
      const foreign = crossSite(c, api.baseUrl);
      return foreign === null ? next() : refuse(api.baseUrl, foreign.refusal);
    }
    const session = c.req.header('authorization') === undefined ? sessionOf(c, api.baseUrl) : null;
    if (session === null) return byKey(c, next);
    const actor = await personOf(api, c, session);
    if (!actor.ok) return refuse(api.baseUrl, actor.refusal);
    const { requestId } = c.var;
    c.set('actor', { ...actor.value, ...(requestId === undefined ? {} : { requestId }) });
    const denied = lacksAccess(actor.value, access);
    if (denied !== null) return refuse(api.baseUrl, denied.refusal);
    return api.onBehalfOf(actor.value.issuerId ?? actor.value.keyId, next);
  };
}

/** The person of a session, in the organisation that the address or the header names. */
async function personOf(api: ApiContext, c: Context<ApiEnv>, session: string): Promise<Result<Actor>> {
  const foreign = unproven(c, api.baseUrl, session);
  if (foreign !== null) return foreign;
  const named = c.req.param('organisationId') ?? c.req.header(ORGANISATION_HEADER);
  if (named !== undefined && !isUuid(named)) return refused('forbidden', 'The organisation that is named is none in which you are.');
  return api.useCases.authenticateSession({ cookies: c.req.header('cookie') ?? '', organisationId: named ?? null });
}

function authorisedKey(api: ApiContext, { scope }: Access): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const bearer = keyOfRequest((name) => c.req.header(name));
    if (!bearer.ok) return refuse(api.baseUrl, bearer.refusal);
    const actor = await api.useCases.authenticate(bearer.value);
    const key = actor.ok ? actor.value : actor.key;
    if (key !== null) c.set('apiKey', key);
    if (!actor.ok) return refuse(api.baseUrl, actor.refusal);
    const { requestId } = c.var;
    c.set('actor', { ...actor.value, ...(requestId === undefined ? {} : { requestId }) });
    const denied = missingScope(actor.value, scope);
    if (denied !== null) return refuse(api.baseUrl, denied.refusal);
    return api.onBehalfOf(actor.value.issuerId ?? actor.value.keyId, next);
  };
}

const ONLY_PEOPLE = 'Only somebody who has signed in may do this; an API key is nobody.';
const ONLY_ADMIN = 'Only an admin key may do this; this key is of one issuer. Ask whoever runs the service.';

function missingScope(actor: Actor, scope: Access['scope']): Refused | null {
  if (scope === null || scope === 'public') return null;
  if (scope === 'person') return refused('forbidden', ONLY_PEOPLE);
  if (scope !== 'admin') return lacks(actor, scope);
  return isAdmin(actor) ? null : refused('forbidden', ONLY_ADMIN);
}

/**
 * A refusal when the role with which a changing request began was taken away while its body came, which can take a minute. Who reads learns nothing
 * that they might not have read a moment before.
 */
export async function lostMeanwhile(api: ApiContext, { var: { actor } }: Context<ApiEnv>, method: string): Promise<Refused | null> {
  const byPerson = (actor as Actor | undefined)?.person !== undefined;
  return byPerson && method !== 'get' ? api.useCases.standsStill(actor) : null;
}

/** A refusal when a request that passed its validators needs one more scope, which its key lacks. */
export function lacksFurther(
  c: Context<ApiEnv>,
  { member, scope }: { readonly member: string | null; readonly scope: Scope },
): Refused | null {
  if (member === null) return lacks(c.var.actor, scope);
  const body = (c.req as { valid(target: 'json'): unknown }).valid('json');
  const asked = typeof body === 'object' && body !== null && (body as Readonly<Record<string, unknown>>)[member] === true;
  return asked ? lacks(c.var.actor, scope) : null;
}

/** Refuses what the validators of the route would read in two ways: a parameter named twice, and a body that is not strict JSON. */
export function readStrictly(api: ApiContext, { method, request = {} }: RouteConfig): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const fault =
      queryFault(c, request.query !== undefined) ?? (request.body === undefined ? null : await bodyFault(c, method, request.body));
    return fault === null ? next() : refuse(api.baseUrl, fault.refusal);
  };
}

export function queryFault(c: Context, taken: boolean): Refused | null {
  if (!c.req.url.includes('?')) return null;
  const names = [...new URL(c.req.url).searchParams.keys()];
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) {
    const known = /^\w{1,40}$/.test(twice) ? ` \`${twice}\`` : '';
    return refused('invalid-parameter', `The query parameter${known} stands twice: give each once.`);
  }
  return taken || names.length === 0 ? null : refused('invalid-parameter', 'This address takes no query parameters: leave them out.');
}

export async function bodyFault(c: Context<ApiEnv>, method: string, { required = false, content }: BodyOfRoute): Promise<Refused | null> {
  const json = readBody(await c.req.arrayBuffer(), c.req.header('content-type') ?? '', method);
  if (!json.ok) return json;
  if (json.value !== undefined) {
    // In a merge patch null removes a member (RFC 7396); elsewhere it is what our own answers say for an absent one.
    const without = method === 'patch' ? json.value : withoutNulls(json.value);
    if (without !== json.value) {
      c.set('sent', json.value);
      replaceBody(c, JSON.stringify(without));
    } else {
      // Otherwise Hono would make a response of the bytes, and a stream of that, to find the text.
      c.req.bodyCache = { text: Promise.resolve(json.text) as unknown as string };
    }
    return null;
  }
  if (required) {
    const wanted = wantedAt(bodySchema(content)) ?? 'a JSON object';
    return invalidRequest([{ pointer: '', code: 'required', detail: `is required: ${wanted}` }]);
  }
  // An absent body reads as `{}`.
  replaceBody(c, '{}');
  return null;
}

type BodyOfRoute = NonNullable<NonNullable<RouteConfig['request']>['body']>;

function bodySchema(content: BodyOfRoute['content']): z.ZodType | undefined {
  const json = content['application/json'];
  return json !== undefined && 'schema' in json ? (json.schema as z.ZodType) : undefined;
}

function replaceBody(c: Context, body: string): void {
  const headers = new Headers(c.req.raw.headers);
  headers.set('content-type', 'application/json');
  c.req.raw = new Request(c.req.url, { method: c.req.method, headers, body });
  c.req.bodyCache = {};
}

/** What a validator of the route found. `data` is what it was given. */
type Validation = { readonly target: keyof ValidationTargets; readonly data: unknown } & (
  | { readonly success: true }
  | { readonly success: false; readonly error: z.ZodError }
);

/** Turns what the validators of a route find into problems. */
export function refuseInvalid(
  api: ApiContext,
  { request }: RouteConfig,
): (validation: Validation, c: Context<ApiEnv>) => Response | undefined {
  return (validation, c) => {
    const fault = validation.success ? (api.local ? null : insecure(validation)) : faultOf(validation, c.var.sent, request);
    return fault === null ? undefined : refuse(api.baseUrl, fault.refusal);
  };
}

function insecure({ target, data }: Validation): Refused | null {
  const errors = target === 'json' ? insecureUrls(data) : [];
  return errors.length === 0 ? null : invalidRequest(errors);
}

const WRONG_IDEMPOTENCY_KEY = 'The header `Idempotency-Key` has to be 1 to 255 visible ASCII characters, such as a UUID.';
const WRONG_IF_MATCH = 'The header `If-Match` has to be the `ETag` of an earlier answer, with its quotation marks.';
const namesIfMatch = ({ issues }: z.ZodError): boolean => issues.some(({ path }) => String(path[0]).toLowerCase() === 'if-match');

function faultOf(
  { target, data, error }: Extract<Validation, { success: false }>,
  sent: unknown,
  request: RouteConfig['request'] = {},
): Refused {
  switch (target) {
    case 'param': {
      const names = error.issues.map(({ path }) => `\`${path.join('.')}\``).join(', ');
      return refused(
        'not-found',
        `There is nothing at this address: ${names} in it is not an id of this service, which is a UUID in lower case.`,
      );
    }
    case 'header':
      return refused('invalid-parameter', namesIfMatch(error) ? WRONG_IF_MATCH : WRONG_IDEMPOTENCY_KEY);
    case 'json':
      return invalidRequest(fieldErrors(error.issues, sent ?? data, request.body && bodySchema(request.body.content)));
    default: {
      const errors = fieldErrors(error.issues, data, request.query as z.ZodType | undefined);
      return refused('invalid-parameter', 'A query parameter is not valid: `errors` says which, and what it can be.', errors);
    }
  }
}

function invalidRequest(errors: NonNullable<Refusal['errors']>): Refused {
  const count = errors.length === 1 ? 'One member of the request is not valid' : `${errors.length} members of the request are not valid`;
  const detail = `${count}: \`errors\` says where, and what is wanted there.`;
  return refused('invalid-request', detail, errors);
}
