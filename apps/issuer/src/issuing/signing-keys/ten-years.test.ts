import { gzipSync } from 'node:zlib';
import { nodePorts } from '@proofmark/platform/node';
import type { DocumentSource } from '@proofmark/verifying';
import { verify } from '@proofmark/verifying';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { memoryMarks } from '../../place-marks/memory-marks.fixture.js';
import { type IssuingService, startIssuingService } from '../../public/issuing-service.fixture.js';
import { BASE, good, makeTenant, type Tenant } from '../issuing.fixture.js';
import { statusPlaces } from '../status-lists/places.js';

const MONTHS = 120;
const START = Date.parse('2017-01-15T09:00:00Z');

let service: IssuingService;
let acme: Tenant;
const badges: { readonly json: string; readonly jwt: string }[] = [];

// An issuer that rotates both keys every month, for ten years, and issues each month.
beforeAll(async () => {
  service = await startIssuingService();
  acme = await makeTenant(service, 'acme');
  const date = new Date(START);
  const clock = { now: () => new Date(date) };
  const cases = service.with({ clock, places: statusPlaces({ ...service.foundation, clock, marks: memoryMarks() }) });
  for (let month = 0; month <= MONTHS; month++) {
    date.setUTCMonth(date.getUTCMonth() + 1);
    const body = { recipient: { email: `person-${month}@example.org` } };
    const input = { achievementId: acme.achievement.id, body, idempotencyKey: null };
    badges.push(good(await cases.issueCredential({ actor: acme.actor, input })).credential.signed!);
    for (const algorithm of ['Ed25519', 'ES256'] as const) {
      good(await cases.rotateSigningKey({ actor: acme.actor, input: { issuerId: acme.issuer.id, algorithm } }));
    }
  }
});
afterAll(() => service.close());

const documents: DocumentSource = {
  async fetch({ url, maxBytes }) {
    const answer = await service.app.request(url);
    const body = new Uint8Array(await answer.arrayBuffer());
    if (body.length > maxBytes) return { ok: false, url, code: 'too-large' };
    const type = answer.headers.get('content-type') ?? '';
    return answer.ok
      ? { ok: true, url, status: 200, mediaType: type, etag: null, body }
      : { ok: false, url, code: 'http-status', status: answer.status };
  },
};

it('still has its oldest and its newest badges verified by the document that it publishes', async () => {
  const ports = nodePorts({ documents });
  for (const badge of [badges[0], badges[MONTHS / 2], badges[MONTHS]]) {
    for (const text of [badge!.json, badge!.jwt]) {
      expect((await verify({ text }, ports, { at: Date.parse('2027-06-01T00:00:00Z') })).verdict).toBe('genuine-issuer-unknown');
    }
  }
  await ports.close();
});

it('publishes every key that signed something, in documents far below what verifiers fetch', async () => {
  const text = async (path: string): Promise<string> => (await service.app.request(`${BASE}${path}`)).text();
  const document = await text('/issuers/acme/did.json');
  const { verificationMethod } = JSON.parse(document) as { readonly verificationMethod: readonly { readonly id: string }[] };
  const absolute = verificationMethod.filter(({ id }) => id.startsWith('did:'));
  // Each month's two keys, and the two that are active now.
  expect(absolute).toHaveLength(2 * (MONTHS + 2));
  // Verifiers of earlier versions read no more than 500 entries.
  expect(verificationMethod.length).toBeLessThanOrEqual(500);
  expect(document.length).toBeLessThan(300_000);
  expect(gzipSync(document).length).toBeLessThan(60_000);
  const set = JSON.parse(await text('/issuers/acme/jwks.json')) as { readonly keys: readonly object[] };
  expect(set.keys).toHaveLength(2 * (MONTHS + 2));
});

it('publishes only the latest of very many revoked keys', async () => {
  await service.database.pool.query(
    `INSERT INTO signing_key (issuer_id, id, algorithm, public_jwk, verification_method, retired_at, used_at, revoked_at)
     SELECT $1, 'k' || n, 'Ed25519', k.public_jwk, $2 || '#k' || n, now(), now(), now() - n * interval '1 minute'
     FROM generate_series(1, 1000) n, (SELECT public_jwk FROM signing_key WHERE issuer_id = $1 AND algorithm = 'Ed25519' LIMIT 1) k`,
    [acme.issuer.id, acme.issuer.did],
  );
  const text = await (await service.app.request(`${BASE}/issuers/acme/did.json`)).text();
  expect(text.split('"revoked":')).toHaveLength(401);
  expect(text).toContain('#k400"');
  expect(text).not.toContain('#k401"');
  expect(text.length).toBeLessThan(500_000);
});

it('does not publish keys that signed nothing', async () => {
  const date = new Date('2040-01-01T00:00:00Z');
  const clock = { now: () => new Date(date) };
  const cases = service.with({ clock, places: statusPlaces({ ...service.foundation, clock, marks: memoryMarks() }) });
  const count = async (): Promise<number> =>
    (await (await service.app.request(`${BASE}/issuers/acme/did.json`)).text()).split('"Multikey"').length;
  const before = await count();
  for (let hour = 0; hour < 24; hour++) {
    date.setUTCHours(date.getUTCHours() + 1);
    good(await cases.rotateSigningKey({ actor: acme.actor, input: { issuerId: acme.issuer.id, algorithm: 'Ed25519' } }));
  }
  expect(await count()).toBe(before);
});
