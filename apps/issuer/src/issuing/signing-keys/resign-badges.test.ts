import type { JsonObject } from '@proofmark/schemas';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CredentialRecord } from '../../store/index.js';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';

// T20: the badges of a revoked key are signed again.

let issuing: Issuing;
let acme: Tenant;
let tenants = 0;
beforeAll(async () => {
  issuing = await startIssuing();
});
afterAll(() => issuing.close());
beforeEach(async () => {
  tenants += 1;
  acme = await makeTenant(issuing, `acme-${tenants}`);
});

async function issue(count = 1): Promise<readonly CredentialRecord[]> {
  const made: CredentialRecord[] = [];
  for (let n = 0; n < count; n += 1) {
    const body = { recipient: { email: `person-${n}@example.org` } };
    const input = { achievementId: acme.achievement.id, body, idempotencyKey: null };
    made.push(good(await issuing.useCases.issueCredential({ actor: acme.actor, input })).credential);
  }
  return made;
}
const active = async (algorithm: 'Ed25519' | 'ES256') => (await issuing.store.signingKeys.active(acme.issuer.id, algorithm))!;
async function revoke(algorithm: 'Ed25519' | 'ES256') {
  const { id: keyId } = await active(algorithm);
  return good(await issuing.useCases.revokeSigningKey({ actor: acme.actor, input: { issuerId: acme.issuer.id, keyId } }));
}
const stored = async ({ id }: CredentialRecord) => (await issuing.store.credentials.find(acme.issuer.id, id))!;
const query = async (sql: string, ...values: readonly unknown[]) => (await issuing.database.pool.query(sql, [...values])).rows;
const resignedEvents = async () =>
  (await query("SELECT credential_id FROM api_event WHERE issuer_id = $1 AND type = 'credential.resigned'", acme.issuer.id)).map(
    ({ credential_id }) => credential_id,
  );
const withoutProof = (json: string): JsonObject => {
  const { proof: _, ...rest } = JSON.parse(json) as JsonObject;
  return rest as JsonObject;
};
const methodOf = (json: string) => (JSON.parse(json) as { proof: { verificationMethod: string } }).proof.verificationMethod;
const kidOf = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[0] ?? '', 'base64url').toString()).kid as string;

describe('the badges of a revoked key', () => {
  it('get a new proof by its successor and the same token, when the Ed25519 key was revoked', async () => {
    const [badge] = await issue();
    const key = await revoke('Ed25519');
    expect(key.badgesToSignAgain).toBe(1);
    await issuing.useCases.resignBadges();
    const now = await stored(badge!);
    const successor = await active('Ed25519');
    expect([methodOf(now.signed!.json), now.dataIntegrityKey]).toEqual([successor.verificationMethod, successor.id]);
    expect(now.signed!.jwt).toBe(badge!.signed!.jwt);
    expect(withoutProof(now.signed!.json)).toEqual(withoutProof(badge!.signed!.json));
    expect([now.statusListId, now.statusIndex]).toEqual([badge!.statusListId, badge!.statusIndex]);
    expect(await resignedEvents()).toEqual([badge!.id]);
  });

  it('get a new token and keep their proof, when the ES256 key was revoked', async () => {
    const [badge] = await issue();
    await revoke('ES256');
    await issuing.useCases.resignBadges();
    const now = await stored(badge!);
    expect(kidOf(now.signed!.jwt)).toBe((await active('ES256')).verificationMethod);
    expect(now.signed!.json).toBe(badge!.signed!.json);
    expect(now.signed!.jwt.split('.')[1]).toBe(badge!.signed!.jwt.split('.')[1]);
  });

  it('are signed in batches, each once, also when a run ends in between', async () => {
    const badges = await issue(205);
    await revoke('Ed25519');
    const ending = new AbortController();
    const { resignings } = issuing.store;
    const left = async () => [...(await resignings.left(acme.issuer.id)).values()][0];
    expect(await left()).toBe(205);
    const once = issuing.with({
      store: {
        ...issuing.store,
        async transaction(work) {
          const answer = await issuing.store.transaction(work);
          ending.abort();
          return answer;
        },
      },
    });
    await once.resignBadges(ending.signal);
    expect([await left(), (await resignedEvents()).length]).toEqual([105, 100]);
    await Promise.all([issuing.useCases.resignBadges(), issuing.useCases.resignBadges()]);
    await issuing.useCases.resignBadges();
    expect(await left()).toBe(0);
    expect([...(await resignedEvents())].sort()).toEqual(badges.map(({ id }) => id).sort());
  });

  it('stay as they are when a batch fails', async () => {
    const [badge] = await issue();
    await revoke('Ed25519');
    const failing = issuing.with({ keys: { ...issuing.foundation.keys, signer: async () => 'lost' } });
    await expect(failing.resignBadges()).rejects.toThrow();
    expect((await stored(badge!)).signed).toEqual(badge!.signed);
    await issuing.useCases.resignBadges();
    expect(methodOf((await stored(badge!)).signed!.json)).toBe((await active('Ed25519')).verificationMethod);
  });

  it('stay withdrawn, and an erased one stays erased', async () => {
    const [withdrawn, erased] = await issue(2);
    good(await issuing.useCases.revokeCredential({ actor: acme.actor, input: { credentialId: withdrawn!.id, reason: 'no' } }));
    good(await issuing.useCases.eraseCredential({ actor: acme.actor, input: { credentialId: erased!.id } }));
    expect((await revoke('Ed25519')).badgesToSignAgain).toBe(1);
    await issuing.useCases.resignBadges();
    expect((await stored(withdrawn!)).revoked).not.toBeNull();
    expect((await stored(erased!)).signed).toBeNull();
    expect(await resignedEvents()).toEqual([withdrawn!.id]);
  });

  it('of an earlier release, whose token is stored whole, are signed again too', async () => {
    const [badge] = await issue();
    await query('UPDATE credential SET signed_jwt = $2, detached_jwt = NULL WHERE id = $1', badge!.id, badge!.signed!.jwt);
    await revoke('Ed25519');
    await issuing.useCases.resignBadges();
    expect((await stored(badge!)).signed!.jwt).toBe(badge!.signed!.jwt);
  });

  it('of a key that an earlier release revoked are signed again as well', async () => {
    const [badge] = await issue();
    await revoke('Ed25519');
    await query('DELETE FROM resigning WHERE issuer_id = $1', acme.issuer.id);
    await issuing.useCases.resignBadges();
    expect(await resignedEvents()).toEqual([badge!.id]);
  });

  it('say the same to the record as before', async () => {
    const [badge] = await issue();
    await issuing.useCases.recordIssued();
    const before = await query('SELECT record_salt FROM credential WHERE id = $1', badge!.id);
    await revoke('Ed25519');
    await issuing.useCases.resignBadges();
    expect(await query('SELECT record_salt FROM credential WHERE id = $1', badge!.id)).toEqual(before);
  });
});
