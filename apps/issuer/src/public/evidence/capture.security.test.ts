import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BADGE_ID } from '../badge/badge.fixture.js';
import { ISSUER_ID, type PublicService, publicService, UNSIGNED_ID } from '../public-routes.fixture.js';

// T13: somebody else's work, on our host.
let service: PublicService;
const TYPES = ['text/html', 'image/png', 'application/pdf', 'text/plain', 'application/octet-stream'];
beforeAll(async () => {
  service = await publicService();
  const text = 'INSERT INTO capture (issuer_id, credential_id, n, media_type, bytes, created_at) VALUES ($1, $2, $3, $4, $5, now())';
  for (const [at, type] of TYPES.entries())
    await service.database.pool.query(text, [ISSUER_ID, BADGE_ID, at + 1, type, Buffer.from('<script>alert(1)</script>')]);
  await service.database.pool.query(text, [ISSUER_ID, UNSIGNED_ID, 1, 'text/html', Buffer.from('x')]);
});
afterAll(() => service.database.close());

describe('GET /credentials/{id}/captures/{n}', () => {
  it.each(TYPES.map((type, at) => [type, at + 1] as const))(
    'serves %s so that nothing in it runs, loads, or sees a cookie',
    async (type, n) => {
      const answer = await service.get(`/credentials/${BADGE_ID}/captures/${n}`);
      expect(answer.status).toBe(200);
      const { 'content-security-policy': policy = '', ...headers } = Object.fromEntries(answer.headers);
      expect(policy).toBe(
        "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(headers['content-type']?.split(';')[0]).toBe(type);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-robots-tag': 'noindex, nofollow, noarchive',
        'access-control-allow-origin': '*',
        'referrer-policy': 'no-referrer',
        'cache-control': 'public, max-age=300',
      });
      expect(headers['content-disposition']).toMatch(/pdf|octet/.test(type) ? /^attachment; filename="copy-/ : /^inline$/);
      expect(headers).not.toHaveProperty('set-cookie');
      expect(headers.etag).toBeTruthy();
    },
  );

  it.each([
    `${BADGE_ID}/captures/6`,
    `${BADGE_ID}/captures/0`,
    `${BADGE_ID}/captures/1e0`,
    `${BADGE_ID}/captures/100`,
    `${UNSIGNED_ID}/captures/1`,
    'x/captures/1',
  ])('is not there: %s', async (path) => {
    expect((await service.get(`/credentials/${path}`)).status).toBe(404);
  });
});
