import { OpenAPIHono } from '@hono/zod-openapi';
import { describe, expect, it } from 'vitest';
import { done } from '../../../issuing/result.js';
import { V1_OPERATIONS } from '../index.js';
import { type DeprecatedOperation, NOTICE_DAYS } from './deprecation.js';
import { operation } from './operation.js';
import type { ApiEnv } from './requests.js';

const deprecation: DeprecatedOperation = { since: '2027-03-01', sunset: '2027-09-15', instead: 'Use `listThings`.' };
const old = operation(
  {
    ...{ method: 'get', path: '/v1/things', operationId: 'oldThings', summary: 'Old things', scope: null, deprecation },
    responses: { 204: { description: 'Nothing.' } },
  },
  async () => done({ status: 204 }),
);

describe('a deprecated operation', () => {
  it('says so in the OpenAPI document, with what to use instead', () => {
    expect(old.route.deprecated).toBe(true);
    expect(old.route.description).toMatch(/^Deprecated since 2027-03-01; it may be gone from 2027-09-15 on\. Use `listThings`\./);
  });

  it('says so in the headers of every answer, refusals too', async () => {
    const app = new OpenAPIHono<ApiEnv>();
    old.register(app, { baseUrl: 'https://badges.example' } as Parameters<typeof old.register>[1]);
    const answer = await app.request('https://badges.example/v1/things');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('deprecation')).toBe('@1803859200');
    expect(answer.headers.get('sunset')).toBe('Wed, 15 Sep 2027 00:00:00 GMT');
    expect(answer.headers.get('link')).toBe('<https://badges.example/docs/api-stability.md>; rel="deprecation"; type="text/markdown"');
  });
});

describe('every operation of the API', () => {
  const told = [...V1_OPERATIONS, old].filter((one) => one.deprecation !== undefined);

  it.each(told.map((one) => [one.operationId, one] as const))('%s, which is deprecated, stays as long as was promised', (_, one) => {
    const { since, sunset } = one.deprecation as DeprecatedOperation;
    expect(Date.parse(sunset) - Date.parse(since)).toBeGreaterThanOrEqual(NOTICE_DAYS * 86_400_000);
  });

  it('that is not deprecated is not marked so', () => {
    for (const { deprecation: promise, route } of V1_OPERATIONS) expect(route.deprecated === true).toBe(promise !== undefined);
  });
});
