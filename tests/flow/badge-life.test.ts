import { unbakePng, unbakeSvg } from '@proofmark/credentials';
import { nodePorts } from '@proofmark/platform/node';
import type { CredentialResource } from '@proofmark/schemas/api';
import { type LoopbackServer, loopbackServer, makeRepository, removeRepositories, uploadPack } from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepIssued, type Stage, startStage } from './stage.js';

let forge: LoopbackServer;
let commit: string;
/** A piece of work that the service can read: what nobody has read is not pinned. */
const workAt = (): string => `${forge.origin}/ada/work/-/tree/${commit}`;
let stage: Stage;
let badge: CredentialResource;
let achievementId: string;
let issuerId: string;

/** The badge as its page hands it out in one form. */
async function got(suffix: string): Promise<Uint8Array> {
  const response = await fetch(`${badge.url}${suffix}`);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

afterAll(async () => {
  await forge.close();
  await removeRepositories();
});
beforeAll(async () => {
  const repository = await makeRepository();
  commit = await repository.commit({ 'a.ts': 'let a;' });
  await repository.branch('main', commit);
  forge = await loopbackServer(uploadPack(repository.root));
  stage = await startStage();
  const { client } = stage;
  ({ id: issuerId } = await client.issuers.create({ slug: 'school', name: 'School', url: 'https://school.example' }));
  ({ id: achievementId } = await client.achievements.create({
    issuerId,
    name: 'Web-APIs – Straße 日本',
    description: 'Designs and tests an HTTP API.',
    criteria: { narrative: 'A reviewed project.' },
    tag: ['HTTP'],
    alignment: [{ targetName: 'API design', targetUrl: 'https://skills.example/api' }],
    resultDescription: [{ name: 'Grade', resultType: 'LetterGrade', allowedValue: ['C', 'B', 'A'] }],
    evidencePolicy: { min: 1, pinned: 'required' },
    validFor: 'P2Y',
  }));
  badge = await client.credentials.issue(achievementId, {
    recipient: { email: 'Ada@Example.org', name: 'Ada Lovelace' },
    evidence: [{ url: workAt(), name: 'Todo API' }, { url: `${stage.service.baseUrl}/issuers/school/did.json` }],
    results: [{ name: 'Grade', value: 'A' }],
  });
  await keepIssued('flow.json', JSON.stringify(badge.credential));
  await keepIssued('flow.jwt', badge.jwt);
});

describe('a badge, from its achievement to its withdrawal', () => {
  it('is refused without the work that the achievement asks for, and the answer names it', async () => {
    const branch = { recipient: { email: 'a@example.org' }, evidence: [{ url: 'https://github.com/ada/todo/tree/main' }] };
    await expect(stage.client.credentials.issue(achievementId, branch)).rejects.toMatchObject({
      status: 422,
      code: 'evidence-not-seen',
    });
    await expect(stage.client.credentials.issue(achievementId, { recipient: { email: 'a@example.org' } })).rejects.toMatchObject({
      code: 'evidence-required',
    });
  });

  it('carries its work pinned: a commit by its id, a file by its digest', () => {
    expect(badge.evidence.map(({ pinned, method }) => [pinned, method])).toEqual([
      [true, 'commit'],
      [true, 'digest'],
    ]);
    expect(JSON.stringify(badge.credential)).not.toMatch(/ada@example\.org/i);
  });

  it.each(['', '.json', '.jsonld', '.jwt', '.png', '.svg'])('is genuine as its page hands it out under "%s"', async (suffix) => {
    const report = await stage.check(suffix === '' ? { url: badge.url } : { bytes: await got(suffix) });
    expect(report).toMatchObject({ verdict: 'genuine-issuer-unknown', badge: { name: 'Web-APIs – Straße 日本', hasStatus: true } });
    expect(report.evidence[0]).toMatchObject({ pinned: 'yes', sameBytes: 'not-checked' });
  });

  it('is the same document inside both images', async () => {
    const [png, svg, json] = await Promise.all([got('.png'), got('.svg'), got('.json')]);
    const text = new TextDecoder().decode(json);
    expect(await unbakePng(png, nodePorts().inflate)).toMatchObject({ ok: true, text });
    expect(unbakeSvg(svg)).toMatchObject({ ok: true, text });
  });

  it('tells whose it is, and whose it is not', async () => {
    const ask = (recipient: string) => stage.check({ url: badge.url }, { recipient });
    expect((await ask(' ADA@example.org ')).checks.recipient.outcome).toBe('passed');
    const other = await ask('eve@example.org');
    expect(other.checks.recipient).toMatchObject({ outcome: 'failed', code: 'recipient-mismatch' });
    expect(other.verdict).toBe('genuine-issuer-unknown');
  });

  it('stays genuine after both signing keys were rotated', async () => {
    for (const algorithm of ['Ed25519', 'ES256'] as const) await stage.client.issuers.rotateSigningKey(issuerId, { algorithm });
    for (const suffix of ['.json', '.jwt'])
      expect((await stage.check({ bytes: await got(suffix) })).verdict).toBe('genuine-issuer-unknown');
    const next = await stage.client.credentials.issue(achievementId, {
      recipient: { did: 'did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH' },
      evidence: [{ url: workAt() }],
    });
    const method = (resource: CredentialResource): unknown =>
      (resource.credential.proof as { verificationMethod: string }).verificationMethod;
    expect(method(next)).not.toBe(method(badge));
    expect((await stage.check({ text: next.jwt })).verdict).toBe('genuine-issuer-unknown');
    await keepIssued('after-rotation.json', JSON.stringify(next.credential));
  });

  it('is verified by the VC-API as well, and refused there when it was altered', async () => {
    const ask = (verifiableCredential: unknown) =>
      fetch(`${stage.service.baseUrl}/vc-api/credentials/verify`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ verifiableCredential }),
      });
    const good = await ask(badge.credential);
    expect([good.status, await good.json()]).toEqual([200, expect.objectContaining({ verified: true })]);
    const bad = await ask({ ...badge.credential, name: 'Altered' });
    expect([bad.status, await bad.json()]).toEqual([400, expect.objectContaining({ verified: false })]);
  });

  it('is no longer current after its end, and not yet before its beginning', async () => {
    const later = await stage.check({ url: badge.url }, { at: Date.now() + 3 * 366 * 86_400_000 });
    expect(later).toMatchObject({ verdict: 'no-longer-current', because: ['valid-until'] });
    const earlier = await stage.check({ url: badge.url }, { at: Date.now() - 86_400_000 });
    expect(earlier).toMatchObject({ verdict: 'no-longer-current', because: ['valid-from'] });
  });

  it('is not to be relied on when one letter was changed', async () => {
    const text = new TextDecoder().decode(await got('.json')).replace('Todo API', 'Todo APl');
    expect(await stage.check({ text })).toMatchObject({ verdict: 'do-not-rely', because: ['signature'] });
  });

  it('is not to be relied on once it was withdrawn, with reason and date, in every form', async () => {
    const revoked = await stage.client.credentials.revoke(badge.id, { confirm: 'revoke', reason: 'Not her own work.' });
    expect(revoked.revoked?.reason).toBe('Not her own work.');
    for (const suffix of ['.json', '.jwt', '.png', '.svg']) {
      const report = await stage.check({ bytes: await got(suffix) });
      expect(report).toMatchObject({ verdict: 'do-not-rely', because: ['revoked'] });
      expect(report.checks.revoked).toMatchObject({ code: 'revoked', detail: { reason: 'Not her own work.' } });
    }
    const page = await (await fetch(badge.url, { headers: { accept: 'text/html' } })).text();
    expect(page).toContain('Not her own work.');
    expect(page).toContain('Web-APIs – Straße 日本');
    expect((await stage.client.credentials.revoke(badge.id, { confirm: 'revoke', reason: 'Another.' })).revoked).toEqual(revoked.revoked);
  });

  it('leaves every other badge as it was', async () => {
    const states: string[] = [];
    for await (const { state } of stage.client.credentials.list({ achievement: achievementId })) states.push(state);
    expect(states.sort()).toEqual(['current', 'revoked']);
  });
});
