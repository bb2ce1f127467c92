import { decodeBase64url, encodeBase64url } from '@proofmark/primitives';
import type { Json, JsonObject, Report } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import {
  acmeJwt,
  check,
  ISSUER,
  ISSUER_DOCUMENT,
  issuerDocument,
  JWT_METHOD,
  LIST,
  rawToken,
  STATUS,
  signed,
  statusList,
  token,
  unsigned,
  type World,
} from '../fixtures/badges.fixture.js';
import { CONFIGURATION, claiming, configuration, linkage, linkageToken, ORIGIN } from '../fixtures/issuer.fixture.js';
import type { VerifyInput } from '../input/verify-input.js';

const badge = await signed();
const jwt = await token();
const payload = JSON.parse(new TextDecoder().decode(decodeBase64url(jwt.split('.')[1] ?? '') ?? undefined)) as JsonObject;
const HEADER = { alg: 'ES256', kid: JWT_METHOD, typ: 'JWT' };
const COMMIT = '0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567';

/** A token whose two parts are these texts, signed as they stand. */
function tokenOf(header: string, claims: string): string {
  const input = [header, claims].map((part) => encodeBase64url(new TextEncoder().encode(part))).join('.');
  return `${input}.${encodeBase64url(acmeJwt.signer.sign(new TextEncoder().encode(input)) as Uint8Array)}`;
}

/** The issuer's document with another JWK, or another id, for its second key. */
function withKey(change: (method: JsonObject) => JsonObject): World {
  const document = issuerDocument();
  const [first, second] = document.verificationMethod as readonly JsonObject[];
  return { [ISSUER_DOCUMENT]: { ...document, verificationMethod: [first as Json, change(second as JsonObject)] } };
}

/** The token that our issuers have, of a credential that says the same as its claims. */
const linking = (more: JsonObject = {}, claims: JsonObject = {}): string =>
  linkageToken(linkage(more), { exp: Date.parse('2031-11-22T09:00:00Z') / 1000, ...claims });
const linked = (more: World = {}): World => ({ [ISSUER_DOCUMENT]: claiming(ORIGIN), ...more });

// Each of these was once, or might be, read in two ways. `check` compares the pipeline with the profile and without it.
describe('the profile changes no report about', () => {
  const same = (input: Json | VerifyInput, world: World = {}): Promise<Report> => check(input, world);

  it('classes that are written as one word with a comma in it', async () => {
    const report = await same({ ...badge, type: 'VerifiableCredential,OpenBadgeCredential' });
    expect(report.verdict).not.toContain('genuine');
    const list = { ...(await statusList()), type: 'VerifiableCredential,BitstringStatusListCredential' };
    await same(await signed(unsigned({ credentialStatus: STATUS })), { [LIST]: list });
  });

  it('white space that JSON does not know', async () => {
    for (const space of ['\u00a0', '\u2028', '\ufeff', '\v', '\f']) {
      for (const text of [JSON.stringify(badge) + space, space + JSON.stringify(badge), jwt + space, space + jwt]) {
        await same({ text });
        await same({ bytes: new TextEncoder().encode(text) });
        await same({ url: 'https://badges.example/credentials/1' }, { 'https://badges.example/credentials/1': text });
      }
    }
  });

  it('tokens with a byte order mark inside, or with an oversized header', async () => {
    const [header, claims] = [JSON.stringify(HEADER), JSON.stringify(payload)];
    await same(tokenOf(`\ufeff${header}`, claims));
    await same(tokenOf(header, `\ufeff${claims}`));
    await same(tokenOf(header + ' '.repeat(13_000), claims));
  });

  it('names of keys that are no DID URLs', async () => {
    for (const fragment of ['a b', 'ö', 'a\u00a0b', 'x'.repeat(5000), 'a|b', 'a\\b', '%', 'a"b']) {
      const kid = `${JWT_METHOD.split('#')[0]}#${fragment}`;
      const world = withKey((method) => ({ ...method, id: kid }));
      const document = world[ISSUER_DOCUMENT] as JsonObject;
      const report = await same(rawToken({ ...HEADER, kid }, payload), { [ISSUER_DOCUMENT]: { ...document, assertionMethod: [kid] } });
      expect(report.checks.signature.outcome).toBeDefined();
    }
  });

  it('keys in another spelling, or of another kind than they say', async () => {
    const x = acmeJwt.publicKey.jwk.x ?? '';
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const loose = x.slice(0, -1) + alphabet[alphabet.indexOf(x.at(-1) as string) + 1];
    for (const other of [{ x: loose }, { x: `${x}=` }, { x: ` ${x}` }, { kty: 'OKP' }, { kty: 'ec' }, { y: x }, { x: 'AA' }]) {
      await same(
        jwt,
        withKey((method) => ({ ...method, publicKeyJwk: { ...(method.publicKeyJwk as JsonObject), ...other } })),
      );
    }
  });

  it('key documents that may be something else', async () => {
    for (const key of ['keys', 'kty', 'publicKeyJwk', 'publicKeyMultibase']) {
      for (const value of [null, '', [], {}]) await same(badge, { [ISSUER_DOCUMENT]: issuerDocument({ [key]: value }) });
    }
  });

  it('half a character in the name of a member', async () => {
    const broken = { '\ud800': 1 };
    await same(badge, { [ISSUER_DOCUMENT]: issuerDocument(broken) });
    await same(badge, linked({ [CONFIGURATION]: { ...configuration(linking()), ...broken } }));
    const reference = 'https://badges.example/why';
    const withdrawn = await signed(unsigned({ credentialStatus: { ...STATUS, statusReference: reference } }));
    const why = { reason: 'Gone', date: '2027-01-01', ...broken };
    await same(withdrawn, { [LIST]: await statusList({ set: [94567] }), [reference]: why });
  });

  it('parts of a second, which no claim of a token can say exactly', async () => {
    for (const fraction of ['.001', '.5', '.57', '.999']) {
      const validUntil = `2029-11-22T09:00:00${fraction}Z`;
      const exp = Date.parse(validUntil) / 1000;
      await same(rawToken(HEADER, { ...payload, validUntil, exp }));
      await same(badge, linked({ [CONFIGURATION]: configuration(linking({ expirationDate: validUntil }, { exp })) }));
    }
    // 1.001 times a thousand is a little less than 1001.
    const early = { validFrom: '1970-01-01T00:00:00Z', nbf: 0, validUntil: '1970-01-01T00:00:01.001Z', exp: 1.001 };
    await same(rawToken(HEADER, { ...payload, ...early }));
  });

  it('domains that only begin like this machine', async () => {
    const origin = 'http://localhost.evil.example';
    const world = {
      [ISSUER_DOCUMENT]: claiming(origin),
      [`${origin}/.well-known/did-configuration.json`]: configuration(linking({ credentialSubject: { id: ISSUER, origin } })),
    };
    expect((await same(badge, world)).checks['issuer-domain'].outcome).toBe('failed');
  });

  it('domain linkage tokens with more content than is read', async () => {
    const contexts = Array.from({ length: 2200 }, () => ({}));
    await same(badge, linked({ [CONFIGURATION]: configuration(linking({ '@context': contexts })) }));
  });

  it('tokens whose claim `jti` is no text', async () => {
    for (const jti of [7, true, null, '']) await same(tokenOf(JSON.stringify(HEADER), JSON.stringify({ ...payload, jti })));
  });

  it('links that are too long, or name their commit twice', async () => {
    const work = (...ids: readonly string[]) =>
      unsigned({ evidence: ids.map((id, at) => ({ id, type: ['Evidence'], name: `Piece ${at}` })) });
    const long = `https://github.com/ada/todo/tree/${COMMIT}${'/src'.repeat(1100)}`;
    expect((await same(await signed(work(long)))).evidence[0]?.pinned).toBe('not-checked');
    expect((await same(await signed(work(`swh:1:rev:${COMMIT};origin=https://x.example/${'a'.repeat(5000)}`)))).evidence[0]?.pinned).toBe(
      'not-checked',
    );
    const name = (path: string, repository = 'https://github.com/ada/todo') =>
      `swh:1:dir:${COMMIT};origin=${repository};anchor=swh:1:rev:${COMMIT};path=${path}`;
    await same(await signed(work(`https://github.com/ada/todo/tree/${COMMIT}/a/${COMMIT}/b`, name('/a'))));
    const twice = `https://git.acme.example/${COMMIT}/todo`;
    await same(await signed(work(`${twice}/src/commit/${COMMIT}/a`, name('/a', twice))));
  });

  it('values that are not JSON', async () => {
    await same({ json: { ...badge, image: undefined } as unknown as Json });
    await same({ json: { ...badge, proof: undefined } as unknown as Json });
    const subject = unsigned().credentialSubject as JsonObject;
    const { criteria, ...rest } = subject.achievement as JsonObject;
    const achievement = { ...rest, criteria: { ...(criteria as JsonObject), id: undefined } } as unknown as Json;
    await same({ json: { ...badge, credentialSubject: { ...subject, achievement } } as unknown as Json });
  });

  it('an input of two kinds', async () => {
    await same({ text: JSON.stringify(badge), bytes: new Uint8Array([1]) } as VerifyInput);
    await same({ text: JSON.stringify(badge), url: 'https://badges.example/x' } as VerifyInput);
  });
});
