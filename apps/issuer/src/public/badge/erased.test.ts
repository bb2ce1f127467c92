import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PublicService, publicService } from '../public-routes.fixture.js';
import { BADGE_ID, BASE } from './badge.fixture.js';

let service: PublicService;
beforeAll(async () => {
  service = await publicService();
  await service.database.pool.query(
    `UPDATE credential SET erased_at = now(), unsigned = '', signed_json = NULL, signed_jwt = NULL, evidence_findings = '[]' WHERE id = $1`,
    [BADGE_ID],
  );
});
afterAll(() => service.database.close());

const PATHS = [
  '',
  '.html',
  '.json',
  '.jsonld',
  '.jwt',
  '.png',
  '.svg',
  '/status',
  '/evidence-report',
  '/captures/1',
  '/work-log',
  `/endorsements/${BADGE_ID}`,
].map((rest) => `/credentials/${BADGE_ID}${rest}`);

describe('a badge that was erased', () => {
  it.each([...PATHS, `/oembed?url=${encodeURIComponent(`${BASE}/credentials/${BADGE_ID}`)}`])('is gone: %s', async (path) => {
    const program = await service.get(path, { accept: 'application/json' });
    expect([program.status, program.headers.get('content-type')]).toEqual([410, 'application/problem+json']);
    expect(await program.json()).toMatchObject({ code: 'gone', type: `${BASE}/problems/gone` });
    const person = await service.get(path, { accept: 'text/html' });
    expect([person.status, person.headers.get('content-type')]).toEqual([410, 'text/html; charset=utf-8']);
    const page = await person.text();
    expect(page).toContain('It was erased, with all that it said about a person.');
    expect(page).not.toMatch(/Ada|Web API design/);
    for (const answer of [program, person]) {
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    }
  });

  it('is told apart from one that never was', async () => {
    expect((await service.get(`/credentials/${BADGE_ID.replace(/.$/, 'f')}`)).status).toBe(404);
  });
});
