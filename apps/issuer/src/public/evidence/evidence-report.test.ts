import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BADGE_ID } from '../badge/badge.fixture.js';
import { ISSUER_ID, type PublicService, publicService, UNSIGNED_ID } from '../public-routes.fixture.js';

// Spaces and letters beyond ASCII: only the stored bytes themselves have the digest that the badge names.
const BODY = '{\n  "type": "ProofmarkEvidenceReport", "items": ["ä – 日本"]}\n';
let service: PublicService;
beforeAll(async () => {
  service = await publicService();
});
afterAll(() => service.database.close());

const path = (id: string): string => `/credentials/${id}/evidence-report`;

describe('GET /credentials/{id}/evidence-report', () => {
  it('is 404 before there is one, for no badge, and for a badge that was never handed out', async () => {
    for (const id of [BADGE_ID, UNSIGNED_ID, '01981f2a-7c3e-7b52-9d41-000000000000', 'nonsense'])
      expect((await service.get(path(id))).status).toBe(404);
  });

  it('answers the stored bytes to every origin, whatever is asked for', async () => {
    const { pool } = service.database;
    await pool.query('INSERT INTO evidence_report (issuer_id, credential_id, body) VALUES ($1, $2, $3)', [ISSUER_ID, BADGE_ID, BODY]);
    for (const accept of ['application/json', 'text/html,*/*;q=0.1', '*/*']) {
      const answer = await service.get(path(BADGE_ID), { accept });
      expect(answer.status).toBe(200);
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(BODY));
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'application/json',
        'access-control-allow-origin': '*',
        'cache-control': 'public, max-age=300',
        'x-content-type-options': 'nosniff',
      });
      const again = await service.get(path(BADGE_ID), { accept, 'if-none-match': answer.headers.get('etag') ?? '' });
      expect(again.status).toBe(304);
    }
    expect((await service.get(path(BADGE_ID), {}, 'POST')).status).toBe(405);
  });
});
