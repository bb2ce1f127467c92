import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { digestMultibase, digestSRI } from '@proofmark/evidence';
import type { JsonObject, Report } from '@proofmark/schemas';
import { afterAll, describe, expect, it } from 'vitest';
import { type Hostile, openSsrfStage, type SsrfStage } from './ssrf-entry-points.fixture.js';

// T4: every entry point that fetches, led to addresses of the inside.

const opened = await openSsrfStage();
afterAll(() => opened?.close());

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
/** Addresses that are never fetched at all. */
const NEVER = 'an image and a schema';
const NOT_ANSWERED = ['unknown', 'not-checked', 'absent'];
const sri = (text: string): string => digestSRI(createHash('sha384').update(text).digest());
const multibase = (text: string): string => digestMultibase(createHash('sha256').update(text).digest());

/** One place where a badge, its issuer or its reader can make us fetch: what is verified then, and what became of that question. */
type EntryPoint = (stage: SsrfStage, hostile: Hostile) => Promise<string | null>;

const outcomeOf = (report: Report, check: keyof Report['checks']): string => report.checks[check].outcome;
const status = (url: string, more: JsonObject = {}): JsonObject => ({
  id: `${url}#1`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '1',
  statusListCredential: url,
  ...more,
});
const work = async (stage: SsrfStage, evidence: JsonObject): Promise<string | null> => {
  const badge = await stage.sign({ evidence: [{ type: ['Evidence'], ...evidence }] });
  const report = await stage.verify({ json: badge });
  expect(report.verdict).toBe('genuine-issuer-unknown');
  const sameBytes = report.evidence[0]?.sameBytes ?? null;
  expect(outcomeOf(report, 'evidence')).toBe(sameBytes === 'gone' ? 'failed' : 'unknown');
  return sameBytes;
};
/** A badge whose report on its work is there, with a work log at this address. */
const withReport = async (stage: SsrfStage, log: string): Promise<Report> => {
  const credential = 'https://badges.example/credentials/0198c0de-0000-7000-8000-000000000001';
  const text = JSON.stringify({ type: 'ProofmarkEvidenceReport', credential, madeAt: '2026-11-22T09:00:00Z', log, items: [] });
  stage.documents.set('/evidence-report', text);
  const related = { id: `${stage.origin}/evidence-report`, mediaType: 'application/json', digestSRI: sri(text) };
  return stage.verify({ json: await stage.sign({ relatedResource: [related] }) });
};
const endorsement = (stage: SsrfStage, more: JsonObject, did?: string): Promise<JsonObject> =>
  stage.sign(
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
function withdrawing(stage: SsrfStage): Promise<JsonObject> {
  const bits = new Uint8Array(16_384);
  bits[0] = 0b0100_0000;
  const id = `${stage.origin}/list`;
  return stage.sign({
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

const ENTRY_POINTS: Readonly<Record<string, EntryPoint>> = {
  'the badge itself': async (stage, { at }) => outcomeOf(await stage.verify({ url: at('/badge') }), 'format'),
  'the DID of the issuer': async (stage, { at }) => {
    const [, host = '', path = ''] = /^https:\/\/([^/]+)(.*)$/.exec(at('/issuer')) ?? [];
    const did = `did:web:${host.replace(':', '%3A')}${path.replaceAll('/', ':')}`;
    const report = await stage.verify({ json: await stage.sign({}, did) });
    expect(report.verdict).not.toMatch(/genuine/);
    return outcomeOf(report, 'issuer-resolved');
  },
  'the address of the issuer, as a key document': async (stage, { at }) =>
    outcomeOf(await stage.verify({ json: await stage.sign({}, at('/issuer')) }), 'issuer-resolved'),
  'the status list': async (stage, { at }) => {
    const report = await stage.verify({ json: await stage.sign({ credentialStatus: status(at('/list')) }) });
    expect(report.verdict).toBe('unfinished');
    return outcomeOf(report, 'revoked');
  },
  'the reference of a status': async (stage, { at }) => {
    stage.documents.set('/list', await withdrawing(stage));
    const entry = status(`${stage.origin}/list`, { statusReference: at('/why') });
    const report = await stage.verify({ json: await stage.sign({ credentialStatus: entry }) });
    // What the list says holds, whatever becomes of the question why.
    expect(report.checks.revoked).toMatchObject({ outcome: 'failed', code: 'revoked' });
    return report.checks.revoked.detail?.reason === undefined ? 'absent' : 'found';
  },
  'the refresh service': async (stage, { at }) => {
    const refreshService = { id: at('/newer'), type: '1EdTechCredentialRefresh' };
    return outcomeOf(await stage.verify({ json: await stage.sign({ ...EXTENDED, refreshService }) }), 'refresh');
  },
  'a registry': async (stage, { at }) => {
    const registries = [{ url: at('/registry.json') }];
    return outcomeOf(await stage.verify({ json: await stage.sign({}) }, { registries }), 'issuer-trusted');
  },
  'a web domain that the issuer claims': async (stage, { at }) => {
    const before = stage.documents.get('/issuers/acme/did.json') as JsonObject;
    const service = [{ id: `${stage.did}#d`, type: 'LinkedDomains', serviceEndpoint: new URL(at('/')).origin }];
    stage.documents.set('/issuers/acme/did.json', { ...before, service });
    const report = await stage.verify({ json: await stage.sign({}) });
    stage.documents.set('/issuers/acme/did.json', before);
    // The issuer's own platform is no claim, and what is no origin is none either.
    return outcomeOf(report, 'issuer-domain') === 'not-applicable' ? 'absent' : outcomeOf(report, 'issuer-domain');
  },
  'a file of the work': (stage, { at }) => work(stage, { id: at('/report.pdf'), digestMultibase: multibase('x') }),
  'a page of the work': (stage, { at }) => work(stage, { id: at('/shop') }),
  'a repository of the work': (stage, { at }) => work(stage, { id: `${at('/ada/work.git')}#${COMMIT}` }),
  'a view of a repository': (stage, { at }) => work(stage, { id: at(`/ada/work/-/tree/${COMMIT}`) }),
  'the origin of a SWHID': (stage, { at }) =>
    work(stage, { id: `swh:1:dir:${COMMIT};origin=${at('/ada/work.git')};anchor=swh:1:rev:${COMMIT}` }),
  'a related resource': async (stage, { at }) => {
    const related = { id: at('/evidence-report'), mediaType: 'application/json', digestSRI: sri('x') };
    const evidence = [{ type: ['Evidence'], id: `${stage.origin}/none` }];
    const report = await stage.verify({ json: await stage.sign({ relatedResource: [related], evidence }) });
    // Nothing is known of the document, so it is no mismatch either.
    expect(report.checks.evidence).not.toMatchObject({ detail: { related: expect.anything() } });
    return report.evidence[0]?.theirs ?? null;
  },
  'the work log': async (stage, { at }) => ((await withReport(stage, at('/log'))).contained.length === 0 ? 'absent' : 'found'),
  'the issuer of an endorsement': async (stage, { at }) => {
    const inner = await endorsement(stage, {}, at('/endorser'));
    const report = await stage.verify({ json: await stage.sign({ endorsement: [inner] }) });
    return outcomeOf(report, 'endorsements');
  },
  'the status list of an endorsement in a work log': async (stage, { at }) => {
    const credential = 'https://badges.example/credentials/0198c0de-0000-7000-8000-000000000001';
    const inner = await endorsement(stage, { credentialStatus: status(at('/list')) });
    stage.documents.set('/log', { type: 'ProofmarkWorkLog', credential, items: [], endorsements: [inner] });
    const report = await withReport(stage, `${stage.origin}/log`);
    expect(report.contained[0]).toMatchObject({ from: 'work-log', verdict: 'unfinished' });
    return outcomeOf(report, 'endorsements');
  },
  [NEVER]: async (stage, { at }) => {
    const before = stage.resolved.length;
    const image = { id: at('/image.png'), type: 'Image' };
    const report = await stage.verify({
      json: await stage.sign({
        ...EXTENDED,
        image,
        credentialSchema: [{ id: at('/schema.json'), type: '1EdTechJsonSchemaValidator2019' }],
      }),
    });
    expect(report.contacted.every(({ for: purpose }) => purpose === 'issuer')).toBe(true);
    expect(stage.resolved.slice(before).every((name) => name === 'good.example')).toBe(true);
    return 'absent';
  },
};

describe.runIf(opened !== null)('no entry point fetches from a private address', () => {
  it.each(Object.entries(ENTRY_POINTS))('through %s', async (name, enter) => {
    const stage = opened!;
    // The entry point works: a public name is asked for.
    const before = stage.resolved.length;
    await enter(stage, { name: 'public', at: (path) => `https://also.example:${new URL(stage.origin).port}${path}` });
    expect(stage.resolved.slice(before).includes('also.example')).toBe(name !== NEVER);
    for (const hostile of stage.hostiles) {
      const answer = await enter(stage, hostile);
      expect([hostile.name, answer, stage.trapped()]).toEqual([hostile.name, NOT_ANSWERED.includes(answer ?? '') ? answer : 'unknown', 0]);
    }
  });

  it('the trap counts a fetch without a guard', async () => {
    const stage = opened!;
    const { port } = new URL(stage.origin);
    await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
    expect(stage.trapped()).toBe(1);
  });
});
