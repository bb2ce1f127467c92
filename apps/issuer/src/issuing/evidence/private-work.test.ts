import { createHash } from 'node:crypto';
import { digestMultibase } from '@proofmark/evidence';
import { checkSchema, type Evidence, type UnsignedCredential } from '@proofmark/schemas';
import type { AnyEvidenceInput } from '@proofmark/schemas/api';
import type { EvidenceReportDocument } from '@proofmark/schemas/evidence';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CredentialRecord } from '../../store/index.js';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import { judgeProof } from './judge.fixture.js';

const sha256 = (bytes: Uint8Array): string => digestMultibase(createHash('sha256').update(bytes).digest());
const PDF = Buffer.from('%PDF-1.7 secret');
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const PHOTO = Buffer.concat([
  PNG.subarray(0, 33),
  Buffer.from([0, 0, 0, 9]),
  Buffer.from('tEXtGPS 48.2N'),
  Buffer.alloc(4),
  PNG.subarray(33),
]);
const kept: AnyEvidenceInput = {
  private: true,
  name: 'Report',
  mediaType: 'application/pdf',
  content: PDF.toString('base64'),
  kind: 'document',
};
const known: AnyEvidenceInput = {
  private: true,
  name: 'Source code',
  mediaType: 'application/zip',
  digestMultibase: sha256(Buffer.from('x')),
};

describe('private work', () => {
  let issuing: Issuing;
  let acme: Tenant;
  beforeAll(async () => {
    issuing = await startIssuing();
    acme = await makeTenant(issuing, 'acme', { evidencePolicy: { min: 1, pinned: 'required' } });
  });
  afterAll(() => issuing.close());

  const issue = (...evidence: readonly AnyEvidenceInput[]) => {
    const body = { recipient: { email: 'ada@example.org' }, evidence };
    return issuing.useCases.issueCredential({
      actor: acme.actor,
      input: { achievementId: acme.achievement.id, body, idempotencyKey: null },
    });
  };
  const evidenceOf = ({ signed }: CredentialRecord): readonly Evidence[] =>
    (JSON.parse(signed?.json ?? '') as UnsignedCredential).evidence ?? [];
  const contents = async (id: string) =>
    (await issuing.database.pool.query('SELECT n, media_type, bytes FROM private_work WHERE credential_id = $1 ORDER BY n', [id])).rows;

  it('appears in the badge by its digest and an urn:uuid, without an address', async () => {
    const credential = good(await issue(kept, known)).credential;
    expect(evidenceOf(credential)).toEqual([
      {
        id: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
        type: ['Evidence'],
        name: 'Report',
        mediaType: 'application/pdf',
        digestMultibase: sha256(PDF),
      },
      {
        id: expect.stringMatching(/^urn:uuid:/),
        type: ['Evidence'],
        name: 'Source code',
        mediaType: 'application/zip',
        digestMultibase: known.digestMultibase,
      },
    ]);
    expect(credential.evidenceFindings).toMatchObject([
      {
        kind: 'document',
        pinned: true,
        method: 'digest',
        size: PDF.length,
        problems: ['private'],
        kept: [{ by: 'issuer', url: null, state: 'kept' }],
      },
      { kind: 'file', pinned: true, size: null, kept: [] },
    ]);
    const { rows } = await issuing.database.pool.query('SELECT body FROM evidence_report WHERE credential_id = $1', [credential.id]);
    const report = JSON.parse(rows[0].body) as EvidenceReportDocument;
    expect(report.items.map(({ given, pin, others }) => [given, pin, others])).toEqual([
      [null, 'digest', []],
      [null, 'digest', []],
    ]);
    const keys = await issuing.store.signingKeys.list(acme.issuer.id);
    expect(await judgeProof(JSON.parse(credential.signed?.json ?? ''), acme.issuer.did, keys)).toEqual({ verified: true });
    expect(checkSchema(JSON.parse(credential.signed!.json), 'AchievementCredential', 'issue').violations).toEqual([]);
  });

  it('is stored only where viewing links read it', async () => {
    const credential = good(await issue(known, kept)).credential;
    expect(await contents(credential.id)).toEqual([{ n: 2, media_type: 'application/pdf', bytes: PDF }]);
    const { rows } = await issuing.database.pool.query('SELECT count(*)::int AS n FROM capture WHERE credential_id = $1', [credential.id]);
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('is stored without metadata when it is a picture, under the digest of what is stored', async () => {
    const credential = good(await issue({ ...kept, mediaType: 'image/png', content: PHOTO.toString('base64') })).credential;
    expect((await contents(credential.id))[0].bytes).toEqual(PNG);
    expect(evidenceOf(credential)[0]?.digestMultibase).toBe(sha256(PNG));
    const heic = await issue({ ...kept, mediaType: 'image/heic' });
    expect(heic).toMatchObject({ ok: false, refusal: { errors: [{ pointer: '/evidence/0/mediaType', code: 'not-allowed' }] } });
  });

  it('is never stored under an executable media type', async () => {
    const page = { ...kept, mediaType: 'text/html', content: Buffer.from('<script>').toString('base64') };
    expect((await contents(good(await issue(page)).credential.id))[0].media_type).toBe('text/plain');
  });

  it('can be checked before issuing without storing anything', async () => {
    const { items } = good(await issuing.useCases.checkEvidence({ actor: acme.actor, input: { evidence: [kept, known] } }));
    expect(items.map(({ pinned, kept }) => [pinned, kept])).toEqual([
      [true, []],
      [true, []],
    ]);
  });
});
