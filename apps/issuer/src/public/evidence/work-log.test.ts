import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { good, makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { LOOKS_SHOWN } from '../../issuing/monitoring/work-log.js';
import type { CredentialRecord } from '../../store/index.js';
import { type IssuingService, startIssuingService } from '../issuing-service.fixture.js';

let service: IssuingService;
let acme: Tenant;
let work: LoopbackServer;
let there = true;
beforeAll(async () => {
  service = await startIssuingService();
  acme = await makeTenant(service, 'acme');
  work = await loopbackServer((_, response) => {
    response.writeHead(there ? 200 : 404, { 'content-type': 'application/pdf' }).end('%PDF-1.7');
  });
});
afterAll(async () => {
  await work.close();
  await service.close();
});

async function issue(evidence: readonly string[]): Promise<CredentialRecord> {
  const links = evidence.map((path) => ({ url: `${work.origin}${path}` }));
  const body = { recipient: { email: 'ada@example.org', name: 'Ada' }, evidence: links, validUntil: '2999-01-01T00:00:00Z' };
  const input = { achievementId: acme.achievement.id, body, idempotencyKey: null };
  return good(await service.useCases.issueCredential({ actor: acme.actor, input })).credential;
}
const look = ({ issuerId, id }: CredentialRecord) => service.useCases.recheckCredential({ issuerId, credentialId: id }, {});
const log = ({ id }: { id: string }, headers = {}) => service.get(`/credentials/${id}/work-log`, headers);

describe('GET /credentials/{id}/work-log', () => {
  it('tells of each piece of work what was found, newest first, in the form that readers know', async () => {
    const badge = await issue(['/a.pdf', '/b.pdf']);
    await look(badge);
    there = false;
    await look(badge);
    there = true;
    const answer = await log(badge);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
    const document = await answer.json();
    const item = (path: string) => ({
      id: `${work.origin}${path}`,
      age: 'current',
      looks: [
        { at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/), sameBytes: 'gone', reason: 'http-status' },
        { at: expect.any(String), sameBytes: 'matches', reason: null },
      ],
      kept: [],
      theirs: [],
    });
    expect(document).toEqual({
      type: 'ProofmarkWorkLog',
      credential: `http://localhost:3000/credentials/${badge.id}`,
      successor: null,
      predecessor: null,
      items: [item('/a.pdf'), item('/b.pdf')],
      endorsements: [],
    });
    expect(JSON.stringify(document)).not.toMatch(/ada|example\.org/i);
  });

  it('is open to every page, kept for a minute, and not sent twice', async () => {
    const badge = await issue(['/a.pdf']);
    const answer = await log(badge);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
    const etag = answer.headers.get('etag')!;
    expect((await log(badge, { 'if-none-match': etag })).status).toBe(304);
    await look(badge);
    expect((await log(badge, { 'if-none-match': etag })).status).toBe(200);
  });

  it('shows the newest looks, however many there are', async () => {
    const badge = await issue(['/a.pdf']);
    for (let at = 0; at < LOOKS_SHOWN + 2; at += 1) await look(badge);
    const { items } = await (await log(badge)).json();
    expect(items[0].looks).toHaveLength(LOOKS_SHOWN);
  });

  it('is empty for a badge without work, and not there for no badge', async () => {
    expect(await (await log(await issue([]))).json()).toMatchObject({ items: [], endorsements: [] });
    expect((await log({ id: '0198ab00-0000-7000-8000-000000000000' })).status).toBe(404);
    expect((await log({ id: 'nonsense' })).status).toBe(404);
  });

  it('can only be read', async () => {
    const { id } = await issue([]);
    expect((await service.get(`/credentials/${id}/work-log`, {}, 'POST')).status).toBe(405);
    expect((await service.get(`/credentials/${id}/work-log`, {}, 'OPTIONS')).headers.get('access-control-allow-methods')).toContain('GET');
  });
});
