import { listOf } from '@proofmark/primitives';
import type { Json, JsonObject, Report } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { check, codes, ISSUER, JWT_METHOD, LIST, rawToken, STATUS, signed, statusList, unsigned } from '../fixtures/badges.fixture.js';

const PAGE = 'https://ada.example/work';
const ID = String(unsigned().id);
const { achievement, ...subject } = unsigned().credentialSubject as JsonObject & { readonly achievement: JsonObject };
const withAchievement = (more: JsonObject): JsonObject => ({ credentialSubject: { ...subject, achievement: { ...achievement, ...more } } });
const embedded = async (more: JsonObject): Promise<Report> => check(await signed(unsigned(more)));
const asToken = (more: JsonObject): Promise<Report> => {
  const badge = unsigned(more);
  const [about] = listOf(badge.credentialSubject) as readonly JsonObject[];
  const claims = { iss: ISSUER, jti: ID, nbf: Date.parse('2026-11-22T09:00:00Z') / 1000, ...(about?.id && { sub: about.id }) };
  return check(rawToken({ alg: 'ES256', typ: 'JWT', kid: JWT_METHOD }, { ...badge, ...claims }));
};

const EVIDENCE: JsonObject = { id: PAGE, type: ['Evidence'], name: 'Work' };
const SRI = `sha384-${'A'.repeat(64)}`;
const CREATOR: JsonObject = { id: ISSUER, type: ['Profile'], name: 'Acme Academy', description: 'A school', url: 'https://acme.example' };

describe('one id at two places of an honest badge', () => {
  it.each<[string, JsonObject]>([
    ['a related resource pins a piece of evidence', { evidence: [EVIDENCE], relatedResource: [{ id: PAGE, digestSRI: SRI }] }],
    ['one page is criteria and evidence', { evidence: [EVIDENCE], ...withAchievement({ criteria: { id: PAGE, narrative: 'x' } }) }],
    ['the criteria are at the page of the achievement', withAchievement({ criteria: { id: achievement.id as Json, narrative: 'x' } })],
    ['a page stands there twice', { evidence: [EVIDENCE, EVIDENCE] }],
    ['a page stands there twice with other members', { evidence: [EVIDENCE, { id: PAGE, type: ['Evidence'], genre: 'code' }] }],
    ['the evidence is at the page of the subject', { evidence: [{ ...EVIDENCE, id: subject.id as Json }] }],
    ['the issuer is the creator too', withAchievement({ creator: CREATOR })],
    ['the issuer is described where the achievement is', { issuer: ISSUER, ...withAchievement({ creator: CREATOR }) }],
    [
      'one picture stands at three places',
      { image: { id: PAGE, type: 'Image' }, ...withAchievement({ image: { id: PAGE, type: 'Image' } }) },
    ],
    ['the evidence is the badge’s own page and says nothing', { name: undefined as never, evidence: [{ id: ID, type: ['Evidence'] }] }],
  ])('is genuine, in both forms of proof: %s', async (_, more) => {
    expect((await embedded(more)).verdict).toBe('genuine-issuer-unknown');
    expect((await asToken(more)).verdict).toBe('genuine-issuer-unknown');
  });

  it('counts and shows a piece of evidence once, with all that is said of it', async () => {
    const more = { evidence: [EVIDENCE, { id: PAGE, type: ['Evidence'], genre: 'code' }], relatedResource: [{ id: PAGE, digestSRI: SRI }] };
    for (const report of [await embedded(more), await asToken(more)]) {
      expect(report.badge?.evidence).toMatchObject([{ id: PAGE, name: 'Work', genre: 'code' }]);
      expect(report.evidence).toMatchObject([{ id: PAGE, pinned: 'yes' }]);
    }
  });

  it('shows the criteria and the issuer as they are described anywhere', async () => {
    const report = await embedded({
      issuer: { id: ISSUER, type: ['Profile'] },
      evidence: [{ ...EVIDENCE, narrative: 'A working API.' }],
      ...withAchievement({ creator: CREATOR, criteria: { id: PAGE } }),
    });
    expect(report.badge?.criteria).toEqual({ id: PAGE, narrative: 'A working API.' });
    expect(report.badge?.issuer).toEqual({ id: ISSUER, name: 'Acme Academy', url: 'https://acme.example' });
  });

  it('judges an endorsement once that stands at a profile and at its copy', async () => {
    const endorsement = await signed(
      unsigned({
        id: 'https://endorser.example/1',
        type: ['VerifiableCredential', 'EndorsementCredential'],
        evidence: undefined as never,
        credentialSubject: { id: ISSUER, type: ['EndorsementSubject'], endorsementComment: 'Good.' },
      }),
    );
    const profile = { ...(unsigned().issuer as JsonObject), endorsement: [endorsement] };
    const report = await embedded({ issuer: profile, ...withAchievement({ creator: profile }) });
    expect([report.verdict, report.contained.map(({ verdict }) => verdict)]).toEqual([
      'genuine-issuer-unknown',
      ['genuine-issuer-unknown'],
    ]);
    expect(report.checks.endorsements).toEqual({ outcome: 'unknown', code: 'endorser-not-proven', detail: { count: 1, good: 0 } });
  });
});

describe('one id with two meanings', () => {
  it.each<[string, JsonObject, string]>([
    ['the issuer has another name as creator', withAchievement({ creator: { ...CREATOR, name: 'Big University' } }), 'name'],
    ['a page has two names', { evidence: [EVIDENCE, { ...EVIDENCE, name: 'Chapter 2' }] }, 'name'],
    ['the achievement is at the address of the badge', withAchievement({ id: ID }), 'name'],
    ['a piece of evidence is at the address of the badge', { evidence: [{ ...EVIDENCE, id: ID }] }, 'name'],
    ['a piece of evidence would bear the name of the badge', { evidence: [{ id: ID, type: ['Evidence'] }] }, 'name'],
  ])('is no accusation: %s', async (_, more, term) => {
    const report = await embedded(more);
    expect([report.verdict, report.because]).toEqual(['unfinished', ['shape']]);
    expect(report.checks.shape).toMatchObject({ outcome: 'unknown', code: 'ambiguous-id', detail: { term } });
  });

  it('shows neither of two names where statements are signed, and that of its own place where bytes are', async () => {
    const more = withAchievement({ creator: { ...CREATOR, name: 'Big University', url: 'https://big.example' } });
    expect((await embedded(more)).badge?.issuer).toEqual({ id: ISSUER, name: null, url: null });
    expect((await asToken(more)).badge?.issuer).toEqual({ id: ISSUER, name: 'Acme Academy', url: 'https://acme.example' });
  });

  it('leaves two endorsements of one thing alone', async () => {
    const endorsement = (id: string, endorsementComment: string): JsonObject => ({
      ...unsigned({ id, type: ['VerifiableCredential', 'EndorsementCredential'], evidence: undefined as never }),
      credentialSubject: { id: ISSUER, type: ['EndorsementSubject'], endorsementComment },
    });
    const all = [endorsement('https://endorser.example/1', 'Good.'), endorsement('https://endorser.example/2', 'Very good.')];
    const issuer = { ...(unsigned().issuer as JsonObject), endorsement: await Promise.all(all.map((one) => signed(one))) };
    const report = await embedded({ issuer });
    expect(report.checks.endorsements).toEqual({ outcome: 'unknown', code: 'endorser-not-proven', detail: { count: 2, good: 0 } });
  });
});

describe('a subject with neither id nor identifier', () => {
  const nobody = { credentialSubject: { type: ['AchievementSubject'], achievement } };

  it('is a note, and the answer about the person is that the badge names nobody', async () => {
    for (const report of [await embedded(nobody), await asToken(nobody)]) {
      expect(report.verdict).toBe('genuine-issuer-unknown');
      expect(report.checks.recipient).toEqual({ outcome: 'not-applicable', reason: 'names-nobody' });
      expect(report.notes).toContainEqual({ code: 'identifier-missing', pointer: '/credentialSubject' });
    }
    const asked = await check(await signed(unsigned(nobody)), {}, { recipient: 'ada@example.org' });
    expect(codes(asked).recipient).toBe('names-nobody');
  });

  it('does not hide that the badge was revoked or altered', async () => {
    const badge = await signed(unsigned({ ...nobody, credentialStatus: STATUS }));
    const revoked = await check(badge, { [LIST]: await statusList({ set: [94567] }) });
    expect([revoked.verdict, revoked.because]).toEqual(['do-not-rely', ['revoked']]);
    const altered = await check({ ...badge, name: 'Doctor of Medicine' });
    expect([altered.verdict, altered.because]).toEqual(['do-not-rely', ['signature']]);
  });
});

describe('one value in an array', () => {
  it.each<[string, JsonObject]>([
    ['the subject', { credentialSubject: [{ ...subject, achievement }] }],
    ['the achievement', { credentialSubject: { ...subject, achievement: [achievement] } }],
    ['the criteria', withAchievement({ criteria: [achievement.criteria as Json] })],
    ['the beginning', { validFrom: ['2026-11-22T09:00:00Z'] }],
    ['the issuer', { issuer: [unsigned().issuer as Json] }],
  ])('is read as the value, with a note: %s', async (_, more) => {
    const plain = await check(await signed());
    for (const report of [await embedded(more), await asToken(more)]) {
      expect([report.verdict, report.badge]).toEqual(['genuine-issuer-unknown', plain.badge]);
      expect(report.notes.map(({ code }) => code)).toContain('array-for-single');
    }
  });

  it('is no more than one: two subjects are unreadable', async () => {
    const two = [
      { ...subject, achievement },
      { ...subject, id: 'urn:uuid:2', achievement },
    ];
    expect((await embedded({ credentialSubject: two })).verdict).toBe('unreadable');
    expect((await check({ ...(await signed()), credentialSubject: two })).verdict).toBe('do-not-rely');
  });
});
