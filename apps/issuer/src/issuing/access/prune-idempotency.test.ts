import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';

let issuing: Issuing;
let acme: Tenant;
beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
});
afterAll(() => issuing.close());

const issue = (key: string, narrative = 'the same') => {
  const body = { recipient: { email: 'ada@example.org' }, narrative };
  return issuing.useCases.issueCredential({
    actor: acme.actor,
    input: { achievementId: acme.achievement.id, body, idempotencyKey: key },
  });
};
const age = (key: string, by: string) =>
  issuing.database.pool.query('UPDATE idempotency SET created_at = created_at - $2::interval WHERE key = $1', [key, by]);

describe('an idempotency key', () => {
  it('answers with its badge for 24 hours', async () => {
    const first = good(await issue('a-day'));
    await age('a-day', '23 hours 59 minutes');
    expect(await issuing.useCases.pruneIdempotency()).toBe(0);
    const again = good(await issue('a-day'));
    expect([again.replayed, again.credential.id]).toEqual([true, first.credential.id]);
    expect(codeOf(await issue('a-day', 'another'))).toBe('idempotency-key-reused');
  });

  it('begins a new request after that', async () => {
    const first = good(await issue('old'));
    await age('old', '24 hours 1 second');
    expect(await issuing.useCases.pruneIdempotency()).toBe(1);
    const next = good(await issue('old', 'another'));
    expect(next.replayed).toBe(false);
    expect(next.credential.id).not.toBe(first.credential.id);
  });

  it('expires 24 hours after an abandoned claim on it was taken over', async () => {
    const claim = {
      issuerId: acme.issuer.id,
      owner: acme.issuer.id,
      key: 'abandoned',
      requestHash: new Uint8Array(32),
      holder: acme.issuer.id,
    };
    await issuing.store.idempotency.claim(claim, 0);
    await age('abandoned', '23 hours 59 minutes');
    const made = good(await issue('abandoned'));
    await age('abandoned', '2 hours');
    expect(await issuing.useCases.pruneIdempotency()).toBe(0);
    expect(good(await issue('abandoned')).credential.id).toBe(made.credential.id);
  });

  it('is deleted in batches', async () => {
    await issuing.database.pool.query(
      `INSERT INTO idempotency (issuer_id, owner, key, request_hash, holder, lease_until, created_at)
       SELECT i.id, gen_random_uuid(), n::text, '', gen_random_uuid(), now(), now() - interval '2 days' FROM generate_series(1, 2500) n, issuer i`,
    );
    expect(await issuing.useCases.pruneIdempotency()).toBe(2500);
    expect(await issuing.useCases.pruneIdempotency()).toBe(0);
  });

  it('is not deleted by a process that is about to stop', async () => {
    await issue('stopping');
    await age('stopping', '2 days');
    expect(await issuing.useCases.pruneIdempotency(AbortSignal.abort())).toBe(0);
    expect(await issuing.useCases.pruneIdempotency()).toBe(1);
  });
});
