import type { JsonObject } from '@proofmark/schemas';
import { loopbackServer, selfSignedCertificate } from '@proofmark/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { run, scratch } from '../cli.fixture.js';
import type { Finding } from './finding.js';
import { BADGE, DOCUMENT, headers, JWKS, json, LIST, type Page, startIssuer, type TestIssuer } from './issuer.fixture.js';

let issuer: TestIssuer;
const write = await scratch();
beforeAll(async () => {
  issuer = await startIssuer();
});
afterEach(() => issuer.mend());
afterAll(() => issuer.close());

interface Answer {
  readonly code: number;
  readonly issuer: string | null;
  readonly findings: readonly Finding[];
}

async function doctor(argument: string = issuer.badge): Promise<Answer> {
  const { code, out } = await run('doctor', '--json', argument);
  return { code, ...(JSON.parse(out) as Omit<Answer, 'code'>) };
}

const bad = ({ findings }: Answer): readonly string[] =>
  findings.filter(({ state }) => state !== 'ok').map(({ id, state }) => `${id} ${state}`);
/** Changes one of the keys with an absolute id; each stands a second time before them, under a relative one. */
const key = (change: (method: JsonObject) => JsonObject, at = 0) =>
  json((document) => {
    const methods = document.verificationMethod as readonly JsonObject[];
    const changed = methods.filter(({ id }) => !String(id).startsWith('#'))[at];
    return { ...document, verificationMethod: methods.map((method) => (method === changed ? change(method) : method)) };
  });

const everyKey = (more: JsonObject) =>
  json((document) => ({
    ...document,
    verificationMethod: (document.verificationMethod as readonly JsonObject[]).map((method) => ({ ...method, ...more })),
  }));

describe('a well configured issuer', () => {
  it('has only good findings, except that it is on this machine', async () => {
    const answer = await doctor();
    expect([answer.code, bad(answer), answer.issuer]).toEqual([0, ['local note'], issuer.did]);
    expect(answer.findings.filter(({ state }) => state === 'ok').map(({ id }) => id)).toEqual([
      'did-document',
      'did-id',
      'key',
      'key',
      'jwks',
      'jwks-key',
      'key-alone',
      'domain',
      'domain-document',
      'clock',
      'badge-address',
      'badge',
      'status',
      'status-list',
      'status-ttl',
      // The badge, its status list and the domain linkage are signed.
      'second-opinion',
      'second-opinion',
      'second-opinion',
    ]);
    expect(answer.findings.every(({ state, remedy }) => state === 'ok' || remedy !== '')).toBe(true);
  });

  it.each<[string, () => string]>([
    ['its DID', () => issuer.did],
    ['the address of its DID document', () => `${issuer.origin}${DOCUMENT}`],
    ['the address of its page', () => `${issuer.origin}/issuers/acme`],
  ])('is found by %s', async (_, argument) => {
    const answer = await doctor(argument());
    expect([answer.code, answer.issuer, bad(answer)]).toEqual([0, issuer.did, ['local note', 'status note']]);
  });

  it('is found by a badge in a file', async () => {
    const file = await write('badge.json', JSON.stringify(issuer.pages.get(BADGE)?.json));
    expect(await doctor(file)).toMatchObject({ code: 0, issuer: issuer.did });
  });

  it('is printed as text, each line with its remedy', async () => {
    issuer.break(DOCUMENT, headers({ 'access-control-allow-origin': undefined }));
    const { out, code } = await run('doctor', issuer.did);
    expect(code).toBe(1);
    expect(out).toContain('✗ The DID document cannot be read by pages of other origins (CORS)');
    expect(out).toContain('    → Send the header Access-Control-Allow-Origin: * with it.');
    expect(out.trimEnd().split('\n').at(-1)).toBe('Others cannot check everything: see the lines marked ✗.');
  });
});

const asPage = (page: Page): Page => ({ ...page, json: '<!doctype html>', headers: { 'content-type': 'text/html' } });
const gone = (page: Page): Page => ({ ...page, json: null });

describe('the doctor', () => {
  it.each<[string, string, (page: Page) => Page, string]>([
    ['no DID document', DOCUMENT, gone, 'did-document-missing problem'],
    ['a DID document that is not public', DOCUMENT, (page) => ({ ...page, status: 403 }), 'did-document-private problem'],
    ['a server that fails', DOCUMENT, (page) => ({ ...page, status: 500 }), 'did-document-error problem'],
    ['a page instead of the DID document', DOCUMENT, asPage, 'did-document-invalid problem'],
    ['a DID document of the wrong type', DOCUMENT, headers({ 'content-type': 'text/plain' }), 'did-document-type problem'],
    ['a DID document without a type', DOCUMENT, headers({ 'content-type': undefined }), 'did-document-type problem'],
    [
      'a DID document for one page only',
      DOCUMENT,
      headers({ 'access-control-allow-origin': 'https://acme.example' }),
      'did-document-cors problem',
    ],
    ['a DID document about another', DOCUMENT, json((document) => ({ ...document, id: 'did:web:else.example' })), 'did-id problem'],
    [
      'a key with its private part',
      DOCUMENT,
      key((method) => ({ ...method, publicKeyJwk: { ...(method.publicKeyJwk as JsonObject), d: 'x' } }), 1),
      'key-private problem',
    ],
    ['a key that is none', DOCUMENT, key((method) => ({ ...method, publicKeyMultibase: 'z6Mk' })), 'key-unusable problem'],
    [
      'a key of another controller',
      DOCUMENT,
      key((method) => ({ ...method, controller: 'did:web:else.example' })),
      'key-controller problem',
    ],
    ['keys that expire', DOCUMENT, everyKey({ expires: '2999-01-01T00:00:00Z' }), 'key-ends note'],
    ['keys that are revoked some day', DOCUMENT, everyKey({ revoked: '2999-01-01T00:00:00Z' }), 'key-ends note'],
    ['keys that may sign nothing', DOCUMENT, json((document) => ({ ...document, assertionMethod: [] })), 'no-key problem'],
    [
      'keys inside assertionMethod',
      DOCUMENT,
      json(({ verificationMethod, ...document }) => ({ ...document, assertionMethod: verificationMethod })),
      'assertion-method problem',
    ],
    ['relative ids', DOCUMENT, key((method) => ({ ...method, id: '#ed' })), 'relative-ids problem'],
    ['no key set', JWKS, gone, 'jwks-missing problem'],
    ['a key set that is none', JWKS, json(() => ({ key: [] })), 'jwks-invalid problem'],
    ['a key set that lacks the key', JWKS, json(() => ({ keys: [] })), 'jwks-key problem'],
    [
      'a key set with a private key',
      JWKS,
      json((set) => ({ keys: [{ ...(set.keys as JsonObject[])[0], d: 'x' }] })),
      'jwks-private problem',
    ],
    [
      'a key set without issuers',
      JWKS,
      json((set) => ({ keys: [{ ...(set.keys as JsonObject[])[0], iss: undefined }] })),
      'jwks-iss problem',
    ],
    [
      'a key of another issuer',
      JWKS,
      json((set) => ({ keys: [{ ...(set.keys as JsonObject[])[0], iss: 'did:web:x.example' }] })),
      'jwks-iss problem',
    ],
    ['no key alone', '/issuers/acme/keys/ec', gone, 'key-alone note'],
    ['a clock that is ahead', DOCUMENT, headers({ date: new Date(Date.now() + 3_600_000).toUTCString() }), 'clock problem'],
    ['a clock that is a little behind', DOCUMENT, headers({ date: new Date(Date.now() - 150_000).toUTCString() }), 'clock note'],
    ['no web domain', DOCUMENT, json((document) => ({ ...document, service: [] })), 'domain note'],
    ['a web domain that says nothing', 'domain/.well-known/did-configuration.json', gone, 'domain problem'],
    [
      'a web domain for servers only',
      'domain/.well-known/did-configuration.json',
      headers({ 'access-control-allow-origin': undefined }),
      'domain-document-cors problem',
    ],
    ['a badge that was changed', BADGE, json((badge) => ({ ...badge, name: 'Altered' })), 'badge problem'],
    ['no status list', LIST, gone, 'status-list-missing problem'],
    ['a status list that was changed', LIST, json((list) => ({ ...list, validFrom: '2020-01-01T00:00:00Z' })), 'status problem'],
    ['a status list that is a page', LIST, asPage, 'status-list-type problem'],
    ['a status list for servers only', LIST, headers({ 'access-control-allow-origin': undefined }), 'status-list-cors problem'],
    ['a status list that caches keep for weeks', LIST, headers({ 'cache-control': 'public, max-age=1209600' }), 'status-ttl note'],
  ])('reports %s', async (_, path, change, expected) => {
    issuer.break(path, change);
    const answer = await doctor();
    expect(bad(answer)).toContain(expected);
    expect(answer.code).toBe(expected.endsWith('problem') ? 1 : 0);
    for (const { state, remedy } of answer.findings) if (state !== 'ok') expect(remedy).toMatch(/\w.*[.]$/);
  });

  it('reports a badge without a status list', async () => {
    issuer.break(
      BADGE,
      json(({ credentialStatus: _, ...badge }) => badge),
    );
    expect(bad(await doctor())).toEqual(expect.arrayContaining(['badge problem']));
  });

  it('ends with its own exit code when the server does not answer', async () => {
    const server = await loopbackServer((_, response) => void response.end());
    await server.close();
    const answer = await doctor(`did:web:localhost%3A${server.port}`);
    expect([answer.code, bad(answer)]).toEqual([2, ['did-document-unreachable unknown', 'local note']]);
  });

  it('reports a certificate that browsers do not trust', async () => {
    const server = await loopbackServer((_, response) => void response.end('{}'), { tls: selfSignedCertificate('localhost') });
    const answer = await doctor(server.origin);
    await server.close();
    expect([answer.code, bad(answer)]).toEqual([1, ['subject-certificate problem']]);
  });

  it('reports an address that verifiers do not fetch', async () => {
    expect(await doctor('http://acme.example/issuers/acme')).toMatchObject({ code: 1, findings: [{ id: 'subject-address' }] });
  });

  it.each([
    ['a did:key', 'did:key:z6MkmWZ9gnUGWb5bPiPqk6FAnHqFbP2Rb2Qd2Dp6vZp4qkLZ'],
    ['a DID of an unknown method', 'did:ion:EiA'],
    ['a DID that is none', 'did:web:127.0.0.1'],
  ])('examines without a server %s', async (_, did) => {
    const { issuer: found, findings } = await doctor(did);
    expect(found).toBe(did);
    expect(findings.length).toBeGreaterThan(0);
  });

  it('reports an address that is neither an issuer nor a badge', async () => {
    issuer.break('/page', () => ({ json: '<!doctype html>', headers: { 'content-type': 'text/html' } }));
    expect(await doctor(`${issuer.origin}/page`)).toMatchObject({ code: 1, issuer: null, findings: [{ id: 'subject' }] });
    expect(await doctor(await write('text.txt', 'hello'))).toMatchObject({ code: 1, issuer: null, findings: [{ id: 'subject' }] });
  });

  it('ends with 64 on wrong usage', async () => {
    expect((await run('doctor', '/nowhere/badge.json')).code).toBe(64);
    expect((await run('doctor')).code).toBe(64);
  });

  it('shows nothing that moves the cursor', async () => {
    issuer.break(
      DOCUMENT,
      json((document) => ({ ...document, id: 'did:web:\u001b[2Jx' })),
    );
    expect((await run('doctor', issuer.did)).out).not.toContain('\u001b');
  });
});
