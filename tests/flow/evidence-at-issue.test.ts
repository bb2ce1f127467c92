import { createHash } from 'node:crypto';
import { checkDigest, checkDigestSRI } from '@proofmark/evidence';
import type { Evidence, UnsignedCredential } from '@proofmark/schemas';
import type { CredentialResource } from '@proofmark/schemas/api';
import type { EvidenceReportDocument, WorkLogDocument } from '@proofmark/schemas/evidence';
import { loopbackServer, makeRepository, removeRepositories, uploadPack } from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type HeritageServer,
  heritageServer,
  type WaybackServer,
  waybackServer,
} from '../../apps/issuer/src/archives/archive-servers.fixture.js';
import { keepIssued, type Stage, startStage } from './stage.js';

const ADA = { email: 'ada@example.org' };

/** All that is found out, kept and asked for when a badge is issued, in a whole running service. */
describe('the evidence of a badge, when it is issued', () => {
  let stage: Stage;
  let heritage: HeritageServer;
  let machine: WaybackServer;
  let badge: CredentialResource;
  let repositoryUrl: string;
  let pageUrl: string;
  let marks: Record<string, string>;

  const bodyOf = async (url: string): Promise<Uint8Array> => {
    const answer = await fetch(url);
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const signed = (): UnsignedCredential => badge.credential as UnsignedCredential;
  const report = async (): Promise<EvidenceReportDocument> =>
    JSON.parse(new TextDecoder().decode(await bodyOf(signed().relatedResource?.[0]?.id ?? ''))) as EvidenceReportDocument;

  beforeAll(async () => {
    [heritage, machine] = await Promise.all([heritageServer(), waybackServer()]);
    heritage.state = { save_request_status: 'rejected' };
    machine.state = { status: 'success', timestamp: '20261122090130' };
    stage = await startStage({
      ARCHIVE_SOFTWARE_HERITAGE: heritage.server.origin,
      ARCHIVE_WAYBACK: machine.server.origin,
      ARCHIVE_WAYBACK_KEYS: 'access:secret',
    });
    const repository = await makeRepository();
    await repository.branch('main', await repository.commit({ 'a.ts': 'let a;' }));
    const git = await loopbackServer(uploadPack(repository.root));
    marks = {};
    const site = await loopbackServer((request, response) => {
      const mark = marks[request.url ?? ''];
      if (mark !== undefined) return void response.setHeader('content-type', 'text/plain').end(mark);
      if (request.url !== '/app/') return void response.writeHead(404).end();
      response.setHeader('content-type', 'text/html').end(`<!doctype html><h1>My shop</h1><p>${'It sells books. '.repeat(10)}`);
    });
    afterAll(async () => {
      await Promise.all([git, site, heritage.server, machine.server].map((server) => server.close()));
      await removeRepositories();
    });
    [repositoryUrl, pageUrl] = [`${git.origin}/ada/work.git#main`, `${site.origin}/app/`];
    const { client } = stage;
    const { id: issuerId } = await client.issuers.create({ slug: 'school', name: 'School', url: 'https://school.example' });
    const { id } = await client.achievements.create({
      issuerId,
      name: 'Web shop',
      description: 'Builds a shop.',
      criteria: { narrative: 'A reviewed project.' },
      evidencePolicy: { min: 2, kinds: ['repository', 'page'], pinned: 'required', authorship: 'required', maxAge: 'P50Y' },
    });
    const body = {
      recipient: ADA,
      evidence: [
        { url: repositoryUrl, name: 'Source' },
        { url: pageUrl, name: 'Shop' },
      ],
    };
    const keep = { copy: true, archive: ['software-heritage', 'wayback'] as const, consent: true };
    const missing = await client.evidence.check({ ...body, achievementId: id, keep });
    expect(missing.policy?.missing.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/evidence/0', 'not-theirs'],
      ['/evidence/1', 'not-theirs'],
    ]);
    const textFor = async (url: string): Promise<string> =>
      (await client.evidence.challenge({ issuerId, recipient: ADA, url })).places[0]?.text ?? '';
    await repository.branch('main', await repository.commit({ 'a.ts': 'let a;', 'proofmark.txt': await textFor(repositoryUrl) }));
    marks['/.well-known/proofmark.txt'] = await textFor(pageUrl);
    expect((await client.evidence.check({ ...body, achievementId: id, keep })).policy).toMatchObject({ met: true });
    badge = await client.credentials.issue(id, { ...body, keep });
    await keepIssued('evidence.json', JSON.stringify(badge.credential));
  });

  it('is written down in a report that the badge is bound to', async () => {
    const [resource] = signed().relatedResource ?? [];
    const bytes = await bodyOf(resource?.id ?? '');
    const actual = { algorithm: 'SHA-384', bytes: createHash('sha384').update(bytes).digest() } as const;
    expect(checkDigestSRI(resource?.digestSRI ?? '', actual)).toBe('matches');
    const { items } = await report();
    expect(
      items.map(({ pin, theirs, kept }) => [pin, theirs.map(({ method }) => method), kept.map(({ by, state }) => `${by} ${state}`)]),
    ).toEqual([
      ['commit', ['token'], ['software-heritage requested', 'wayback requested']],
      ['capture', ['token'], ['issuer kept', 'wayback requested']],
    ]);
    expect(new TextDecoder().decode(bytes)).not.toContain('@');
  });

  it('holds a copy of the page by its digest, which anybody can read', async () => {
    const copy = signed().evidence?.find(({ id }) => id?.endsWith('/captures/2')) as Evidence;
    const bytes = await bodyOf(copy.id ?? '');
    const actual = { algorithm: 'SHA-256', bytes: createHash('sha256').update(bytes).digest() } as const;
    expect(checkDigest(String(copy.digestMultibase), actual)).toBe('matches');
    expect(new TextDecoder().decode(bytes)).toContain('My shop');
  });

  it('leaves a badge that is genuine, with its work in two pieces', async () => {
    const found = await stage.check({ url: badge.url });
    expect(found.verdict).toBe('genuine-issuer-unknown');
  });

  it('is saved by the archives after that, and the work log tells of it', async () => {
    const log = async (): Promise<WorkLogDocument> =>
      JSON.parse(new TextDecoder().decode(await bodyOf(`${badge.url}/work-log`))) as WorkLogDocument;
    await expect.poll(async () => (await log()).items[1]?.kept.length, { timeout: 60_000 }).toBe(2);
    await expect.poll(() => machine.asked.filter((line) => line.startsWith('POST /save')).length, { timeout: 60_000 }).toBe(2);
    expect(machine.asked).toContain(`POST /save url=${encodeURIComponent(pageUrl)}&skip_first_archive=1`);
    await expect
      .poll(() => heritage.asked.some((line) => line.startsWith('POST /api/1/origin/save/git/url/')), { timeout: 60_000 })
      .toBe(true);
    await expect
      .poll(async () => (await log()).items[0]?.kept.map(({ by, state }) => `${by} ${state}`), { timeout: 60_000 })
      .toEqual(['software-heritage failed', 'wayback requested']);
  });
});
