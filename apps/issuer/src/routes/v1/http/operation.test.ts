import { OpenAPIHono, z } from '@hono/zod-openapi';
import { describe, expect, it } from 'vitest';
import { done } from '../../../issuing/result.js';
import { operation } from './operation.js';
import type { ApiEnv } from './requests.js';
import { jsonAnswer, jsonBody, uuid } from './shapes.js';

const input = z.strictObject({ name: z.string() });
const output = z.object({ id: z.string() });
const config = {
  method: 'post',
  path: '/v1/things/{thingId}',
  operationId: 'changeThing',
  summary: 'Change a thing',
  scope: null,
  audit: { none: 'a thing of a test' },
  request: { params: z.object({ thingId: uuid }), query: z.strictObject({ limit: z.string().optional() }), body: jsonBody(input) },
  responses: { 200: jsonAnswer('The thing.', output), 204: { description: 'Nothing changed.' } },
} as const;

describe('the types of an operation', () => {
  it('know the ids, the query and the body of the request', () => {
    operation(config, async (_, c) => {
      const { thingId } = c.req.valid('param');
      const { limit } = c.req.valid('query');
      const { name } = c.req.valid('json');
      const texts: readonly (string | undefined)[] = [thingId, limit, name, c.var.actor.keyId];
      // @ts-expect-error -- the address has no such id
      c.req.valid('param').issuerId;
      // @ts-expect-error -- the query has no such parameter
      c.req.valid('query').cursor;
      // @ts-expect-error -- the body has no such member
      c.req.valid('json').title;
      // @ts-expect-error -- no headers are declared
      c.req.valid('header');
      return done({ status: 200, body: { id: texts.join() } });
    });
    expect(config.scope).toBeNull();
  });

  it('refuse an answer that the route does not declare', () => {
    // @ts-expect-error -- the body of a 200 has an id
    operation(config, async () => done({ status: 200, body: { name: 'x' } }));
    // @ts-expect-error -- a 200 has a body
    operation(config, async () => done({ status: 200 }));
    // @ts-expect-error -- a 204 has none
    operation(config, async () => done({ status: 204, body: { id: 'x' } }));
    // @ts-expect-error -- no 201 is declared
    operation(config, async () => done({ status: 201, body: { id: 'x' } }));
    // @ts-expect-error -- there is no such scope
    operation({ ...config, scope: 'everything' }, async () => done({ status: 204 }));
    expect(operation(config, async () => done({ status: 204 })).operationId).toBe('changeThing');
  });
});

it('adds what every operation has to its description', () => {
  const { route } = operation({ ...config, scope: 'admin', problems: ['gone'] }, async () => done({ status: 204 }));
  expect(route).toMatchObject({ description: 'Needs an admin key.', security: [{ apiKey: [] }] });
  expect(Object.keys(route.responses)).toEqual(['200', '204', '400', '401', '403', '410', '413', '415', '422', '429', '500']);
  expect(new OpenAPIHono<ApiEnv>().openAPIRegistry.definitions).toEqual([]);
});
