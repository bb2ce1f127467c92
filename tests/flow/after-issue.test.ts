import type { CredentialResource, Endorsement } from '@proofmark/schemas/api';
import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, startStage } from './stage.js';

let stage: Stage;
let work: LoopbackServer;
let version = 1;
let issuerId: string;
let achievementId: string;
let badge: CredentialResource;
beforeAll(async () => {
  stage = await startStage();
  work = await loopbackServer((request, response) => {
    response.setHeader('content-type', 'application/pdf').end(`%PDF-1.7 ${request.url} ${version}`);
  });
  const { client } = stage;
  ({ id: issuerId } = await client.issuers.create({ slug: 'school', name: 'School', url: 'https://school.example' }));
  ({ id: achievementId } = await client.achievements.create({
    issuerId,
    name: 'Technical writing',
    description: 'Writes reports that others can use.',
    criteria: { narrative: 'A reviewed report.' },
    evidencePolicy: { min: 1, pinned: 'required' },
    validFor: 'P2Y',
  }));
  const recipient = { email: 'ada@example.org', name: 'Ada Lovelace' };
  badge = await client.credentials.issue(achievementId, { recipient, evidence: [{ url: `${work.origin}/report.pdf`, name: 'Report' }] });
});
afterAll(() => work.close());

const get = async (path: string, accept = 'application/json') => fetch(path, { headers: { accept } });
const log = async ({ links }: CredentialResource) => (await get(links.workLog)).json();

describe('a badge after it was issued', () => {
  let endorsement: Endorsement;

  it('is endorsed by a named person, which anybody can check by itself and in the work log', async () => {
    endorsement = await stage.client.credentials.endorse(badge.id, {
      assessor: { name: 'Grace Hopper', email: 'grace@school.example' },
      comment: 'I read the *report* and asked her about it.',
    });
    const alone = await stage.check({ url: endorsement.url });
    expect(alone).toMatchObject({ verdict: 'genuine-issuer-unknown', checks: { 'issuer-binding': { outcome: 'passed' } } });
    const { endorsements, items } = await log(badge);
    expect(endorsements).toEqual([endorsement.credential]);
    expect(items[0].theirs).toMatchObject([{ method: 'assessor', by: 'Grace Hopper' }]);
    expect(await (await get(badge.url, 'text/html')).text()).toMatch(/Who vouches for it.*Grace Hopper.*I read the <em>report<\/em>/s);
  });

  it('is followed as its work changes, and stays genuine', async () => {
    version = 2;
    const { work: found } = await stage.client.evidence.check({ credentialId: badge.id });
    expect(found).toMatchObject([{ id: `${work.origin}/report.pdf`, looks: [{ sameBytes: 'changed' }] }]);
    expect((await log(badge)).items[0].looks).toMatchObject([{ sameBytes: 'changed' }]);
    expect((await stage.check({ url: badge.url })).verdict).toBe('genuine-issuer-unknown');
  });

  it('is renewed over new work: both stay genuine, and each leads to the other', async () => {
    const next = await stage.client.credentials.renew(badge.id, { evidence: [{ url: `${work.origin}/report-2.pdf` }] });
    expect((await stage.check({ url: next.url }, { recipient: 'ada@example.org' })).checks.recipient.outcome).toBe('passed');
    expect((await get(badge.url)).headers.get('link')).toContain(`<${next.url}>; rel="successor-version"`);
    expect((await get(next.url)).headers.get('link')).toContain(`<${badge.url}>; rel="predecessor-version"`);
    expect(await stage.client.credentials.get(badge.id)).toMatchObject({ successorId: next.id, state: 'superseded' });
    expect((await stage.check({ url: badge.url })).verdict).toBe('genuine-issuer-unknown');
    await expect(stage.client.credentials.renew(badge.id, {})).rejects.toMatchObject({ status: 409, code: 'conflict' });
  });

  it('is suspended and resumed: a check says so, though the badge is as it was, with reason and date', async () => {
    await stage.client.credentials.suspend(badge.id, { reason: 'The work is being looked at.' });
    const suspended = await stage.check({ json: badge.credential as never });
    expect([suspended.verdict, suspended.because]).toEqual(['no-longer-current', ['suspended']]);
    expect(suspended.checks).toMatchObject({
      revoked: { outcome: 'passed' },
      suspended: { outcome: 'failed', detail: { reason: 'The work is being looked at.', date: expect.stringMatching(/^2/) } },
    });
    expect(await (await get(badge.url, 'text/html')).text()).toContain('The work is being looked at.');
    await stage.client.credentials.resume(badge.id);
    const resumed = await stage.check({ json: badge.credential as never });
    expect([resumed.verdict, resumed.checks.suspended.outcome]).toEqual(['genuine-issuer-unknown', 'passed']);
  });

  it('is erased: its addresses are gone, a copy is withdrawn, and the outbox tells the whole story', async () => {
    const did = (endorsement.endorser.id ?? '').split(':').slice(3).join('/');
    expect((await get(`${stage.service.baseUrl}/${did}/did.json`)).status).toBe(200);
    const erased = await stage.client.credentials.erase(badge.id, { confirm: 'erase', revoke: true });
    expect(erased).toMatchObject({ state: 'erased', revoked: { reason: null } });
    for (const address of [badge.url, ...Object.values(badge.links), endorsement.url, `${badge.url}/evidence-report`]) {
      expect([address, (await get(address)).status]).toEqual([address, 410]);
    }
    expect((await get(`${stage.service.baseUrl}/${did}/did.json`)).status).toBe(404);
    expect(await stage.check({ json: badge.credential as never })).toMatchObject({ verdict: 'do-not-rely', because: ['revoked'] });
    const told: string[] = [];
    for await (const { type, data } of stage.client.events.list({ issuer: issuerId })) if (data.credentialId === badge.id) told.push(type);
    expect(told).toEqual([
      'credential.issued',
      'endorsement.added',
      'evidence.changed',
      'credential.renewed',
      'credential.suspended',
      'credential.resumed',
      'credential.revoked',
      'credential.erased',
    ]);
  });
});
