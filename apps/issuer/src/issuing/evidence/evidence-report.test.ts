import { createHash } from 'node:crypto';
import { checkDigestSRI } from '@proofmark/evidence';
import { checkSchema, type UnsignedCredential } from '@proofmark/schemas';
import type { EvidenceReportDocument } from '@proofmark/schemas/evidence';
import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CredentialRecord } from '../../store/index.js';
import { BASE, good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import { judgeProof } from './judge.fixture.js';

describe('the evidence report of a badge', () => {
  let issuing: Issuing;
  let acme: Tenant;
  let work: LoopbackServer;
  beforeAll(async () => {
    issuing = await startIssuing();
    acme = await makeTenant(issuing, 'acme');
    work = await loopbackServer((_request, response) => response.setHeader('content-type', 'application/pdf').end('%PDF-1.7'));
  });
  afterAll(async () => {
    await work.close();
    await issuing.close();
  });

  async function issue(evidence: readonly { url: string; name?: string }[]): Promise<CredentialRecord> {
    const body = { recipient: { email: 'ada@example.org', name: 'Ada' }, author: { emails: ['ada@work.example'] }, evidence };
    const input = { achievementId: acme.achievement.id, body, idempotencyKey: null };
    return good(await issuing.useCases.issueCredential({ actor: acme.actor, input })).credential;
  }

  async function stored(id: string): Promise<string | undefined> {
    const { rows } = await issuing.database.pool.query('SELECT body FROM evidence_report WHERE credential_id = $1', [id]);
    return rows[0]?.body;
  }

  it('is stored with the badge and bound to it by the digest of its bytes', async () => {
    const credential = await issue([{ url: `${work.origin}/report.pdf`, name: 'Report' }]);
    const badge = JSON.parse(credential.signed?.json ?? '') as UnsignedCredential;
    const body = (await stored(credential.id)) ?? '';
    const [resource, ...more] = badge.relatedResource ?? [];
    expect(more).toEqual([]);
    expect(resource).toMatchObject({ id: `${BASE}/credentials/${credential.id}/evidence-report`, mediaType: 'application/json' });
    const actual = { algorithm: 'SHA-384', bytes: createHash('sha384').update(body).digest() } as const;
    expect(checkDigestSRI(resource?.digestSRI ?? '', actual)).toBe('matches');
    const report = JSON.parse(body) as EvidenceReportDocument;
    expect(report).toMatchObject({ type: 'ProofmarkEvidenceReport', credential: badge.id, log: `${badge.id}/work-log` });
    expect(report.items).toMatchObject([{ id: `${work.origin}/report.pdf`, kind: 'document', pin: 'digest', size: 8 }]);
    expect(Date.now() - Date.parse(report.madeAt)).toBeLessThan(60_000);
  });

  it('leaves the badge acceptable to other verifiers', async () => {
    const credential = await issue([{ url: `${work.origin}/report.pdf` }]);
    const badge = JSON.parse(credential.signed?.json ?? '');
    const keys = await issuing.store.signingKeys.list(acme.issuer.id);
    expect(await judgeProof(badge, acme.issuer.did, keys)).toEqual({ verified: true });
    expect(checkSchema(JSON.parse(credential.signed!.json), 'AchievementCredential', 'issue').violations).toEqual([]);
  });

  it('contains no address of the recipient', async () => {
    const { id } = await issue([{ url: `${work.origin}/report.pdf` }]);
    expect(await stored(id)).not.toMatch(/@|ada/i);
  });

  it('does not exist for a badge without evidence', async () => {
    const credential = await issue([]);
    expect(JSON.parse(credential.signed!.json)).not.toHaveProperty('relatedResource');
    expect(await stored(credential.id)).toBeUndefined();
  });
});
