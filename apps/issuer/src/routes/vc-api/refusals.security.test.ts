import { describe, expect, it } from 'vitest';
import type { Outcome, Verifier } from '../../verification/verifier.js';
import { vcApiRoutes } from './index.js';

// T4 and T6: what a question of the VC-API is answered when it is too much, and whom a local service talks to.

const BASE = 'https://badges.example';
const PLACE = '/vc-api/credentials/verify';

/** The routes over a verifier that answers with one outcome; `asked` counts how often it is asked. */
function service(outcome: Outcome<never>, { local = false } = {}) {
  const asked: string[] = [];
  const run: Verifier['run'] = async (_, { client }) => {
    asked.push(client);
    return outcome;
  };
  const verifier: Verifier = { run, close: async () => undefined };
  const app = vcApiRoutes({
    baseUrl: BASE,
    local,
    verifier,
    client: (c) => c.req.header('x-client') ?? '',
    now: () => new Date('2027-03-01T12:00:00Z'),
  });
  const headers = { 'content-type': 'application/json', origin: 'https://evil.example', 'x-client': 'somebody' };
  const ask = (place = PLACE): Promise<Response> => Promise.resolve(app.request(place, { method: 'POST', headers, body: '{}' }));
  return { ask, app, asked };
}

describe('a question that takes too much', () => {
  it.each([
    ['processor-time', /processor time/],
    ['memory', /memory/],
    ['time', /in the time/],
  ] as const)('of %s is refused with 422, and is neither a yes nor a no', async (limit, words) => {
    for (const place of [PLACE, '/vc-api/presentations/verify']) {
      const answer = await service({ kind: 'limit', limit }).ask(place);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([422, 'application/problem+json']);
      const told = (await answer.json()) as Record<string, unknown>;
      expect(told).toMatchObject({ code: 'verification-limit', detail: expect.stringMatching(words) });
      expect(told).not.toHaveProperty('verified');
    }
  });

  it('is refused with 429 and a time to wait where there is no room, or the client has used up its budget', async () => {
    const answer = await service({ kind: 'busy', seconds: 17 }).ask();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '17']);
    expect(await answer.json()).toMatchObject({ code: 'too-many-requests' });
  });

  it('is no failure of the service when its client has left', async () => {
    expect((await service({ kind: 'left' }).ask()).status).toBe(503);
  });

  it('is charged to the client that asks', async () => {
    const { ask, asked } = service({ kind: 'busy', seconds: 1 });
    await ask();
    expect(asked).toEqual(['somebody']);
  });

  it('can be read by the page that asked, also when it is refused', async () => {
    const outcomes = [{ kind: 'busy', seconds: 1 }, { kind: 'limit', limit: 'time' }, { kind: 'left' }] as const;
    for (const outcome of outcomes) {
      expect((await service(outcome).ask()).headers.get('access-control-allow-origin')).toBe('*');
    }
  });
});

describe('a service on this machine', () => {
  const local = service({ kind: 'busy', seconds: 1 }, { local: true });

  it('lets no web page read what it answers', async () => {
    expect((await local.ask()).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('does not let a web page ask in the first place', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const answer = await local.app.request(PLACE, { method: 'OPTIONS', headers });
    const allowed = [...answer.headers.keys()].filter((name) => name.startsWith('access-control-'));
    expect([answer.status, allowed]).toEqual([204, []]);
  });
});
