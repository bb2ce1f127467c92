import { serve } from '@hono/node-server';
import { nodePorts } from '@proofmark/platform/node';
import type { JsonObject } from '@proofmark/schemas';
import { verify } from '@proofmark/verifying';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicRoutes } from '../../public/index.js';
import type { CredentialRecord, EndorsementRecord } from '../../store/index.js';
import { kyselyOver } from '../../store/postgres-store.js';
import { publicReads } from '../../store/public-reads.js';
import { personActor } from '../access/actor.js';
import { judgeProof } from '../evidence/judge.fixture.js';
import { codeOf, good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import type { EndorseInput } from './endorse-credential.js';

// The public side listens, since whoever checks an endorsement asks it for keys: the service's address is where it really is.
let issuing: Issuing;
let acme: Tenant;
let globex: Tenant;
let server: ReturnType<typeof serve>;
let badge: CredentialRecord;
const ports = nodePorts({ allowLoopback: true });
let baseUrl: string;
beforeAll(async () => {
  const started = await startIssuing();
  const reads = publicReads(kyselyOver(started.database.pool));
  baseUrl = await new Promise((resolve) => {
    server = serve({ port: 0, fetch: (request) => app().fetch(request) }, ({ port }) => resolve(`http://localhost:${port}`));
  });
  const app = () => publicRoutes({ publicBaseUrl: baseUrl, reads, now: () => new Date() });
  issuing = { ...started, useCases: started.with({ baseUrl }) };
  acme = await makeTenant(issuing, 'acme');
  globex = await makeTenant(issuing, 'globex');
  badge = await issue(acme);
});
afterAll(async () => {
  server.close();
  await ports.close();
  await issuing.close();
});

async function issue(tenant: Tenant): Promise<CredentialRecord> {
  const body = { recipient: { email: 'ada@example.org', name: 'Ada' } };
  const input = { achievementId: tenant.achievement.id, body, idempotencyKey: null };
  return good(await issuing.useCases.issueCredential({ actor: tenant.actor, input })).credential;
}
const NAMED = {
  assessor: { name: 'Grace Hopper', url: 'https://navy.example/grace', email: 'grace@navy.example' },
  comment: 'I read *it*.',
};
const endorse = (body: EndorseInput['body'], more: Partial<EndorseInput> = {}, tenant = acme) =>
  issuing.useCases.endorseCredential({ actor: tenant.actor, input: { credentialId: badge.id, body, idempotencyKey: null, ...more } });
const named = async (body: EndorseInput['body'] = NAMED): Promise<EndorsementRecord> => good(await endorse(body)).endorsement;
const parsed = ({ body }: { body: string }): JsonObject => JSON.parse(body);
const issuerOf = (endorsement: JsonObject) => endorsement.issuer as { id: string; name: string };
const check = (json: JsonObject) => verify({ json }, ports, { at: Date.now() });

describe('the endorsement of a named person', () => {
  it('is a credential about the badge, issued under an id of the person, that verifies on its own', async () => {
    const endorsement = parsed(await named());
    expect(endorsement).toMatchObject({
      type: ['VerifiableCredential', 'EndorsementCredential'],
      name: 'Endorsement: Web API design',
      issuer: { type: ['Profile'], name: 'Grace Hopper', url: 'https://navy.example/grace' },
      credentialSubject: { id: `${baseUrl}/credentials/${badge.id}`, type: ['EndorsementSubject'], endorsementComment: 'I read *it*.' },
    });
    expect(issuerOf(endorsement).id).toMatch(new RegExp(`^${acme.issuer.did}:assessors:[0-9a-f-]{36}$`));
    const report = await check(endorsement);
    expect(report).toMatchObject({ verdict: 'genuine-issuer-unknown', checks: { 'issuer-binding': { outcome: 'passed' } } });
  });

  it('is accepted by @digitalbazaar/vc with the keys of the issuer under the person’s id', async () => {
    const endorsement = parsed(await named());
    const { id } = issuerOf(endorsement);
    const keys = (await issuing.store.signingKeys.list(acme.issuer.id)).map((key) => ({
      ...key,
      verificationMethod: key.verificationMethod.replace(acme.issuer.did, id),
    }));
    expect(await judgeProof(endorsement, id, keys)).toEqual({ verified: true });
  });

  it('has a DID document that names its controller and stays valid after a key rotation', async () => {
    const endorsement = parsed(await named());
    await issuing.useCases.rotateSigningKey({ actor: acme.actor, input: { issuerId: acme.issuer.id, algorithm: 'Ed25519' } });
    const { id } = issuerOf(endorsement);
    const path = `${baseUrl}/${id.split(':').slice(3).join('/')}/did.json`;
    const document = await (await fetch(path)).json();
    expect(document).toMatchObject({ id, controller: acme.issuer.did });
    // Each of two keys, in two forms.
    const types = ['JsonWebKey2020', 'JsonWebKey2020', 'Multikey', 'Multikey'];
    expect(document.verificationMethod.map((method: { type: string }) => method.type)).toEqual(types);
    for (const method of document.verificationMethod) expect(method).toMatchObject({ controller: id });
    expect((await check(endorsement)).verdict).toBe('genuine-issuer-unknown');
    expect((await check(parsed(await named()))).verdict).toBe('genuine-issuer-unknown');
    expect((await fetch(path.replace(/[0-9a-f-]{36}/, '0198ab00-0000-7000-8000-000000000000'))).status).toBe(404);
    expect((await fetch(path.replace('acme', 'globex'))).status).toBe(404);
  });

  it('never verifies for another person, another badge or another issuer', async () => {
    const endorsement = parsed(await named());
    const other = issuerOf(parsed(await named({ ...NAMED, assessor: { name: 'Other' } }))).id;
    const changed = [
      { ...endorsement, issuer: { ...issuerOf(endorsement), name: 'Ada Lovelace' } },
      { ...endorsement, issuer: { ...issuerOf(endorsement), id: other } },
      { ...endorsement, issuer: { ...issuerOf(endorsement), id: acme.issuer.did } },
      { ...endorsement, credentialSubject: { ...(endorsement.credentialSubject as JsonObject), id: `${baseUrl}/credentials/x` } },
    ];
    for (const one of changed) expect((await check(one as JsonObject)).verdict).toBe('do-not-rely');
  });

  it('recognises the same person by the keyed hash of an address', async () => {
    const [first, again] = [await named(), await named({ ...NAMED, assessor: { ...NAMED.assessor, email: ' Grace@Navy.example ' } })];
    const [other, nobody] = [
      await named({ ...NAMED, assessor: { ...NAMED.assessor, email: 'x@navy.example' } }),
      await named({ ...NAMED, assessor: { name: 'Grace Hopper' } }),
    ];
    expect(again.assessorId).toBe(first.assessorId);
    expect(new Set([first, other, nobody].map(({ assessorId }) => assessorId)).size).toBe(3);
    const rows = await issuing.database.pool.query('SELECT a::text FROM assessor a UNION ALL SELECT e::text FROM endorsement e');
    expect(JSON.stringify(rows.rows)).not.toMatch(/@navy/i);
    const elsewhere = await endorse(NAMED, { credentialId: (await issue(globex)).id }, globex);
    expect(good(elsewhere).endorsement.assessorId).not.toBe(first.assessorId);
  });

  it('keeps one id for a person when two requests come at the same time', async () => {
    const assessor = { name: 'Barbara', email: 'barbara@example.org' };
    const made = await Promise.all([1, 2, 3].map(() => named({ assessor, comment: 'Yes.' })));
    expect(new Set(made.map(({ assessorId }) => assessorId)).size).toBe(1);
    for (const one of made) expect((await check(parsed(one))).verdict).toBe('genuine-issuer-unknown');
  });

  it('leaves the badge unchanged and appends an event with its id', async () => {
    const before = good({ ok: true, value: await issuing.store.credentials.find(badge.issuerId, badge.id) });
    const made = await named();
    expect(await issuing.store.credentials.find(badge.issuerId, badge.id)).toEqual(before);
    const last = async () =>
      (await issuing.store.events.list(badge.issuerId, { after: null, type: 'endorsement.added', limit: 1000 }))?.at(-1);
    // Shown when no transaction runs any more that began before, also of other tests on this server.
    await expect.poll(last, { timeout: 60_000 }).toMatchObject({ credentialId: badge.id, data: { endorsementId: made.id } });
  });

  it('is made once for an idempotency key', async () => {
    const once = { idempotencyKey: 'endorse-once' };
    const [first, second] = [good(await endorse(NAMED, once)), good(await endorse(NAMED, once))];
    expect([first.added, second.added]).toEqual([true, false]);
    expect(second.endorsement).toEqual(first.endorsement);
    expect(codeOf(await endorse({ ...NAMED, comment: 'Another.' }, once))).toBe('idempotency-key-reused');
  });
});

describe('the endorsement of a person who has signed in', () => {
  it('gives readers a yes for the work, with the domain of the address that they proved; a name that was typed in gives none', async () => {
    const { store, useCases } = issuing;
    const times = { createdAt: new Date(), updatedAt: new Date() };
    const person = { id: '0198ab00-0000-7000-8000-0000000000bb', email: 'grace@school.example', name: 'Grace Hopper' };
    await store.people.insert({ ...person, emailVerified: true, image: null, ...times });
    const standing = { sessionId: null, organisationId: null, role: 'assessor', issuerIds: [acme.issuer.id] } as const;
    const evidence = [{ private: true, name: 'Notes', mediaType: 'text/plain', content: 'eA==' }] as const;
    const input = { achievementId: acme.achievement.id, body: { recipient: { email: 'ada@example.org' }, evidence }, idempotencyKey: null };
    const { credential } = good(await useCases.issueCredential({ actor: acme.actor, input }));
    const line = async () => {
      const report = await verify({ json: JSON.parse(credential.signed!.json) }, ports, { at: Date.now(), work: 'recheck' });
      return report.evidence[0];
    };
    good(await endorse({ ...NAMED, assessor: { ...NAMED.assessor, email: person.email } }, { credentialId: credential.id }));
    expect(await line()).toMatchObject({ theirs: 'no', issuerSays: ['Grace Hopper'] });
    const asked = good(await useCases.requestAssessment({ actor: acme.actor, input: { credentialId: credential.id, note: null } }));
    const decided = { assessmentId: asked.id, comment: 'I read it.' };
    good(await useCases.endorseAssessed({ actor: personActor(person.id, standing), input: decided }));
    expect(await line()).toMatchObject({
      theirs: 'yes',
      authorship: [{ method: 'assessor', by: 'Grace Hopper', domain: 'school.example' }],
    });
  });
});

describe('a badge that cannot be endorsed', () => {
  it('is one that was revoked, was erased or belongs to another issuer', async () => {
    const [revoked, erased, theirs] = [await issue(acme), await issue(acme), await issue(globex)];
    await issuing.useCases.revokeCredential({ actor: acme.actor, input: { credentialId: revoked.id } });
    await issuing.useCases.eraseCredential({ actor: acme.actor, input: { credentialId: erased.id } });
    const codes = await Promise.all([revoked, erased, theirs].map(async ({ id }) => codeOf(await endorse(NAMED, { credentialId: id }))));
    expect(codes).toEqual(['conflict', 'gone', 'not-found']);
  });

  it('is one that has the maximum number of endorsements', async () => {
    const full = (await issue(acme)).id;
    for (let at = 0; at < 25; at += 1) good(await endorse(NAMED, { credentialId: full }));
    expect(codeOf(await endorse(NAMED, { credentialId: full }))).toBe('conflict');
    expect(good(await issuing.useCases.listEndorsements({ actor: acme.actor, input: full }))).toHaveLength(25);
  });
});

describe('an endorsement that was signed elsewhere', () => {
  /** What Globex signed about a badge of its own is as foreign to Acme as anything. */
  async function signedBy(tenant: Tenant, about: CredentialRecord): Promise<JsonObject> {
    const made = await endorse(NAMED, { credentialId: about.id }, tenant);
    return parsed(good(made).endorsement);
  }

  it('is stored unchanged, once, after it was verified', async () => {
    const mine = await issue(acme);
    const credential = await signedBy(acme, mine);
    await issuing.database.pool.query('DELETE FROM endorsement WHERE credential_id = $1', [mine.id]);
    const [first, again] = [
      await endorse({ credential }, { credentialId: mine.id }),
      await endorse({ credential }, { credentialId: mine.id }),
    ];
    expect(good(first)).toMatchObject({ added: true, endorsement: { assessorId: null, form: 'json', body: JSON.stringify(credential) } });
    expect(good(again)).toMatchObject({ added: false, endorsement: { id: good(first).endorsement.id } });
  });

  it('is refused when it is about something else, is no endorsement, was altered, or has no proof', async () => {
    const mine = await issue(acme);
    const [about, other] = [await signedBy(acme, mine), await signedBy(globex, await issue(globex))];
    const { proof: _, ...unsigned } = about;
    const bad: JsonObject[] = [
      other,
      JSON.parse(mine.signed!.json),
      { ...about, name: 'Altered' },
      unsigned,
      { ...about, credentialSubject: [about.credentialSubject] } as JsonObject,
      {},
    ];
    for (const credential of bad) expect(codeOf(await endorse({ credential }, { credentialId: mine.id }))).toBe('endorsement-refused');
    for (const jwt of ['a.b.c', mine.signed!.jwt])
      expect(codeOf(await endorse({ jwt }, { credentialId: mine.id }))).toBe('endorsement-refused');
    const long = { credential: { ...about, x: 'x'.repeat(70_000) } };
    expect(codeOf(await endorse(long, { credentialId: mine.id }))).toBe('invalid-request');
  });

  it('is refused with the reason when its issuer cannot be reached', async () => {
    const mine = await issue(acme);
    const about = await signedBy(acme, mine);
    const text = JSON.stringify(about).replaceAll(issuerOf(about).id, 'did:web:nowhere.example');
    const answer = await endorse({ credential: JSON.parse(text) }, { credentialId: mine.id });
    expect(answer).toMatchObject({
      ok: false,
      refusal: { code: 'endorsement-refused', detail: expect.stringMatching(/^Verified now, it is unfinished: /) },
    });
  });
});
