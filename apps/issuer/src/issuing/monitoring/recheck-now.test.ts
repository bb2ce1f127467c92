import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';

let issuing: Issuing;
let acme: Tenant;
let work: LoopbackServer;
let body = '%PDF-1.7';
beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
  work = await loopbackServer((_, response) => response.setHeader('content-type', 'application/pdf').end(body));
});
afterAll(async () => {
  await work.close();
  await issuing.close();
});

async function issue(...paths: string[]): Promise<string> {
  const request = { recipient: { email: 'ada@example.org' }, evidence: paths.map((path) => ({ url: `${work.origin}${path}` })) };
  const input = { achievementId: acme.achievement.id, body: request, idempotencyKey: null };
  return good(await issuing.useCases.issueCredential({ actor: acme.actor, input })).credential.id;
}
const check = (id: string) => issuing.useCases.recheckNow({ actor: acme.actor, input: id });

describe('rechecking the evidence of a badge on request', () => {
  it('answers with the results of now and keeps them like scheduled ones', async () => {
    const id = await issue('/a.pdf', '/b.pdf');
    expect(good(await check(id))).toMatchObject({ items: [], policy: null, work: [{ looks: [{ sameBytes: 'matches' }] }, {}] });
    body = '%PDF-1.7 another';
    const { work: found } = good(await check(id));
    body = '%PDF-1.7';
    expect(found?.map(({ looks }) => looks.map(({ sameBytes }) => sameBytes))).toEqual(Array(2).fill(['changed', 'matches']));
    const events = await issuing.store.events.list(acme.issuer.id, { after: null, type: 'evidence.changed', limit: 10 });
    expect(events).toMatchObject([{ credentialId: id, data: {} }]);
  });

  it('accepts a badge without evidence and a badge that was revoked', async () => {
    expect(good(await check(await issue())).work).toEqual([]);
    const revoked = await issue('/a.pdf');
    await issuing.useCases.revokeCredential({ actor: acme.actor, input: { credentialId: revoked } });
    expect(good(await check(revoked)).work).toMatchObject([{ looks: [{ sameBytes: 'matches' }] }]);
  });

  it('refuses a badge that was erased and one that does not exist', async () => {
    const erased = await issue('/a.pdf');
    await issuing.useCases.eraseCredential({ actor: acme.actor, input: { credentialId: erased } });
    const nowhere = '0198ab00-0000-7000-8000-000000000000';
    const codes = [await check(erased), await check(nowhere)].map(codeOf);
    expect(codes).toEqual(['gone', 'not-found']);
  });
});
