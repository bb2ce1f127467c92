import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CredentialRecord } from '../../../store/index.js';
import { codeOf, good, type Issuing, listOf, makeTenant, startIssuing, type Tenant } from '../../issuing.fixture.js';

// The release before committed a badge first, and signed it then.

let issuing: Issuing;
let acme: Tenant;
beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
});
afterAll(() => issuing.close());

const issue = (key: string | null = null) =>
  issuing.useCases.issueCredential({
    actor: acme.actor,
    input: { achievementId: acme.achievement.id, body: { recipient: { email: 'ada@example.org' } }, idempotencyKey: key },
  });

/** As a process of the release before leaves a badge when it ends between its two commits. */
async function leaveUnsigned({ id, signed }: CredentialRecord): Promise<void> {
  const { proof: _, ...unsigned } = JSON.parse(signed!.json);
  await issuing.database.pool.query(
    `UPDATE credential SET unsigned = $2, signed_json = NULL, signed_jwt = NULL, detached_jwt = NULL, signed_at = NULL, tx = NULL WHERE id = $1`,
    [id, JSON.stringify(unsigned)],
  );
  await issuing.database.pool.query('DELETE FROM api_event WHERE credential_id = $1', [id]);
}

const list = async () => {
  return good(await issuing.useCases.listCredentials({ actor: acme.actor, input: listOf() })).credentials.map(({ id }) => id);
};

describe('a badge that the release before left unsigned', () => {
  it('is signed at the next start with the same Ed25519 bytes, and then listed and told of', async () => {
    const { credential } = good(await issue());
    await leaveUnsigned(credential);
    expect(await list()).not.toContain(credential.id);
    expect(await issuing.useCases.finishUnsigned()).toEqual({ signed: 1, errors: [] });
    const healed = await issuing.store.credentials.find(acme.issuer.id, credential.id);
    expect(healed!.signed!.json).toBe(credential.signed!.json);
    expect(await list()).toContain(credential.id);
    const events = await issuing.database.pool.query('SELECT type FROM api_event WHERE credential_id = $1', [credential.id]);
    expect(events.rows).toEqual([{ type: 'credential.issued' }]);
    expect(await issuing.useCases.finishUnsigned()).toEqual({ signed: 0, errors: [] });
  });

  it('is what its request gets when it is sent again after that start, and until then the request is in progress', async () => {
    const { credential } = good(await issue('cut-off'));
    await leaveUnsigned(credential);
    expect(codeOf(await issue('cut-off'))).toBe('request-in-progress');
    await issuing.useCases.finishUnsigned();
    const again = good(await issue('cut-off'));
    expect([again.replayed, again.credential.signed!.json]).toEqual([true, credential.signed!.json]);
  });

  it('does not exist for those who ask for it', async () => {
    const { credential } = good(await issue());
    await leaveUnsigned(credential);
    const revoked = await issuing.useCases.revokeCredential({ actor: acme.actor, input: { credentialId: credential.id } });
    expect(codeOf(revoked)).toBe('not-found');
    await issuing.useCases.finishUnsigned();
  });

  it('is signed with the present key where the private half of its own is gone', async () => {
    const { credential } = good(await issue());
    await leaveUnsigned(credential);
    const key = good(
      await issuing.useCases.rotateSigningKey({ actor: acme.actor, input: { issuerId: acme.issuer.id, algorithm: 'Ed25519' } }),
    );
    expect(await issuing.useCases.finishUnsigned()).toEqual({ signed: 1, errors: [] });
    const healed = (await issuing.store.credentials.find(acme.issuer.id, credential.id))!;
    expect(healed.dataIntegrityKey).toBe(key.id);
    expect(JSON.parse(healed.signed!.json).proof.verificationMethod).toBe(key.verificationMethod);
  });
});
