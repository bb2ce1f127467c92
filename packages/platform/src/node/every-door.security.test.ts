import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { digestMultibase, digestSRI } from '@proofmark/evidence';
import type { JsonObject, Report } from '@proofmark/schemas';
import { afterAll, describe, expect, it } from 'vitest';
import { type Doors, type Hostile, openDoors } from './every-door.fixture.js';

const opened = await openDoors();
afterAll(() => opened?.close());

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
/** What is never fetched at all is the safest door. */
const NEVER = 'an image and a schema';
const NOT_ANSWERED = ['unknown', 'not-checked', 'absent'];
const sri = (text: string): string => digestSRI(createHash('sha384').update(text).digest());
const multibase = (text: string): string => digestMultibase(createHash('sha256').update(text).digest());

/** One place where a badge, its issuer or its reader can make us fetch: what is verified then, and what became of that question. */
type Door = (doors: Doors, hostile: Hostile) => Promise<string | null>;

const outcomeOf = (report: Report, check: keyof Report['checks']): string => report.checks[check].outcome;
const status = (url: string, more: JsonObject = {}): JsonObject => ({
  id: `${url}#1`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '1',
  statusListCredential: url,
  ...more,
});
const work = async (doors: Doors, evidence: JsonObject): Promise<string | null> => {
  const badge = await doors.sign({ evidence: [{ type: ['Evidence'], ...evidence }] });
  const report = await doors.verify({ json: badge });
  expect(report.verdict).toBe('genuine-issuer-unknown');
  const sameBytes = report.evidence[0]?.sameBytes ?? null;
  expect(outcomeOf(report, 'evidence')).toBe(sameBytes === 'gone' ? 'failed' : 'unknown');
  return sameBytes;
};
/** A badge whose report on its work is there, with a work log at this address. */
const withReport = async (doors: Doors, log: string): Promise<Report> => {
  const credential = 'https://badges.example/credentials/0198c0de-0000-7000-8000-000000000001';
  const text = JSON.stringify({ type: 'ProofmarkEvidenceReport', credential, madeAt: '2026-11-22T09:00:00Z', log, items: [] });
  doors.documents.set('/evidence-report', text);
  const related = { id: `${doors.origin}/evidence-report`, mediaType: 'application/json', digestSRI: sri(text) };
  return doors.verify({ json: await doors.sign({ relatedResource: [related] }) });
};
const endorsement = (doors: Doors, more: JsonObject, did?: string): Promise<JsonObject> =>
  doors.sign(
    {
      id: 'https://badges.example/endorsements/1',
      type: ['VerifiableCredential', 'EndorsementCredential'],
      evidence: undefined,
      credentialSubject: { id: 'https://badges.example/credentials/0198c0de-0000-7000-8000-000000000001', type: ['EndorsementSubject'] },
      ...more,
    },
    did,
  );

/** The context that defines the types of 1EdTech's own extensions. */
const EXTENDED = {
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
  ],
} as const;

/** The issuer's status list, in which the badge is withdrawn. */
function withdrawing(doors: Doors): Promise<JsonObject> {
  const bits = new Uint8Array(16_384);
  bits[0] = 0b0100_0000;
  const id = `${doors.origin}/list`;
  return doors.sign({
    ...Object.fromEntries(['name', 'evidence', 'validUntil'].map((term) => [term, undefined])),
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: `u${gzipSync(bits).toString('base64url')}`,
    },
  });
}

const DOORS: Readonly<Record<string, Door>> = {
  'the badge itself': async (doors, { at }) => outcomeOf(await doors.verify({ url: at('/badge') }), 'format'),
  'the DID of the issuer': async (doors, { at }) => {
    const [, host = '', path = ''] = /^https:\/\/([^/]+)(.*)$/.exec(at('/issuer')) ?? [];
    const did = `did:web:${host.replace(':', '%3A')}${path.replaceAll('/', ':')}`;
    const report = await doors.verify({ json: await doors.sign({}, did) });
    expect(report.verdict).not.toMatch(/genuine/);
    return outcomeOf(report, 'issuer-resolved');
  },
  'the address of the issuer, as a key document': async (doors, { at }) =>
    outcomeOf(await doors.verify({ json: await doors.sign({}, at('/issuer')) }), 'issuer-resolved'),
  'the status list': async (doors, { at }) => {
    const report = await doors.verify({ json: await doors.sign({ credentialStatus: status(at('/list')) }) });
    expect(report.verdict).toBe('unfinished');
    return outcomeOf(report, 'revoked');
  },
  'the reference of a status': async (doors, { at }) => {
    doors.documents.set('/list', await withdrawing(doors));
    const entry = status(`${doors.origin}/list`, { statusReference: at('/why') });
    const report = await doors.verify({ json: await doors.sign({ credentialStatus: entry }) });
    // What the list says holds, whatever becomes of the question why.
    expect(report.checks.revoked).toMatchObject({ outcome: 'failed', code: 'revoked' });
    return report.checks.revoked.detail?.reason === undefined ? 'absent' : 'found';
  },
  'the refresh service': async (doors, { at }) => {
    const refreshService = { id: at('/newer'), type: '1EdTechCredentialRefresh' };
    return outcomeOf(await doors.verify({ json: await doors.sign({ ...EXTENDED, refreshService }) }), 'refresh');
  },
  'a registry': async (doors, { at }) => {
    const registries = [{ url: at('/registry.json') }];
    return outcomeOf(await doors.verify({ json: await doors.sign({}) }, { registries }), 'issuer-trusted');
  },
  'a web domain that the issuer claims': async (doors, { at }) => {
    const before = doors.documents.get('/issuers/acme/did.json') as JsonObject;
    const service = [{ id: `${doors.did}#d`, type: 'LinkedDomains', serviceEndpoint: new URL(at('/')).origin }];
    doors.documents.set('/issuers/acme/did.json', { ...before, service });
    const report = await doors.verify({ json: await doors.sign({}) });
    doors.documents.set('/issuers/acme/did.json', before);
    // The issuer's own platform is no claim, and what is no origin is none either.
    return outcomeOf(report, 'issuer-domain') === 'not-applicable' ? 'absent' : outcomeOf(report, 'issuer-domain');
  },
  'a file of the work': (doors, { at }) => work(doors, { id: at('/report.pdf'), digestMultibase: multibase('x') }),
  'a page of the work': (doors, { at }) => work(doors, { id: at('/shop') }),
  'a repository of the work': (doors, { at }) => work(doors, { id: `${at('/ada/work.git')}#${COMMIT}` }),
  'a view of a repository': (doors, { at }) => work(doors, { id: at(`/ada/work/-/tree/${COMMIT}`) }),
  'the origin of a SWHID': (doors, { at }) =>
    work(doors, { id: `swh:1:dir:${COMMIT};origin=${at('/ada/work.git')};anchor=swh:1:rev:${COMMIT}` }),
  'a related resource': async (doors, { at }) => {
    const related = { id: at('/evidence-report'), mediaType: 'application/json', digestSRI: sri('x') };
    const evidence = [{ type: ['Evidence'], id: `${doors.origin}/none` }];
    const report = await doors.verify({ json: await doors.sign({ relatedResource: [related], evidence }) });
    // Nothing is known of the document, so it is no mismatch either.
    expect(report.checks.evidence).not.toMatchObject({ detail: { related: expect.anything() } });
    return report.evidence[0]?.theirs ?? null;
  },
  'the work log': async (doors, { at }) => ((await withReport(doors, at('/log'))).contained.length === 0 ? 'absent' : 'found'),
  'the issuer of an endorsement': async (doors, { at }) => {
    const inner = await endorsement(doors, {}, at('/endorser'));
    const report = await doors.verify({ json: await doors.sign({ endorsement: [inner] }) });
    return outcomeOf(report, 'endorsements');
  },
  'the status list of an endorsement in a work log': async (doors, { at }) => {
    const credential = 'https://badges.example/credentials/0198c0de-0000-7000-8000-000000000001';
    const inner = await endorsement(doors, { credentialStatus: status(at('/list')) });
    doors.documents.set('/log', { type: 'ProofmarkWorkLog', credential, items: [], endorsements: [inner] });
    const report = await withReport(doors, `${doors.origin}/log`);
    expect(report.contained[0]).toMatchObject({ from: 'work-log', verdict: 'unfinished' });
    return outcomeOf(report, 'endorsements');
  },
  [NEVER]: async (doors, { at }) => {
    const before = doors.resolved.length;
    const image = { id: at('/image.png'), type: 'Image' };
    const report = await doors.verify({
      json: await doors.sign({
        ...EXTENDED,
        image,
        credentialSchema: [{ id: at('/schema.json'), type: '1EdTechJsonSchemaValidator2019' }],
      }),
    });
    expect(report.contacted.every(({ for: purpose }) => purpose === 'issuer')).toBe(true);
    expect(doors.resolved.slice(before).every((name) => name === 'good.example')).toBe(true);
    return 'absent';
  },
};

describe.runIf(opened !== null)('no door leads to an address inside', () => {
  it.each(Object.entries(DOORS))('%s', async (name, door) => {
    const doors = opened!;
    // The door is one: a public name is asked for.
    const before = doors.resolved.length;
    await door(doors, { name: 'public', at: (path) => `https://also.example:${new URL(doors.origin).port}${path}` });
    expect(doors.resolved.slice(before).includes('also.example')).toBe(name !== NEVER);
    for (const hostile of doors.hostiles) {
      const answer = await door(doors, hostile);
      expect([hostile.name, answer, doors.trapped()]).toEqual([hostile.name, NOT_ANSWERED.includes(answer ?? '') ? answer : 'unknown', 0]);
    }
  });

  it('and the trap is one: a fetch without a guard falls into it', async () => {
    const doors = opened!;
    const { port } = new URL(doors.origin);
    await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
    expect(doors.trapped()).toBe(1);
  });
});
