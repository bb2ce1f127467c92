import { OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import type { JsonObject } from '@proofmark/schemas';
import { type Problem, type ProblemCode, problemSchema } from '@proofmark/schemas/api';
import { PROBLEMS, problemOf } from '../problems/index.js';
import type { Endpoint } from '../routes/v1/http/endpoint.js';
import { V1_ENDPOINTS } from '../routes/v1/index.js';
import { PUBLIC_PATHS } from './public-paths.js';

const EVERYWHERE: readonly ProblemCode[] = ['unauthenticated', 'forbidden', 'invalid-parameter', 'internal-error'];
const WITH_BODY: readonly ProblemCode[] = ['malformed-request', 'payload-too-large', 'unsupported-media-type', 'invalid-request'];

/** The OpenAPI 3.1 description of the service at `baseUrl`. */
export function openapi(baseUrl: string): JsonObject {
  const app = new OpenAPIHono();
  const registry = app.openAPIRegistry;
  registry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description:
      'An API key: `pm_live_…`, `pm_test_…` or `pm_admin_…`. The first admin key is printed once, when the service first starts.',
  });
  for (const endpoint of V1_ENDPOINTS) registry.registerPath(describe(endpoint));
  for (const path of PUBLIC_PATHS) registry.registerPath(path);
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Proofmark',
      version: '1',
      description:
        'Issues Open Badges 3.0 that carry the work behind them. Problems are `application/problem+json` (RFC 9457) with a stable `code`; `errors[]` names places by JSON Pointer. Lists are paged by an opaque cursor and a `Link` header.',
    },
    servers: [{ url: baseUrl }],
    tags: TAGS.map(([name, description]) => ({ name, description })),
  });
  return JSON.parse(JSON.stringify(document)) as JsonObject;
}

const TAGS: readonly (readonly [string, string])[] = [
  ['Issuers', 'Who issues. Each issuer is a tenant of its own, with its DID and its keys.'],
  ['Signing keys', 'The keys that badges are signed with.'],
  ['Achievements', 'What can be earned, and what work it asks for.'],
  ['Credentials', 'Badges.'],
  ['Evidence', 'The work behind a badge.'],
  ['Events', 'What happened, for programs that follow it.'],
  ['API keys', 'Who may use this API, and for what.'],
  ['Public', 'What anybody may read, without a key and from any web page.'],
];

function describe(endpoint: Endpoint): RouteConfig {
  const { method, path, operationId, tag, summary, scope, body, query, successes, takesIdempotencyKey } = endpoint;
  const needs = scope === null ? 'Any valid key may do this.' : scope === 'admin' ? 'Needs an admin key.' : `Needs the scope \`${scope}\`.`;
  const ids = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path' as const,
    required: true,
    schema: { type: 'string' as const, format: 'uuid' },
  }));
  const idempotency = {
    name: 'Idempotency-Key',
    in: 'header' as const,
    description: 'Any 1 to 255 visible ASCII characters that stand for this one request. Safe to send again.',
    schema: { type: 'string' as const, maxLength: 255 },
    example: '7c0d2e2a-award-2041',
  };
  return {
    method,
    path,
    operationId,
    tags: [tag],
    summary,
    description: [endpoint.description, needs].filter((text) => text !== undefined).join('\n\n'),
    security: [{ apiKey: [] }],
    parameters: [...ids, ...(takesIdempotencyKey ? [idempotency] : [])],
    request: {
      ...(query === undefined ? {} : { query: query as never }),
      ...(body === undefined ? {} : { body: { required: !endpoint.bodyOptional, content: { 'application/json': { schema: body } } } }),
    },
    responses: { ...successResponses(successes), ...problemResponses(endpoint) },
  };
}

function successResponses(successes: Endpoint['successes']): RouteConfig['responses'] {
  const entries = Object.entries(successes).map(([status, { description, schema, headers = {} }]) => [
    status,
    {
      description,
      ...(schema === undefined ? {} : { content: { 'application/json': { schema } } }),
      headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, { description: text, schema: { type: 'string' } }])),
    },
  ]);
  return Object.fromEntries(entries) as RouteConfig['responses'];
}

/** One response a status; its description lists the codes that it can have. */
function problemResponses({ problems = [], body }: Endpoint): RouteConfig['responses'] {
  const codes = [...EVERYWHERE, ...(body === undefined ? [] : WITH_BODY), ...problems];
  const statuses = new Map<number, ProblemCode[]>();
  for (const code of codes) statuses.set(PROBLEMS[code].status, [...(statuses.get(PROBLEMS[code].status) ?? []), code]);
  return Object.fromEntries(
    [...statuses].map(([status, all]) => [
      status,
      {
        description: all.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join(' '),
        content: {
          'application/problem+json': {
            schema: problemSchema,
            examples: Object.fromEntries(all.map((code) => [code, { value: example(code) }])),
          },
        },
      },
    ]),
  ) as RouteConfig['responses'];
}

function example(code: ProblemCode): Problem {
  const errors = POINTED[code];
  const detail = PROBLEMS[code].explanation.split('. ')[0] ?? '';
  return problemOf('https://badges.example', { code, detail, ...(errors === undefined ? {} : { errors }) });
}

const POINTED: Readonly<Partial<Record<ProblemCode, Problem['errors']>>> = {
  'invalid-request': [{ pointer: '/recipient/email', code: 'not-an-email', detail: 'is not an e-mail address' }],
  'evidence-required': [{ pointer: '/evidence', code: 'too-few', detail: 'needs 1 piece of work; 0 given' }],
  'malformed-request': [{ pointer: '/recipient/email', code: 'duplicate-key', detail: 'stands here twice' }],
  'invalid-parameter': [{ pointer: '/limit', code: 'out-of-range', detail: 'is not a number from 1 to 100' }],
};
