import { createHash } from 'node:crypto';
import { checkDigest, checkDigestSRI } from '@proofmark/evidence';
import { checkSchema, type Evidence, type UnsignedCredential } from '@proofmark/schemas';
import type { CaptureRequest } from '@proofmark/schemas/api';
import type { EvidenceReportDocument } from '@proofmark/schemas/evidence';
import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CredentialRecord } from '../../store/index.js';
import { BASE, good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import { judgeProof } from './judge.fixture.js';

const KEEP: CaptureRequest = { copy: true, consent: true };
// A picture of one pixel, and the same with a comment in it.
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const TEXT = Buffer.concat([Buffer.from([0, 0, 0, 9]), Buffer.from('tEXtGPS 48.2N'), Buffer.alloc(4)]);
const PHOTO = Buffer.concat([PNG.subarray(0, 33), TEXT, PNG.subarray(33)]);

const FILES: Readonly<Record<string, readonly [string, string | Buffer]>> = {
  '/report.pdf': ['application/pdf', '%PDF-1.7'],
  '/photo.png': ['image/png', PHOTO],
  '/drawing.svg': ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  '/todo.js': ['text/javascript', 'export {};'],
  '/app/': ['text/html', `<!doctype html><title>App</title><h1>My to-do list</h1><p>${'It works without scripts. '.repeat(5)}`],
  '/spa/': ['text/html', '<!doctype html><div id=app></div><script src=/app.js></script>'],
  '/huge.bin': ['application/octet-stream', Buffer.alloc(18 * 1024 * 1024, 1)],
};

describe('captures of evidence', () => {
  let issuing: Issuing;
  let acme: Tenant;
  let strict: Tenant;
  let work: LoopbackServer;
  beforeAll(async () => {
    issuing = await startIssuing();
    acme = await makeTenant(issuing, 'acme');
    strict = await makeTenant(issuing, 'strict', { evidencePolicy: { min: 1, pinned: 'required', maxAge: 'P1Y' } });
    work = await loopbackServer((request, response) => {
      const [type, body] = FILES[(request.url ?? '').replace(/\?.*$/, '')] ?? [];
      if (type === undefined) return void response.writeHead(404).end();
      response.writeHead(200, { 'content-type': type }).end(body);
    });
  });
  afterAll(async () => {
    await work.close();
    await issuing.close();
  });

  const input = (tenant: Tenant, paths: readonly string[], keep?: CaptureRequest) => ({
    achievementId: tenant.achievement.id,
    body: { recipient: { email: 'ada@example.org' }, evidence: paths.map((path) => ({ url: work.origin + path })), keep },
    idempotencyKey: null,
  });
  async function issue(paths: readonly string[], keep: CaptureRequest | null = KEEP, tenant: Tenant = acme): Promise<CredentialRecord> {
    return good(await issuing.useCases.issueCredential({ actor: tenant.actor, input: input(tenant, paths, keep ?? undefined) })).credential;
  }
  async function copies(id: string): Promise<readonly { n: number; media_type: string; bytes: Buffer }[]> {
    const text = 'SELECT n, media_type, bytes FROM capture WHERE credential_id = $1 ORDER BY n';
    return (await issuing.database.pool.query(text, [id])).rows;
  }
  const badgeOf = ({ signed }: CredentialRecord): UnsignedCredential => JSON.parse(signed?.json ?? '') as UnsignedCredential;
  const evidenceOf = (credential: CredentialRecord): readonly Evidence[] => badgeOf(credential).evidence ?? [];

  it('are taken only when they are asked for', async () => {
    const credential = await issue(['/report.pdf', '/app/'], null);
    expect(await copies(credential.id)).toEqual([]);
    expect(evidenceOf(credential)).toHaveLength(2);
    expect(credential.evidenceFindings.map(({ kept }) => kept)).toEqual([[], []]);
  });

  it('appear in the badge after all evidence with the digest of their bytes, and in the report beside their evidence', async () => {
    const credential = await issue(['/report.pdf', '/app/']);
    const [pdf, page, ...others] = evidenceOf(credential);
    const stored = await copies(credential.id);
    expect([pdf?.id, page?.id]).toEqual([`${work.origin}/report.pdf`, `${work.origin}/app/`]);
    expect(others.map(({ id, mediaType }) => [id, mediaType])).toEqual([
      [`${BASE}/credentials/${credential.id}/captures/1`, 'application/pdf'],
      [`${BASE}/credentials/${credential.id}/captures/2`, 'text/html'],
    ]);
    for (const [at, { bytes }] of stored.entries()) {
      const actual = (bits: 256 | 384) => ({ algorithm: `SHA-${bits}`, bytes: createHash(`sha${bits}`).update(bytes).digest() }) as never;
      expect(checkDigest(String(others[at]?.digestMultibase), actual(256))).toBe('matches');
      expect(checkDigestSRI(credential.evidenceFindings[at]?.kept[0]?.digestSRI ?? '', actual(384))).toBe('matches');
    }
    const { rows } = await issuing.database.pool.query('SELECT body FROM evidence_report WHERE credential_id = $1', [credential.id]);
    const { items } = JSON.parse(rows[0].body) as EvidenceReportDocument;
    expect(items.map((item) => [item.others, item.pin, item.kept.map(({ by, state }) => `${by} ${state}`)])).toEqual([
      [[others[0]?.id], 'digest', ['issuer kept']],
      [[others[1]?.id], 'capture', ['issuer kept']],
    ]);
    expect(await judgeProof(badgeOf(credential), acme.issuer.did, await issuing.store.signingKeys.list(acme.issuer.id))).toEqual({
      verified: true,
    });
    expect(checkSchema(JSON.parse(credential.signed!.json), 'AchievementCredential', 'issue').violations).toEqual([]);
  });

  it('pin a page, so that it meets a policy that a live page does not', async () => {
    const refused = await issuing.useCases.issueCredential({ actor: strict.actor, input: input(strict, ['/app/']) });
    expect(refused).toMatchObject({ ok: false, refusal: { errors: [{ pointer: '/evidence/0/url', code: 'not-pinned' }] } });
    const credential = await issue(['/app/'], KEEP, strict);
    expect(credential.evidenceFindings[0]).toMatchObject({ pinned: true, method: 'capture', reason: null, problems: ['live-page'] });
    const stored = (await copies(credential.id))[0]?.bytes.toString() ?? '';
    expect(stored).toContain('My to-do list');
  });

  it('contain no metadata of a picture, and are noted as such', async () => {
    const credential = await issue(['/photo.png']);
    const [photo, copy] = evidenceOf(credential);
    expect((await copies(credential.id))[0]?.bytes).toEqual(PNG);
    expect(copy?.digestMultibase).not.toBe(photo?.digestMultibase);
    expect(copy?.description).toContain('without its metadata');
    expect(credential.evidenceFindings[0]?.problems).toEqual(['copy-without-metadata']);
  });

  it('never have an executable media type', async () => {
    const credential = await issue(['/todo.js']);
    expect((await copies(credential.id)).map(({ media_type }) => media_type)).toEqual(['text/plain']);
    expect(evidenceOf(credential).map(({ mediaType }) => mediaType)).toEqual(['text/javascript', 'text/plain']);
  });

  it('are left out with the reason when there is nothing to capture or it cannot be captured', async () => {
    const credential = await issue(['/spa/', '/drawing.svg', '/gone']);
    expect(await copies(credential.id)).toEqual([]);
    const said = credential.evidenceFindings.map(({ pinned, reason, kept, problems }) => ({
      pinned,
      reason,
      kept: kept[0]?.state,
      problems,
    }));
    expect(said).toEqual([
      { pinned: false, reason: 'page-needs-scripts', kept: 'failed', problems: ['live-page', 'page-needs-scripts'] },
      { pinned: true, reason: null, kept: 'failed', problems: ['copy-format'] },
      { pinned: false, reason: 'http-status', kept: 'failed', problems: ['live-page', 'http-status'] },
    ]);
    const video = { url: 'https://vimeo.com/1' };
    const check = good(await issuing.useCases.checkEvidence({ actor: acme.actor, input: { evidence: [video], keep: KEEP } }));
    expect(check.items[0]).toMatchObject({ kind: 'video', pinned: false, reason: 'not-byte-checkable', kept: [] });
  });

  it('stay within the quota of a badge', async () => {
    const credential = await issue(['/huge.bin', '/huge.bin?2', '/report.pdf']);
    expect((await copies(credential.id)).map(({ n }) => n)).toEqual([1, 3]);
    expect(credential.evidenceFindings[1]?.problems).toEqual(['copies-too-large']);
  });

  it('can be checked before issuing without storing anything', async () => {
    const evidence = [{ url: `${work.origin}/app/` }, { url: `${work.origin}/spa/` }];
    const count = async () => (await issuing.database.pool.query('SELECT count(*) FROM capture')).rows[0].count;
    const before = await count();
    const { items, policy } = good(
      await issuing.useCases.checkEvidence({ actor: strict.actor, input: { achievementId: strict.achievement.id, evidence, keep: KEEP } }),
    );
    expect(items.map(({ method, kept }) => [method, kept.length])).toEqual([
      ['capture', 0],
      ['none', 1],
    ]);
    expect(policy?.missing.map(({ pointer }) => pointer)).toEqual(['/evidence/1/url']);
    expect(await count()).toBe(before);
  });
});
