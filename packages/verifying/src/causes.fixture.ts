import type { JsonObject, Report } from '@proofmark/schemas';
import {
  acme,
  check,
  ISSUER,
  ISSUER_DOCUMENT,
  issuerDocument,
  JWT_METHOD,
  LIST,
  mallory,
  methodOf,
  NOW,
  namedKey,
  portsOf,
  rawToken,
  STATUS,
  signed,
  statusList,
  token,
  unsigned,
  type World,
  withRecipient,
} from './fixtures/badges.fixture.js';
import { host } from './fixtures/host.fixture.js';
import { ASSERTION, assertion, hostedWorld, jws, signedAssertion, signedWorld } from './ob2/older.fixture.js';
import { verify } from './verify.js';

type Make = () => Promise<Report>;

const bytes = (...values: readonly number[]) => ({ bytes: Uint8Array.from(values) });
const ascii = (text: string) => bytes(...[...text].map((character) => character.charCodeAt(0)));
const PICTURE = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);
const ADDRESS = 'https://badges.example/credentials/1';

/** The badge with something altered after it was signed. */
const altered = async (more: JsonObject): Promise<JsonObject> => ({ ...(await signed()), ...more });
const withStatus = (entry: JsonObject = {}) => signed(unsigned({ credentialStatus: { ...STATUS, ...entry } }));
const listed = async (list: World[string] | Promise<World[string]>, entry: JsonObject = {}) =>
  check(await withStatus(entry), { [LIST]: await list });
const withKey = (change: (method: JsonObject) => JsonObject): JsonObject => {
  const document = issuerDocument();
  return { ...document, verificationMethod: (document.verificationMethod as readonly JsonObject[]).map(change) };
};
const stolen = (method: JsonObject): JsonObject => ({
  ...method,
  revoked: '2027-01-15T00:00:00Z',
  revocationReason: 'A laptop was stolen',
});
const keyedBy = async (document: World[string]) => check(await signed(), { [ISSUER_DOCUMENT]: document });
const claimsOf = (badge: JsonObject): JsonObject => ({
  ...badge,
  iss: ISSUER,
  jti: badge.id as string,
  sub: (badge.credentialSubject as JsonObject).id as string,
  nbf: Date.parse(badge.validFrom as string) / 1000,
});
const asToken = (claims: JsonObject) => check(rawToken({ alg: 'ES256', typ: 'JWT', kid: JWT_METHOD }, claims));
const { iss: _iss, ...withoutIssuerClaim } = claimsOf(unsigned());
const REFRESH = 'https://badges.example/refresh/1';
const refreshable = (): Promise<JsonObject> =>
  signed(
    unsigned({
      '@context': [...(unsigned()['@context'] as readonly string[]), 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
      refreshService: { id: REFRESH, type: '1EdTechCredentialRefresh' },
    }),
  );
const ownDid = methodOf('did:key:', namedKey('alone')).replace(':#', ':');

/** Inputs that hold no badge. */
export const NOT_BADGES: Readonly<Record<string, Make>> = {
  'an empty file': () => check(bytes()),
  'a LinkedIn address': () => check({ url: 'https://www.linkedin.com/in/ada/details/certifications/' }),
  'a PDF': () => check(ascii('%PDF-1.7')),
  'a screenshot': () => check({ bytes: PICTURE }),
  'a drawing': () => check('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  'a photo': () => check(bytes(0xff, 0xd8, 0xff, 0xe0)),
  'an archive': () => check(ascii('PK\x03\x04')),
  'a web page': () => check('<!doctype html><html></html>'),
  'a sentence': () => check('I have a badge'),
  'a file of another kind': () => check(bytes(1, 2, 0xff, 0xfe)),
  'a JSON file that is no badge': () => check({ name: 'package', version: '1.0.0' }),
  'a badge class': () => check({ '@context': 'https://w3id.org/openbadges/v2', type: 'BadgeClass', name: 'X' }),
  'a log-in token': () => check(rawToken({ alg: 'ES256' }, { sub: 'ada', scope: 'mail' })),
  'a credential of another kind': () => check({ type: ['VerifiableCredential', 'DriversLicence'] }),
  'a presentation without a badge': () => check({ type: 'VerifiablePresentation' }),
  'a presentation of several badges': async () =>
    check({ type: 'VerifiablePresentation', verifiableCredential: [await signed(), await signed()] }),
  'text that can be read in two ways': () => check('{"type":["VerifiableCredential"],"type":"OpenBadgeCredential"}'),
  'JSON that nests without end': () => check(`${'['.repeat(20_000)}${']'.repeat(20_000)}`),
  'an address that does not answer': () => check({ url: ADDRESS }),
  'an address where nothing is': () => check({ url: ADDRESS }, { [ADDRESS]: { failure: 'http-status', status: 404 } }),
  'an address without a network': () => check({ url: ADDRESS }, { [ADDRESS]: { failure: 'offline' } }),
};

/** What can be wrong with a badge. */
export const FAULTS: Readonly<Record<string, Make>> = {
  'rearranged after signing': async () => check(await altered({ '@included': [] })),
  'with a word of another vocabulary': async () => check(await altered({ mood: 'proud' })),
  'with a vocabulary that is not pinned': async () =>
    check(await altered({ '@context': [...(unsigned()['@context'] as readonly string[]), 'https://other.example/context'] })),
  'with two parts that bear one address and differ': async () => {
    const page = { id: 'https://ada.example/work', type: ['Evidence'], name: 'Chapter 1' };
    return check(await signed(unsigned({ evidence: [page, { ...page, name: 'Chapter 2' }] })));
  },
  'without its achievement': async () =>
    check(
      await token(unsigned({ credentialSubject: { id: 'urn:uuid:5f0c7b0e-4c52-4d39-9a3b-2d4f5d7f0a11', type: ['AchievementSubject'] } })),
    ),
  'larger than any badge': async () => check(await altered({ evidence: Array.from({ length: 2_500 }, () => ({ type: ['Evidence'] })) })),
  'not signed': () => check(unsigned()),
  'altered after signing': async () => check(await altered({ name: 'Doctor of Medicine' })),
  'signed by a stranger': async () => check(await signed(unsigned(), mallory, methodOf(ISSUER, mallory))),
  'signed by somebody else, in their own name': async () => {
    const other = 'did:web:mallory.example';
    const method = methodOf(other, mallory);
    const document = {
      id: other,
      verificationMethod: [{ id: method, type: 'Multikey', controller: other, publicKeyMultibase: method.split('#')[1] as string }],
      assertionMethod: [method],
    };
    return check(await signed(unsigned(), mallory, method), { 'https://mallory.example/.well-known/did.json': document });
  },
  'signed by a key that is only its own word': async () =>
    check(await signed(unsigned(), namedKey('alone'), `${ownDid}#${ownDid.slice(8)}`)),
  'signed for another purpose': async () => {
    const badge = await signed();
    return check({ ...badge, proof: { ...(badge.proof as JsonObject), proofPurpose: 'authentication' } });
  },
  'without an issuer': async () =>
    check(rawToken({ alg: 'ES256', kid: JWT_METHOD }, Object.fromEntries(Object.entries(unsigned()).filter(([key]) => key !== 'issuer')))),
  'signed with a key that the issuer lets sign nothing': () => keyedBy({ ...issuerDocument(), assertionMethod: [] }),
  'signed with a key that had ended': () => keyedBy(withKey((method) => ({ ...method, expires: '2026-06-01T00:00:00Z' }))),
  'signed with a key that was revoked, without a place in a status list': () => keyedBy(withKey(stolen)),
  'signed with a key that was revoked': async () => check(await withStatus(), { [ISSUER_DOCUMENT]: withKey(stolen) }),
  'signed in a way that is not known here': async () => {
    const badge = await signed();
    return check({ ...badge, proof: { ...(badge.proof as JsonObject), cryptosuite: 'bbs-2023' } });
  },
  'of an issuer whose server does not answer': () => keyedBy({ failure: 'unreachable' }),
  'of an issuer who was not asked, for want of a network': () => keyedBy({ failure: 'offline' }),
  'of an issuer whose server answers with something else': () => keyedBy('<html></html>'),
  'of an issuer with an identifier that cannot be looked up': async () =>
    check(await signed(unsigned({ issuer: { id: 'did:ion:abc', type: ['Profile'] } }), acme, 'did:ion:abc#key')),
  'as a token that names no key': () => check(rawToken({ alg: 'ES256' }, claimsOf(unsigned()))),
  'as a token that contradicts itself': () => asToken({ ...claimsOf(unsigned()), iss: 'did:web:other.example' }),
  'as a token that lacks a claim': () => asToken(withoutIssuerClaim),
  'on a host that cannot check its signature': async () => {
    const ports = portsOf({ [ISSUER_DOCUMENT]: issuerDocument() });
    return verify({ json: await signed() }, { ...ports, crypto: { ...ports.crypto, verify: () => null } }, { at: NOW });
  },
  'from the future': async () => check(await signed(unsigned({ validFrom: '2027-06-01T00:00:00Z' }))),
  'that has ended': async () => check(await signed(unsigned({ validUntil: '2027-01-01T00:00:00Z' }))),
  'that was withdrawn': () => listed(statusList({ set: [94567] })),
  'that was withdrawn for a reason': async () => {
    const reference = `${ADDRESS}/status`;
    const world = {
      [LIST]: await statusList({ set: [94567] }),
      [reference]: { status: 'revoked', reason: 'Issued in error', date: '2027-02-01' },
    };
    return check(await withStatus({ statusReference: reference }), world);
  },
  'that is suspended': () => listed(statusList({ set: [94567], purpose: 'suspension' }), { statusPurpose: 'suspension' }),
  'whose withdrawal list does not answer': () => listed({ failure: 'timeout' }),
  'whose withdrawal list was not asked, for want of a network': () => listed({ failure: 'offline' }),
  'whose withdrawal list is out of date': () => listed(statusList({ more: { validUntil: '2026-12-01T00:00:00Z' } })),
  'whose withdrawal list somebody else signed': () => listed(statusList({ key: mallory })),
  'whose withdrawal list is of an unknown kind': async () =>
    check(await token(unsigned({ credentialStatus: { id: `${LIST}#1`, type: 'VelocityRevocationListJan2021' } }))),
};

/** What can be wrong with a badge of the older standard. */
export const OLDER_FAULTS: Readonly<Record<string, Make>> = {
  'at an address that is not its issuer’s': () =>
    check(
      assertion({ id: 'https://evil.example/1' }),
      hostedWorld({ 'https://evil.example/1': assertion({ id: 'https://evil.example/1' }) }),
    ),
  'at an address that does not answer': () => check(assertion(), hostedWorld({ [ASSERTION]: { failure: 'unreachable' } })),
  'that says it was withdrawn': () =>
    check(assertion(), hostedWorld({ [ASSERTION]: assertion({ revoked: true, revocationReason: 'Issued in error' } as never) })),
  'signed by a stranger': async () => check(await jws(signedAssertion(), 'stranger'), signedWorld()),
};

/** What does not change the verdict, with the check that tells it. */
export const BESIDE: Readonly<Record<string, Make>> = {
  'a badge of somebody else': async () => check(await signed(await withRecipient('ada@example.org')), {}, { recipient: 'eve@example.org' }),
  'a question about something that is no address': async () =>
    check(await signed(await withRecipient('ada@example.org')), {}, { recipient: 'ada at example' }),
  'an issuer that is not on the list': async () => check(await signed(), {}, { trustedIssuers: ['did:web:other.example'] }),
  'an issuer that the operator of its platform suspended': () =>
    keyedBy({ ...issuerDocument(), suspended: '2027-01-15T00:00:00Z', suspensionReason: 'It uses another name' }),
  'a registry that does not answer': async () => check(await signed(), {}, { registries: [{ url: 'https://registry.example/list.json' }] }),
  'a web domain that does not answer': () => domain({ failure: 'timeout' }),
  'a web domain that names somebody else': () => domain({ linked_dids: [] }),
  'an endorsement that could not be checked to the end': async () => {
    const unknown = { ...endorsement(), issuer: { id: 'did:ion:abc', type: ['Profile'] } };
    return check(await signed(unsigned({ endorsement: [await signed(unknown, acme, 'did:ion:abc#key')] })));
  },
  'an endorsement that the issuer signed itself': async () => check(await signed(unsigned({ endorsement: [await signed(endorsement())] }))),
  'an endorsement that does not hold': async () =>
    check(await signed(unsigned({ endorsement: [{ ...(await signed(endorsement())), name: 'Praised' }] }))),
  'a newer version that cannot be had': async () => check(await refreshable(), { [REFRESH]: { failure: 'timeout' } }),
  'a newer version that is none': async () => check(await refreshable(), { [REFRESH]: '<html></html>' }),
  'a newer version at a place of an unknown kind': async () =>
    check(await token(unsigned({ refreshService: { id: REFRESH, type: 'OtherRefreshService' } }))),
  'work that was not compared': async () => check(await signed()),
  'work that has changed': () => recheck('another report'),
  'work that is gone': () => recheck({ failure: 'http-status', status: 404 }),
  'work that is private': () => recheck({ failure: 'http-status', status: 403 }),
  'a document bound to the badge that is another one now': async () =>
    check(
      await signed(unsigned({ relatedResource: [await bound('https://badges.example/a.json')] })),
      { 'https://badges.example/a.json': '{}' },
      { work: 'recheck' },
    ),
  'no work at all': async () => check(await signed(unsigned({ evidence: [] }))),
  'no withdrawal list': async () => check(await signed()),
  'nobody as its recipient': async () => {
    const { id: _, ...subject } = unsigned().credentialSubject as JsonObject;
    return check(await signed(unsigned({ credentialSubject: subject })));
  },
};

async function domain(answer: World[string]): Promise<Report> {
  const service = [{ id: `${ISSUER}#domain`, type: 'LinkedDomains', serviceEndpoint: 'https://acme.example' }];
  const world = { [ISSUER_DOCUMENT]: issuerDocument({ service }), 'https://acme.example/.well-known/did-configuration.json': answer };
  return check(await signed(), world);
}

async function bound(id: string): Promise<JsonObject> {
  const digest = await host.crypto.digest('SHA-384', new TextEncoder().encode('as it was'));
  return { id, digestSRI: `sha384-${btoa(String.fromCharCode(...digest))}` };
}

async function recheck(answer: World[string]): Promise<Report> {
  const evidence = [{ ...(await bound('https://files.example/report.txt')), type: ['Evidence'] }];
  return check(await signed(unsigned({ evidence })), { 'https://files.example/report.txt': answer }, { work: 'recheck' });
}

function endorsement(): JsonObject {
  const { evidence: _, ...rest } = unsigned({
    id: 'https://endorser.example/e/1',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'Assessed',
    credentialSubject: { id: ADDRESS, type: ['EndorsementSubject'], endorsementComment: 'I read the code.' },
  });
  return rest;
}
