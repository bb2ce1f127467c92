import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { decodeList, getBit } from '@proofmark/credentials';
import { nodePorts } from '@proofmark/platform/node';
import { TEST_TYPE } from '@proofmark/schemas';
import { loopbackServer } from '@proofmark/testkit';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CredentialRecord } from '../../store/index.js';
import { judgeProof } from '../evidence/judge.fixture.js';
import { codeOf, good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import type { StatusPlace } from '../status-lists/status-list.js';

let issuing: Issuing;
let acme: Tenant;
beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
});
afterAll(() => issuing.close());

const ADA = { email: ' Ada@Example.org ', name: 'Ada Lovelace' };

async function issue(body: object = {}, tenant: Tenant = acme, key: string | null = null) {
  return issuing.useCases.issueCredential({
    actor: tenant.actor,
    input: { achievementId: tenant.achievement.id, body: { recipient: ADA, ...body }, idempotencyKey: key },
  });
}

async function issued(body: object = {}, tenant: Tenant = acme): Promise<CredentialRecord> {
  return good(await issue(body, tenant)).credential;
}

async function rows(table: string): Promise<number> {
  const { rows: found } = await issuing.database.pool.query(`SELECT count(*)::int AS n FROM ${table}`);
  return found[0].n;
}

describe('issuing a badge', () => {
  it('signs it so that @digitalbazaar/vc and jose accept it on their own', async () => {
    const { signed } = await issued();
    const keys = await issuing.store.signingKeys.list(acme.issuer.id);
    const badge = JSON.parse(signed!.json);
    expect(await judgeProof(badge, acme.issuer.did, keys)).toEqual({ verified: true });
    const jwks = createLocalJWKSet({ keys: keys.map((key) => ({ ...key.publicJwk, kid: key.verificationMethod })) });
    const { payload } = await jwtVerify(signed!.jwt, jwks);
    expect(payload).toMatchObject({ iss: acme.issuer.did, jti: badge.id, sub: badge.credentialSubject.id });
    expect(Object.keys(decodeProtectedHeader(signed!.jwt)).sort()).toEqual(['alg', 'kid', 'typ']);
    badge.name = 'Web API designer';
    expect(await judgeProof(badge, acme.issuer.did, keys)).toMatchObject({ verified: false });
  });

  it('signs what a test key issues with the type of a test, in both forms, and other verifiers accept it', async () => {
    const sandbox = await makeTenant(issuing, 'sandbox', {}, 'test');
    expect(sandbox.key).toMatch(/^pm_test_/);
    const { signed } = await issued({}, sandbox);
    const badge = JSON.parse(signed!.json);
    expect(badge).toMatchObject({
      type: ['VerifiableCredential', 'OpenBadgeCredential', TEST_TYPE],
      issuer: { name: 'sandbox Academy (TEST)' },
    });
    const keys = await issuing.store.signingKeys.list(sandbox.issuer.id);
    expect(await judgeProof(badge, sandbox.issuer.did, keys)).toEqual({ verified: true });
    const { payload } = await jwtVerify(
      signed!.jwt,
      createLocalJWKSet({ keys: keys.map(({ publicJwk, verificationMethod }) => ({ ...publicJwk, kid: verificationMethod })) }),
    );
    expect(payload.type).toEqual(badge.type);
    const without = { ...badge, type: badge.type.slice(0, 2) };
    expect(await judgeProof(without, sandbox.issuer.did, keys)).toMatchObject({ verified: false });
    expect(JSON.parse((await issued()).signed!.json).type).toHaveLength(2);
  });

  it('keeps the plain e-mail address out of the badge and out of the database', async () => {
    const credential = await issued();
    expect(credential.signed!.json).not.toMatch(/ada@example/i);
    const { rows: found } = await issuing.database.pool.query('SELECT c::text AS text FROM credential c');
    expect(found.some(({ text }) => /ada@example/i.test(text) || text.includes(Buffer.from('ada@example.org').toString('hex')))).toBe(
      false,
    );
    const { identifier } = JSON.parse(credential.signed!.json).credentialSubject;
    expect(identifier[0]).toMatchObject({ hashed: true, identityType: 'emailAddress' });
    expect(identifier[0].salt).toMatch(/^[0-9a-f]{32}$/);
    expect(identifier[1]).toEqual({ type: 'IdentityObject', hashed: false, identityType: 'name', identityHash: 'Ada Lovelace' });
    const again = JSON.parse((await issued()).signed!.json).credentialSubject;
    expect(again.identifier[0].identityHash).not.toBe(identifier[0].identityHash);
  });

  it('stores a signed, empty status list before it allocates the first place of it', async () => {
    const fresh = await makeTenant(issuing, 'first-list');
    const credential = await issued({}, fresh);
    const { rows: documents } = await issuing.database.pool.query('SELECT body, seq FROM status_list_document WHERE issuer_id = $1', [
      fresh.issuer.id,
    ]);
    expect(documents).toHaveLength(1);
    const list = JSON.parse(documents[0].body);
    expect(await judgeProof(list, fresh.issuer.did, await issuing.store.signingKeys.list(fresh.issuer.id))).toEqual({
      verified: true,
    });
    expect(list.id).toBe(JSON.parse(credential.signed!.json).credentialStatus.statusListCredential);
    expect(await bitOf(list, credential.statusIndex)).toBe(false);
  });

  it('adds the validity of the achievement in whole seconds', async () => {
    const tenant = await makeTenant(issuing, 'valid-for', { validFor: 'P1M' });
    const credential = await issued({ validFrom: '2026-01-31T10:00:00.9+01:00' }, tenant);
    expect(JSON.parse(credential.signed!.json)).toMatchObject({ validFrom: '2026-01-31T09:00:00Z', validUntil: '2026-02-28T09:00:00Z' });
    expect(codeOf(await issue({ validFrom: '2026-01-31T10:00:00Z', validUntil: '2026-01-31T10:00:00.5Z' }, tenant))).toBe(
      'invalid-request',
    );
  });

  it('marks the badges of a test issuer in the name', async () => {
    const tenant = await makeTenant(issuing, 'tests');
    await issuing.database.pool.query("UPDATE issuer SET mode = 'test' WHERE id = $1", [tenant.issuer.id]);
    expect(JSON.parse((await issued({}, tenant)).signed!.json).issuer.name).toBe('tests Academy (TEST)');
  });

  it('matches results with result descriptions by name', async () => {
    const tenant = await makeTenant(issuing, 'results', {
      resultDescription: [
        { name: 'Grade', resultType: 'LetterGrade', allowedValue: ['C', 'B', 'A'] },
        { name: 'Rubric', resultType: 'RubricCriterionLevel', rubricCriterionLevel: [{ name: 'Mastered' }], requiredLevel: 'Mastered' },
      ],
    });
    const credential = await issued(
      {
        results: [
          { name: 'Grade', value: 'A' },
          { name: 'Rubric', achievedLevel: 'Mastered' },
        ],
      },
      tenant,
    );
    const { achievement, result } = JSON.parse(credential.signed!.json).credentialSubject;
    expect(result[0]).toEqual({ type: ['Result'], resultDescription: achievement.resultDescription[0].id, value: 'A' });
    expect(result[1].achievedLevel).toBe(achievement.resultDescription[1].rubricCriterionLevel[0].id);
    expect(achievement.resultDescription[1].requiredLevel).toBe(result[1].achievedLevel);
    const wrong = await issue(
      {
        results: [
          { name: 'Grade', value: 'D' },
          { name: 'Mark', value: '1' },
        ],
      },
      tenant,
    );
    expect(wrong).toMatchObject({
      refusal: {
        errors: [
          { pointer: '/results/0/value', code: 'no-such-value' },
          { pointer: '/results/1/name', code: 'no-such-value' },
        ],
      },
    });
  });

  it('issues nothing for an archived achievement', async () => {
    const tenant = await makeTenant(issuing, 'archived');
    await issuing.database.pool.query('UPDATE achievement SET archived_at = now() WHERE id = $1', [tenant.achievement.id]);
    expect(codeOf(await issue({}, tenant))).toBe('conflict');
  });
});

describe('evidence', () => {
  const COMMIT = `https://github.com/ada/todo/tree/${'0f3c1b2a'.repeat(5)}`;

  it('fetches and hashes the evidence and signs the digest in the badge', async () => {
    const server = await loopbackServer((_, response) => response.setHeader('content-type', 'application/pdf').end('%PDF-1.7 thesis'));
    try {
      const tenant = await makeTenant(issuing, 'work', { evidencePolicy: { min: 2 } });
      const credential = await issued({ evidence: [{ url: `${server.origin}/thesis.pdf`, name: 'Thesis' }, { url: COMMIT }] }, tenant);
      const [file, commit] = JSON.parse(credential.signed!.json).evidence;
      const digest = await nodePorts().crypto.digest('SHA-256', new TextEncoder().encode('%PDF-1.7 thesis'));
      expect(file).toEqual({
        type: ['Evidence'],
        id: `${server.origin}/thesis.pdf`,
        name: 'Thesis',
        mediaType: 'application/pdf',
        digestMultibase: `u${Buffer.from([0x12, 0x20, ...digest]).toString('base64url')}`,
      });
      expect(commit.id).toBe(COMMIT);
      expect(credential.evidenceFindings.map(({ pinned, method }) => [pinned, method])).toEqual([
        [true, 'digest'],
        // The service could not fetch this one.
        [false, 'none'],
      ]);
    } finally {
      await server.close();
    }
  });

  it('refuses evidence that does not meet the policy, names what is missing and writes nothing', async () => {
    const tenant = await makeTenant(issuing, 'strict', { evidencePolicy: { min: 1, kinds: ['repository'], pinned: 'required' } });
    const before = [await rows('credential'), await rows('status_list'), await rows('idempotency')];
    expect(await issue({}, tenant, 'strict-1')).toMatchObject({
      refusal: { code: 'evidence-required', errors: [{ pointer: '/evidence', code: 'too-few' }] },
    });
    const branch = await issue({ evidence: [{ url: 'https://github.com/ada/todo/tree/main' }] }, tenant, 'strict-2');
    expect(branch).toMatchObject({ refusal: { code: 'evidence-not-seen', errors: [{ pointer: '/evidence/0/url', code: 'not-seen' }] } });
    const twice = await issue({ evidence: [{ url: COMMIT }, { url: COMMIT }] }, tenant);
    expect(twice).toMatchObject({
      refusal: {
        code: 'evidence-required',
        errors: [{ code: 'not-seen' }, { code: 'not-seen' }, { pointer: '/evidence/1/url', code: 'not-unique' }],
      },
    });
    expect([await rows('credential'), await rows('status_list'), await rows('idempotency')]).toEqual(before);
  });

  it('issues one page as criteria and as evidence, and refuses two that contradict each other', async () => {
    const url = 'https://github.com/ada/todo';
    const tenant = await makeTenant(issuing, 'merge', { criteria: { id: url, narrative: 'A to-do list.' } });
    const badge = JSON.parse((await issued({ evidence: [{ url, name: 'To-do' }] }, tenant)).signed!.json);
    expect([badge.credentialSubject.achievement.criteria.id, badge.evidence[0].id]).toEqual([url, url]);
    const merged = await issue({ evidence: [{ url, narrative: 'Something else.' }] }, tenant);
    expect(merged).toMatchObject({ refusal: { code: 'credential-refused', errors: [{ pointer: '/evidence/0/url', code: 'not-unique' }] } });
  });

  it('stores nothing of a badge that is refused, and gives its place to no other badge', async () => {
    const tenant = await makeTenant(issuing, 'no-place', { criteria: { id: 'https://github.com/ada/todo', narrative: 'A to-do list.' } });
    const taken: StatusPlace[] = [];
    const observed = issuing.with({
      places: {
        ...issuing.foundation.places,
        async take(issuer, count) {
          const places = await issuing.foundation.places.take(issuer, count);
          taken.push(...places);
          return places;
        },
      },
    });
    const input = (body: object) => ({ achievementId: tenant.achievement.id, body: { recipient: ADA, ...body }, idempotencyKey: null });
    const refusedBody = { evidence: [{ url: 'https://github.com/ada/todo', narrative: 'Something else.' }] };
    const before = await rows('credential');
    const refusal = await observed.issueCredential({ actor: tenant.actor, input: input(refusedBody) });
    expect(codeOf(refusal)).toBe('credential-refused');
    expect(await rows('credential')).toBe(before);
    const { credential } = good(await observed.issueCredential({ actor: tenant.actor, input: input({}) }));
    expect(taken).toHaveLength(2);
    expect(taken[1]).toEqual({ listId: credential.statusListId, index: credential.statusIndex });
    expect(taken[1]).not.toEqual(taken[0]);
  });

  it('never fetches loopback evidence for a service that is not local', async () => {
    const server = await loopbackServer((_, response) => response.end('secret'));
    try {
      const tenant = await makeTenant(issuing, 'not-local');
      const result = await issuing.with({ local: false }).issueCredential({
        actor: tenant.actor,
        input: {
          achievementId: tenant.achievement.id,
          body: { recipient: ADA, evidence: [{ url: `${server.origin}/x` }] },
          idempotencyKey: null,
        },
      });
      expect(result).toMatchObject({ refusal: { errors: [{ pointer: '/evidence/0/url', code: 'not-allowed' }] } });
      expect(server.requests).toHaveLength(0);
    } finally {
      await server.close();
    }
  });
});

describe('rotating a key', () => {
  it('leaves old badges valid and signs new ones with the new key', async () => {
    const old = await issued();
    const key = good(
      await issuing.useCases.rotateSigningKey({ actor: acme.actor, input: { issuerId: acme.issuer.id, algorithm: 'ES256' } }),
    );
    const fresh = await issued();
    expect(decodeProtectedHeader(fresh.signed!.jwt).kid).toBe(key.verificationMethod);
    expect(decodeProtectedHeader(old.signed!.jwt).kid).not.toBe(key.verificationMethod);
    const keys = await issuing.store.signingKeys.list(acme.issuer.id);
    for (const { signed } of [old, fresh])
      expect(await judgeProof(JSON.parse(signed!.json), acme.issuer.did, keys)).toEqual({ verified: true });
    expect(keys.filter((one) => one.retiredAt === null)).toHaveLength(2);
  });
});

async function bitOf(list: { credentialSubject: { encodedList: string } }, index: number): Promise<boolean | null> {
  const unzip = promisify(gunzip);
  const decoded = await decodeList(list.credentialSubject.encodedList, async (data) => Uint8Array.from(await unzip(data)), {
    maxBytes: 1 << 20,
  });
  return decoded.ok ? getBit(decoded.bits, index) : null;
}
