import { matchesIdentity } from '@proofmark/credentials';
import type { UnsignedCredential } from '@proofmark/schemas';
import type { Recipient, RenewCredential } from '@proofmark/schemas/api';
import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from '../../store/database/pool.js';
import type { CredentialRecord } from '../../store/index.js';
import { crypto } from '../crypto.js';
import { judgeProof } from '../evidence/judge.fixture.js';
import { codeOf, good, type Issuing, makeTenant, startIssuing, type Tenant, testProcess } from '../issuing.fixture.js';
import { withHistory } from '../monitoring/credential-history.js';

let issuing: Issuing;
let acme: Tenant;
let globex: Tenant;
let work: LoopbackServer;
beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme', { evidencePolicy: { min: 1, pinned: 'required' }, validFor: 'P1Y' });
  globex = await makeTenant(issuing, 'globex');
  work = await loopbackServer((request, response) => {
    response.setHeader('content-type', 'application/pdf').end(`%PDF-1.7 ${request.url}`);
  });
});
afterAll(async () => {
  await work.close();
  await issuing.close();
});

const links = (path: string) => [{ url: `${work.origin}${path}` }];
const ADA: Recipient = { email: 'ada@example.org', name: 'Ada Lovelace' };
async function issue(recipient = ADA): Promise<CredentialRecord> {
  const input = { achievementId: acme.achievement.id, body: { recipient, evidence: links('/old.pdf') }, idempotencyKey: null };
  return good(await issuing.useCases.issueCredential({ actor: acme.actor, input })).credential;
}
const renew = (
  old: CredentialRecord,
  body: RenewCredential = { evidence: links('/new.pdf') },
  key: string | null = null,
  useCases = issuing.useCases,
) => useCases.renewCredential({ actor: acme.actor, input: { credentialId: old.id, body, idempotencyKey: key } });
const renewed = async (...args: Parameters<typeof renew>): Promise<CredentialRecord> => good(await renew(...args)).credential;
const badgeOf = ({ signed }: CredentialRecord): UnsignedCredential => JSON.parse(signed!.json);
const emailOf = ({ credentialSubject }: UnsignedCredential) =>
  credentialSubject.identifier!.find(({ identityType }) => identityType === 'emailAddress')!;
describe('renewing a badge', () => {
  it('issues a separate badge over new evidence to the same recipient', async () => {
    const old = await issue();
    const next = await renewed(old);
    const [before, after] = [badgeOf(old), badgeOf(next)];
    expect(after.id).not.toBe(before.id);
    expect(after.credentialStatus).not.toEqual(before.credentialStatus);
    expect(after.evidence?.map(({ id }) => id)).toEqual([`${work.origin}/new.pdf`]);
    expect(after.credentialSubject).toMatchObject({ id: before.credentialSubject.id, identifier: before.credentialSubject.identifier });
    expect(after).not.toHaveProperty('refreshService');
    expect(Date.parse(after.validUntil!) - Date.parse(after.validFrom)).toBeGreaterThan(364 * 86_400_000);
    const keys = await issuing.store.signingKeys.list(acme.issuer.id);
    expect(await judgeProof(after, acme.issuer.did, keys)).toEqual({ verified: true });
    expect(Buffer.compare(next.recipientLookup!, old.recipientLookup!)).toBe(0);
  });

  it('leaves the old badge unchanged and links the two badges to each other', async () => {
    const old = await issue();
    const next = await renewed(old);
    const kept = (await issuing.store.credentials.find(old.issuerId, old.id))!;
    expect([kept.signed, kept.revoked]).toEqual([old.signed, null]);
    expect((await withHistory(issuing.store, kept)).successorId).toBe(next.id);
    expect(next.predecessorId).toBe(old.id);
    const events = await issuing.store.events.list(old.issuerId, { after: null, type: 'credential.renewed', limit: 1000 });
    expect(events?.at(-1)).toMatchObject({ credentialId: old.id, data: { successorId: next.id } });
  });

  it('hashes an address that is given again with a new salt, and accepts another name', async () => {
    const old = await issue();
    const next = badgeOf(await renewed(old, { recipient: { email: ' ADA@example.org ', name: 'Ada King' }, evidence: links('/new.pdf') }));
    const [first, second] = [emailOf(badgeOf(old)), emailOf(next)];
    expect(second.salt).not.toBe(first.salt);
    expect(await matchesIdentity(second, 'ada@example.org', crypto)).toBe(true);
    expect(next.credentialSubject.identifier).toContainEqual({
      type: 'IdentityObject',
      hashed: false,
      identityType: 'name',
      identityHash: 'Ada King',
    });
    const kept = badgeOf(await renewed(await issue(), { recipient: { email: 'ada@example.org' }, evidence: links('/new.pdf') }));
    expect(JSON.stringify(kept.credentialSubject.identifier)).toContain('Ada Lovelace');
  });

  it('refuses another recipient than that of the old badge', async () => {
    const did = 'did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH';
    const [old, held] = [await issue(), await issue({ did })];
    const other = { email: 'eve@example.org' };
    for (const recipient of [other, { did }])
      expect(codeOf(await renew(old, { recipient, evidence: links('/x') }))).toBe('invalid-request');
    for (const recipient of [other, { did: `${did}x` }])
      expect(codeOf(await renew(held, { recipient, evidence: links('/x') }))).toBe('invalid-request');
    expect(badgeOf(await renewed(held, { evidence: links('/x') })).credentialSubject.id).toBe(did);
  });

  it('applies the evidence policy that the achievement has now', async () => {
    const old = await issue();
    expect(codeOf(await renew(old, {}))).toBe('evidence-required');
    const change = (changes: object) =>
      issuing.useCases.updateAchievement({ actor: acme.actor, input: { achievementId: acme.achievement.id, changes } });
    good(await change({ evidencePolicy: { min: 2, pinned: 'required' }, version: '2' }));
    expect(codeOf(await renew(old))).toBe('evidence-required');
    const next = await renewed(old, { evidence: [...links('/1'), ...links('/2')] });
    expect(badgeOf(next).credentialSubject.achievement.version).toBe('2');
    good(await change({ evidencePolicy: { min: 1, pinned: 'required' } }));
  });

  it('renews once for an idempotency key, also when the old badge has been renewed with it', async () => {
    const old = await issue();
    const first = good(await renew(old, undefined, 'renew-once'));
    const second = good(await renew(old, undefined, 'renew-once'));
    expect([first.replayed, second.replayed, second.credential.id]).toEqual([false, true, first.credential.id]);
    expect(codeOf(await renew(old, { evidence: links('/other') }, 'renew-once'))).toBe('idempotency-key-reused');
  });

  it('renews a badge once when several processes ask at the same time', async () => {
    const old = await issue();
    const pool = createPool(issuing.database.url);
    const other = testProcess(pool).useCases;
    const results = await Promise.all([renew(old), renew(old), renew(old, undefined, null, other), renew(old, undefined, null, other)]);
    await pool.end();
    expect(results.map(codeOf).sort()).toEqual(['conflict', 'conflict', 'conflict', 'ok']);
  });
});

describe('a badge that cannot be renewed', () => {
  it('names the successor of a badge that was renewed already', async () => {
    const old = await issue();
    const next = await renewed(old);
    expect(await renew(old)).toMatchObject({ ok: false, refusal: { code: 'conflict', detail: expect.stringContaining(next.id) } });
    expect(codeOf(await renew(next))).toBe('ok');
  });

  it('renews a badge again once its successor was revoked or erased', async () => {
    const old = await issue();
    const first = await renewed(old);
    await issuing.useCases.revokeCredential({ actor: acme.actor, input: { credentialId: first.id } });
    const second = await renewed(old);
    await issuing.useCases.eraseCredential({ actor: acme.actor, input: { credentialId: second.id } });
    const third = await renewed(old);
    expect((await withHistory(issuing.store, old)).successorId).toBe(third.id);
  });

  it('refuses a badge that was revoked, erased or belongs to another issuer', async () => {
    const [revoked, erased] = [await issue(), await issue()];
    await issuing.useCases.revokeCredential({ actor: acme.actor, input: { credentialId: revoked.id } });
    await issuing.useCases.eraseCredential({ actor: acme.actor, input: { credentialId: erased.id } });
    expect([codeOf(await renew(revoked)), codeOf(await renew(erased))]).toEqual(['conflict', 'conflict']);
    const theirs = await issuing.useCases.renewCredential({
      actor: globex.actor,
      input: { credentialId: (await issue()).id, body: { evidence: links('/x') }, idempotencyKey: null },
    });
    expect(codeOf(theirs)).toBe('not-found');
  });

  it('removes the links from and to a badge that is erased', async () => {
    const old = await issue();
    const next = await renewed(old);
    await issuing.useCases.eraseCredential({ actor: acme.actor, input: { credentialId: old.id } });
    const { rows } = await issuing.database.pool.query(
      `SELECT c.id FROM credential c WHERE c.predecessor_id = $1 UNION ALL SELECT e.id FROM api_event e WHERE e.credential_id = $1 AND e.data::text LIKE '%' || $2 || '%'`,
      [old.id, next.id],
    );
    expect(rows).toEqual([]);
  });
});
