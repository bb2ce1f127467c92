import type { EvidenceReport, JsonObject } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { acme, didKeyOf, ISSUER, mallory, methodOf, NOW, namedKey, portsOf, signed, unsigned } from '../../fixtures/badges.fixture.js';
import { verify } from '../../verify.js';
import {
  AT,
  BADGE,
  badgeWithWork,
  CAPTURE,
  FILE,
  gitOf,
  LOG,
  log,
  look,
  multibaseOf,
  PAGE,
  PDF,
  REPORT,
  REPOSITORY,
  report,
  SWHID,
  snapshot,
  sriOf,
  world,
} from './recheck.fixture.js';

const badge = await badgeWithWork();
const OTHER = 'https://x.example/a.json';
const otherBySri = { id: OTHER, digestSRI: await sriOf('a') };
const otherByMultibase = { id: OTHER, digestMultibase: await multibaseOf('a') };
const notFound = { failure: 'http-status', status: 404 } as const;
const unproved = (more: JsonObject = {}): JsonObject => ({
  '@context': unsigned()['@context'] as JsonObject,
  id: 'https://badges.example/endorsements/1',
  type: ['VerifiableCredential', 'EndorsementCredential'],
  issuer: { id: ISSUER, type: ['Profile'], name: 'Grace Assessor' },
  validFrom: AT,
  name: 'Endorsement',
  credentialSubject: { id: BADGE, type: ['EndorsementSubject'], endorsementComment: 'I saw her build it.' },
  ...more,
});
const endorsement = (more: JsonObject = {}, key = acme): Promise<JsonObject> => signed(unproved(more), key);
const line = (found: readonly EvidenceReport[], id: string): EvidenceReport => found.find((one) => one.id === id)!;

describe('a recheck of the evidence (T24, T26)', () => {
  it('gives four lines for each item of evidence, and merges items that name the same one', async () => {
    const { report: found } = await look(badge);
    expect(
      found.evidence.map(({ id, pinned, sameBytes, kept, theirs, companionOf }) => [id, pinned, sameBytes, kept, theirs, companionOf]),
    ).toEqual([
      [REPOSITORY, 'yes', 'matches', 'no', 'yes', undefined],
      [FILE, 'yes', 'matches', 'no', 'no', undefined],
      [PAGE, 'yes', 'not-checked', 'yes', 'no', undefined],
      [SWHID, 'yes', 'not-checked', 'not-checked', 'not-checked', 0],
      [CAPTURE, 'yes', 'matches', 'not-checked', 'not-checked', 2],
    ]);
    expect(line(found.evidence, REPOSITORY)).toMatchObject({
      theirsBy: 'linked-account',
      authorship: [{ method: 'linked-account', by: 'ada', share: { commits: 3, of: 4 } }],
      changedAt: '2026-11-20T09:00:00Z',
      checkedAt: '2027-03-01T12:00:00.000Z',
    });
    expect(line(found.evidence, FILE)).not.toHaveProperty('pinnedBy');
    expect(line(found.evidence, PAGE)).toMatchObject({
      pinnedBy: 'copy',
      reason: 'live-page',
      keptCopies: [{ by: 'issuer', url: CAPTURE, sameBytes: 'matches' }],
    });
    expect(found.checks.evidence).toEqual({
      outcome: 'unknown',
      code: 'evidence-not-checked',
      detail: { count: 3, pinned: 2, matching: 2 },
    });
    expect(found.contacted).toEqual(
      expect.arrayContaining([
        { host: 'badges.example', for: 'evidence-report' },
        { host: 'badges.example', for: 'work-log' },
        { host: 'files.example', for: 'evidence' },
        { host: 'github.com', for: 'evidence' },
      ]),
    );
  });

  it('passes when every item of evidence matches', async () => {
    const { report: found } = await look(
      await badgeWithWork({ evidence: [(badge.evidence as JsonObject[])[0]!, (badge.evidence as JsonObject[])[1]!] }),
    );
    expect(found.checks.evidence).toEqual({ outcome: 'passed', detail: { count: 2 } });
  });

  it('reports what changed, what is gone, and what is private', async () => {
    const changed = await look(badge, { [FILE]: 'else' });
    expect(changed.report.checks.evidence).toMatchObject({ outcome: 'failed', code: 'evidence-changed', detail: { changed: 1 } });
    const gone = await look(badge, { [FILE]: notFound }, { git: gitOf({ ok: false, code: 'commit-not-found' }) });
    expect(gone.report.checks.evidence).toMatchObject({ outcome: 'failed', code: 'evidence-gone', detail: { gone: 2 } });
    expect(line(gone.report.evidence, REPOSITORY)).toMatchObject({ sameBytes: 'gone', reason: 'commit-not-found' });
    const hidden = await look(badge, {}, { git: gitOf({ ok: false, code: 'repository-private', status: 401 }) });
    expect(hidden.report.checks.evidence).toMatchObject({ outcome: 'unknown', code: 'evidence-not-checked', detail: { private: 1 } });
    const altered = await look(badge, { [CAPTURE]: 'another copy' });
    expect(altered.report.checks.evidence).toMatchObject({ outcome: 'failed', code: 'evidence-changed' });
    expect(line(altered.report.evidence, PAGE).kept).toBe('no');
    const other = await look(badge, {}, { git: gitOf({ ...snapshot, object: { type: 'tree', id: '1'.repeat(40) } }) });
    expect(line(other.report.evidence, REPOSITORY)).toMatchObject({ sameBytes: 'changed', reason: 'swhid-mismatch' });
  });

  it('ends when its time limit is reached', async () => {
    let asked = 0;
    const silent = { read: () => new Promise<never>(() => asked++) };
    const { report: found } = await look(badge, {}, { git: silent, after: async (milliseconds) => milliseconds });
    expect(asked).toBe(1);
    expect(line(found.evidence, REPOSITORY)).toMatchObject({ sameBytes: 'not-checked', reason: 'timeout' });
  });

  it('checks no more items than its limit', async () => {
    const many = await Promise.all(
      Array.from({ length: 45 }, async (_, at) => ({ id: `${FILE}?${at}`, type: ['Evidence'], digestMultibase: await multibaseOf(PDF) })),
    );
    const files = Object.fromEntries(many.map(({ id }) => [id, PDF]));
    const { report: found, asked } = await look(await badgeWithWork({ evidence: many }), files);
    expect(asked.filter((request) => request.for === 'evidence')).toHaveLength(40);
    expect(found.evidence.filter(({ reason }) => reason === 'too-many-pieces')).toHaveLength(5);
    expect(found.checks.evidence).toMatchObject({ outcome: 'unknown', detail: { count: 45, matching: 40 } });
  });
});

describe('a document that a badge binds by a digest', () => {
  it.each([
    ['an evidence report that has changed', { [REPORT]: JSON.stringify({ ...report, items: [] }) }, {}],
    ['another document, of a badge without evidence', { [OTHER]: 'else' }, { evidence: [], relatedResource: [otherBySri] }],
    ['another document, bound by digestMultibase', { [OTHER]: 'else' }, { relatedResource: [otherByMultibase] }],
  ])('fails the evidence check when it does not match: %s', async (_, more, members) => {
    const { report: found } = await look(await badgeWithWork(members), more);
    expect(found.checks.evidence).toMatchObject({
      outcome: 'failed',
      code: 'evidence-changed',
      detail: { related: [expect.stringContaining('https://')] },
    });
    expect(found.verdict).toBe('genuine-issuer-unknown');
  });

  it('is ignored when it does not match, belongs to another badge, or cannot be read', async () => {
    const texts = [
      JSON.stringify({ ...report, credential: 'https://badges.example/credentials/2' }),
      JSON.stringify({ ...report, madeAt: 7 }),
      '{',
      '[]',
    ];
    for (const text of texts) {
      const { report: found, asked } = await look(await badgeWithWork({}, text), { [REPORT]: text });
      expect(line(found.evidence, REPOSITORY)).toMatchObject({ kept: 'not-checked', theirs: 'not-checked' });
      expect(asked.some((request) => request.for === 'work-log')).toBe(false);
    }
    const { report: silent } = await look(badge, { [REPORT]: { failure: 'timeout' } });
    expect(line(silent.evidence, REPOSITORY)).toMatchObject({ sameBytes: 'matches', theirs: 'not-checked' });
    expect(silent.evidence[3]).toMatchObject({ companionOf: 0 });
    expect(silent.evidence[4]).not.toHaveProperty('companionOf');
  });
});

describe('the work log', () => {
  const logged = {
    id: REPOSITORY,
    age: 'current',
    looks: [{ at: AT, sameBytes: 'gone', reason: 'commit-not-found' }],
    theirs: [],
  } as const;
  const archive = { by: 'software-heritage', url: null, state: 'requested', at: AT, digestSRI: null } as const;

  it('adds later rechecks and captures', async () => {
    const kept = [archive, { ...archive, url: 'https://archive.example/1', state: 'kept' as const }];
    const { report: found } = await look(badge, { [LOG]: JSON.stringify({ ...log, items: [{ ...logged, kept }] }) });
    expect(line(found.evidence, REPOSITORY)).toMatchObject({
      sameBytes: 'matches',
      kept: 'yes',
      keptCopies: [{ url: 'https://archive.example/1', state: 'kept', sameBytes: null }],
      lastLook: { at: AT, sameBytes: 'gone', reason: 'commit-not-found' },
    });
    const asked = await look(badge, { [LOG]: JSON.stringify({ ...log, items: [{ ...logged, kept: [archive] }] }) });
    expect(line(asked.report.evidence, REPOSITORY)).toMatchObject({ kept: 'no', keptCopies: [{ state: 'requested' }] });
  });

  it('is ignored when it belongs to another badge', async () => {
    const other = { ...log, credential: 'https://badges.example/credentials/2', items: [{ ...logged, kept: [archive] }] };
    const { report: found } = await look(badge, { [LOG]: JSON.stringify(other) });
    expect(line(found.evidence, REPOSITORY)).not.toHaveProperty('keptCopies');
  });

  it('counts an assessor only with a genuine endorsement by somebody else than the issuer, and names the proven domain', async () => {
    const theirs = [{ method: 'assessor', by: 'Grace Assessor', at: AT, share: null }];
    const item = { ...logged, id: FILE, kept: [], theirs };
    const withLog = async (endorsements: readonly unknown[]) => {
      const { report: found } = await look(badge, { [LOG]: JSON.stringify({ ...log, items: [item], endorsements }) });
      return {
        theirs: line(found.evidence, FILE).theirs,
        by: line(found.evidence, FILE).theirsBy,
        says: line(found.evidence, FILE).issuerSays,
        authorship: line(found.evidence, FILE).authorship,
        check: found.checks.endorsements,
        contained: found.contained,
      };
    };
    const somebody = namedKey('somebody');
    const did = didKeyOf(somebody);
    const foreign = await signed(
      unproved({ issuer: { id: did, type: ['Profile'], name: 'Grace Assessor' } }),
      somebody,
      methodOf(did, somebody),
    );
    const good = await withLog([foreign]);
    expect(good).toMatchObject({ theirs: 'yes', by: 'assessor', says: undefined, check: { outcome: 'passed', detail: { count: 1 } } });
    expect(good.authorship).toMatchObject([{ method: 'assessor', by: did }]);
    expect(good.contained).toMatchObject([
      { role: 'endorsement', from: 'work-log', aboutCarrier: true, endorser: 'other', verdict: 'genuine-issuer-unknown' },
    ]);
    const own = await withLog([await endorsement()]);
    expect(own).toMatchObject({
      theirs: 'no',
      says: ['Grace Assessor'],
      check: { outcome: 'unknown', code: 'endorser-not-proven', detail: { count: 1, good: 0 } },
    });
    expect(await withLog([])).toMatchObject({ theirs: 'no', check: { outcome: 'not-applicable' } });
    for (const bad of [
      { ...(await endorsement()), name: 'Altered' },
      await endorsement({}, mallory),
      await endorsement({ credentialSubject: { id: 'https://badges.example/credentials/2', type: ['EndorsementSubject'] } }),
      'no endorsement',
      { nor: 'this' },
    ])
      expect(await withLog([bad])).toMatchObject({ theirs: 'no', check: { outcome: 'failed', code: 'endorsement-failed' } });
  });
});

describe('a verdict and the evidence', () => {
  const answers = [
    {},
    { [FILE]: 'else' },
    { [FILE]: notFound },
    { [FILE]: { failure: 'timeout' } as const },
    { [REPORT]: 'else' },
    { [REPORT]: notFound },
    { [LOG]: '{' },
    { [CAPTURE]: notFound },
  ];
  const repositories = [
    snapshot,
    { ok: false, code: 'commit-not-found' },
    { ok: false, code: 'repository-private' },
    { ok: false, code: 'timeout' },
  ] as const;

  it('are independent of each other for every answer of the evidence hosts', async () => {
    const badges = [
      badge,
      await badgeWithWork({ validUntil: '2026-12-01T00:00:00Z' }),
      { ...badge, name: 'Altered' },
      await signed(unsigned(), mallory),
    ];
    for (const one of badges) {
      const { verdict, because, checks } = await verify({ json: one }, portsOf(world), { at: NOW });
      for (const more of answers)
        for (const repository of repositories) {
          const { report: found } = await look(one, more, { git: gitOf(repository) });
          expect([found.verdict, found.because]).toEqual([verdict, because]);
          expect({ ...found.checks, evidence: 0 }).toEqual({ ...checks, evidence: 0 });
        }
    }
  });

  it('ask evidence hosts only for a badge whose issuer is proven', async () => {
    for (const one of [{ ...badge, name: 'Altered' }, await signed(unsigned(), mallory), { ...badge, proof: undefined }]) {
      const git = gitOf(snapshot);
      const { asked } = await look(one as JsonObject, {}, { git });
      expect([git.asked, asked.map((request) => request.for).filter((purpose) => purpose !== 'issuer')]).toEqual([[], []]);
    }
  });

  it('ask no evidence host unless the reader wants a recheck', async () => {
    const git = gitOf(snapshot);
    const { report: found, asked } = await look(badge, {}, { git }, { work: 'describe' });
    expect([git.asked, asked.map((request) => request.for)]).toEqual([[], ['issuer']]);
    expect(found.evidence[3]).toMatchObject({ companionOf: 0, sameBytes: 'not-checked' });
    expect(found.checks.evidence).toMatchObject({ code: 'evidence-not-checked', detail: { count: 4, pinned: 3 } });
  });

  it('take the age of the evidence from the validity of the badge', async () => {
    const aged = await badgeWithWork({ validUntil: '2027-03-10T00:00:00Z' });
    expect(line((await look(aged)).report.evidence, REPOSITORY)).toMatchObject({ age: 'ageing' });
    expect(line((await look(aged, {}, {}, { at: Date.parse('2026-12-01T00:00:00Z') })).report.evidence, REPOSITORY)).toMatchObject({
      age: 'current',
    });
    expect(line((await look(badge)).report.evidence, REPOSITORY)).not.toHaveProperty('age');
  });
});
