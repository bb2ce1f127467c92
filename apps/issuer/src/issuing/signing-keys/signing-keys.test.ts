import type { SigningAlgorithm } from '@proofmark/schemas/api';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CredentialRecord, SigningKeyRecord } from '../../store/index.js';
import { allPages, codeOf, good, type Issuing, makeTenant, startIssuing, type Tenant, testProcess } from '../issuing.fixture.js';
import type { UseCases } from '../use-cases.js';

// T20: keys that are replaced or revoked, and their private halves.

let issuing: Issuing;
let acme: Tenant;
let now: Date;
let cases: UseCases;
let tenants = 0;

beforeAll(async () => {
  issuing = await startIssuing();
});
afterAll(() => issuing.close());
beforeEach(async () => {
  tenants += 1;
  acme = await makeTenant(issuing, `acme-${tenants}`);
  now = new Date();
  cases = issuing.with({ clock: { now: () => now } });
});

const HOUR = 3_600_000;
const later = (milliseconds: number): void => {
  now = new Date(now.getTime() + milliseconds);
};
const rotate = (algorithm: SigningAlgorithm = 'Ed25519') =>
  cases.rotateSigningKey({ actor: acme.actor, input: { issuerId: acme.issuer.id, algorithm } });
const revoke = (key: Pick<SigningKeyRecord, 'id'>, more: { reason?: string; revokedAt?: string } = {}) =>
  cases.revokeSigningKey({ actor: acme.actor, input: { issuerId: acme.issuer.id, keyId: key.id, ...more } });
const keysNow = () => issuing.store.signingKeys.list(acme.issuer.id);
const active = async (algorithm: SigningAlgorithm = 'Ed25519'): Promise<SigningKeyRecord> => {
  const key = await issuing.store.signingKeys.active(acme.issuer.id, algorithm);
  if (key === null) throw new Error('the issuer has no active key');
  return key;
};
const held = async (): Promise<readonly string[]> => (await allPages(issuing.foundation.keys.held())).map(({ id }) => id);
let people = 0;
async function issue(by: UseCases = cases): Promise<CredentialRecord> {
  people += 1;
  const body = { recipient: { email: `person-${people}@example.org` } };
  const input = { achievementId: acme.achievement.id, body, idempotencyKey: null };
  return good(await by.issueCredential({ actor: acme.actor, input })).credential;
}
const methodOf = (text: string): string => JSON.parse(text).proof.verificationMethod;
async function lists(): Promise<readonly string[]> {
  const { rows } = await issuing.database.pool.query('SELECT body FROM status_list_document WHERE issuer_id = $1', [acme.issuer.id]);
  return rows.map(({ body }) => methodOf(body));
}

describe('rotating a signing key', () => {
  it.each(['Ed25519', 'ES256'] as const)('makes a new %s key and destroys the private half of the old one', async (algorithm) => {
    const old = await active(algorithm);
    const fresh = good(await rotate(algorithm));
    expect((await active(algorithm)).id).toBe(fresh.id);
    expect((await held()).includes(old.id)).toBe(false);
    expect(await held()).toContain(fresh.id);
    await issue();
  });

  it.each([1, 24])('may happen again at once, and then once an hour, after the clock was set back by %i hours', async (hours) => {
    good(await rotate());
    later(-hours * HOUR);
    const fresh = good(await rotate());
    expect((await active()).id).toBe(fresh.id);
    await issue();
    expect(await rotate()).toMatchObject({ ok: false, refusal: { code: 'too-many-requests', retryAfter: 3600 } });
    later(HOUR);
    good(await rotate());
  });

  it('happens once an hour for each algorithm, and says when it may happen again', async () => {
    good(await rotate());
    later(HOUR - 90_000);
    const refused = await rotate();
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'too-many-requests', retryAfter: 90 } });
    good(await rotate('ES256'));
    later(90_000);
    good(await rotate());
  });

  it('happens at once when the private half of the active key is lost', async () => {
    good(await rotate());
    await issuing.foundation.keys.destroy(await active());
    good(await rotate());
    await issue();
  });

  it('happens at once when the private half of the active key does not open', async () => {
    good(await rotate());
    const damaged = await active();
    await issuing.database.pool.query(`UPDATE sealed_key SET sealed = '{}' WHERE id = $1`, [damaged.id]);
    const fresh = testProcess(issuing.database.pool);
    const issuance = {
      actor: acme.actor,
      input: { achievementId: acme.achievement.id, body: { recipient: { email: 'a@example.org' } }, idempotencyKey: null },
    };
    await expect(fresh.useCases.issueCredential(issuance)).rejects.toMatchObject({ name: 'KeyUnusable', why: 'unreadable' });
    good(await fresh.useCases.rotateSigningKey({ actor: acme.actor, input: { issuerId: acme.issuer.id, algorithm: 'Ed25519' } }));
    good(await fresh.useCases.issueCredential(issuance));
    await fresh.close();
  });

  it('is refused when an issuer publishes as many keys as verifiers read', async () => {
    await issuing.database.pool.query(
      `INSERT INTO signing_key (issuer_id, id, algorithm, public_jwk, verification_method, retired_at, used_at)
       SELECT $1, 'k' || n, 'Ed25519', '{}', $2 || '#k' || n, now() - interval '1 day', now() FROM generate_series(1, 500) n`,
      [acme.issuer.id, acme.issuer.did],
    );
    expect(codeOf(await rotate())).toBe('conflict');
    good(await revoke(await active()));
  });

  it('dates the end of a key after what another process dated with it', async () => {
    const ahead = issuing.with({ clock: { now: () => new Date(now.getTime() + 5000) } });
    const credential = await issue(ahead);
    const old = await active();
    good(await rotate());
    const retired = (await keysNow()).find(({ id }) => id === old.id);
    const { created } = JSON.parse(credential.signed!.json).proof;
    expect(retired!.retiredAt!.getTime()).toBeGreaterThanOrEqual(Date.parse(created));
  });

  it('never leaves a badge without a signature or signed after the end of its key, while badges are issued', async () => {
    const real = issuing.useCases;
    const issued: CredentialRecord[] = [];
    const lane = async (): Promise<void> => {
      for (let i = 0; i < 12; i++) issued.push(await issue(real));
    };
    const rotating = async (): Promise<void> => {
      for (const algorithm of ['Ed25519', 'ES256'] as const) {
        good(await real.rotateSigningKey({ actor: acme.actor, input: { issuerId: acme.issuer.id, algorithm } }));
      }
      good(await real.revokeSigningKey({ actor: acme.actor, input: { issuerId: acme.issuer.id, keyId: (await active()).id } }));
    };
    await Promise.all([lane(), lane(), lane(), rotating()]);
    expect(issued).toHaveLength(36);
    const ends = new Map((await keysNow()).map((key) => [key.verificationMethod, key.retiredAt]));
    for (const { signed } of issued) {
      const { created, verificationMethod } = JSON.parse(signed!.json).proof;
      const end = ends.get(verificationMethod);
      expect(end === null || (end !== undefined && Date.parse(created) <= end.getTime())).toBe(true);
    }
  });
});

describe('revoking a signing key', () => {
  it('replaces an active key at once, also within an hour of a rotation, and destroys its private half', async () => {
    good(await rotate());
    const stolen = await active();
    const revoked = good(await revoke(stolen, { reason: 'A laptop was stolen.' }));
    expect(revoked).toMatchObject({ id: stolen.id, revokedAt: now, retiredAt: now, revocationReason: 'A laptop was stolen.' });
    expect((await active()).id).not.toBe(stolen.id);
    expect(await held()).not.toContain(stolen.id);
    await issue();
  });

  it('makes no other key when the key was retired before', async () => {
    const old = await active();
    await issue();
    good(await rotate());
    const present = await active();
    good(await revoke(old));
    expect((await active()).id).toBe(present.id);
    expect(await keysNow()).toHaveLength(3);
  });

  it('keeps the first time and reason when it is asked again', async () => {
    const stolen = await active();
    const first = good(await revoke(stolen, { reason: 'stolen' }));
    later(HOUR);
    const again = good(await revoke(stolen, { reason: 'another', revokedAt: '2020-01-01T00:00:00Z' }));
    expect([again.revokedAt, again.revocationReason]).toEqual([first.revokedAt, 'stolen']);
    expect((await keysNow()).filter(({ algorithm }) => algorithm === 'Ed25519')).toHaveLength(2);
  });

  it('takes an earlier time, and no later one', async () => {
    const revokedAt = '2026-01-02T03:04:05Z';
    expect(good(await revoke(await active(), { revokedAt })).revokedAt).toEqual(new Date(revokedAt));
    const refused = await revoke(await active(), { revokedAt: new Date(now.getTime() + 1000).toISOString() });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'invalid-request', errors: [{ pointer: '/revokedAt' }] } });
  });

  it('answers that there is no such key, for another issuer too', async () => {
    const other = await makeTenant(issuing, `other-${tenants}`);
    const [theirs] = await issuing.store.signingKeys.list(other.issuer.id);
    expect(codeOf(await revoke(theirs!))).toBe('not-found');
    expect(codeOf(await revoke({ id: 'A'.repeat(43) }))).toBe('not-found');
  });

  it('signs the status lists and the domain linkages anew', async () => {
    await issue();
    const origin = 'https://acme.example';
    const linked = good(await cases.linkDomain({ actor: acme.actor, input: { issuerId: acme.issuer.id, origin } })).domain;
    for (const algorithm of ['Ed25519', 'ES256'] as const) good(await revoke(await active(algorithm)));
    expect(await lists()).toEqual([(await active()).verificationMethod]);
    const [domain] = await issuing.store.domains.list(acme.issuer.id);
    const kid = (token: string): string => JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()).kid;
    expect(kid(domain!.credential)).toBe((await active('ES256')).verificationMethod);
    expect(domain!.credential).not.toBe(linked.credential);
  });

  it('is bounded too, so that nobody fills the published documents', async () => {
    for (let i = 0; i < 20; i++) good(await revoke(await active()));
    expect(await revoke(await active())).toMatchObject({ ok: false, refusal: { code: 'too-many-requests', retryAfter: 86_400 } });
    later(24 * HOUR);
    good(await revoke(await active()));
  });
});

describe('a start after a kill', () => {
  const tidy = () => cases.tidyKeys();
  const keys = () => issuing.foundation.keys;

  it('keeps the new key of a rotation or revocation that was cut off after its commit, with which the old one has gone', async () => {
    const store = keys();
    const killed = issuing.with({ keys: { ...store, keep: () => Promise.reject(new Error('killed')) }, clock: { now: () => now } });
    const { id: issuerId } = acme.issuer;
    for (const cut of [
      () => killed.rotateSigningKey({ actor: acme.actor, input: { issuerId, algorithm: 'Ed25519' } }),
      async () => killed.revokeSigningKey({ actor: acme.actor, input: { issuerId, keyId: (await active()).id } }),
    ]) {
      const old = await active();
      await expect(cut()).rejects.toThrow('killed');
      const fresh = await active();
      expect(await held()).toContain(fresh.id);
      expect(await held()).not.toContain(old.id);
      later(2 * HOUR);
      await tidy();
      expect(await held()).toContain(fresh.id);
      await issue();
    }
  });

  it('signs anew what a revoked key signed', async () => {
    await issue();
    const stolen = await active();
    await issuing.store.transaction(async (tx) => {
      await tx.signingKeys.revoke(acme.issuer.id, stolen.id, { at: now, reason: null, now });
    });
    good(await rotate());
    expect(await lists()).toEqual([stolen.verificationMethod]);
    const { errors } = await tidy();
    expect(errors).toEqual([]);
    expect(await lists()).toEqual([(await active()).verificationMethod]);
  });
});
