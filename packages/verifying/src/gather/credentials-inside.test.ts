import { describeNote, describeVerdict } from '@proofmark/messages';
import { CLR_CONTEXT, type Json, type JsonObject } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import {
  check,
  codes,
  didKeyOf,
  ISSUER,
  mallory,
  methodOf,
  namedKey,
  rawToken,
  signed,
  token,
  unsigned,
} from '../fixtures/badges.fixture.js';

const BADGE = 'https://badges.example/credentials/1';
const ACHIEVEMENT = 'https://badges.example/achievements/1';

function endorsement(about: string, more: JsonObject = {}): JsonObject {
  const { evidence: _, ...rest } = unsigned({
    id: 'https://endorser.example/e/1',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'Assessed',
    credentialSubject: { id: about, type: ['EndorsementSubject'], endorsementComment: 'I read the code.' },
    ...more,
  });
  return rest;
}

const somebody = namedKey('somebody');
const SOMEBODY = didKeyOf(somebody);
/** The same, signed by somebody else than the issuer of the badge. */
const vouched = (about: string): Promise<JsonObject> =>
  signed(endorsement(about, { issuer: { id: SOMEBODY, type: ['Profile'], name: 'Grace' } }), somebody, methodOf(SOMEBODY, somebody));

const subject = unsigned().credentialSubject as JsonObject;
const achievement = (more: JsonObject): JsonObject => ({
  credentialSubject: { ...subject, achievement: { ...(subject.achievement as JsonObject), ...more } },
});

describe('endorsements', () => {
  const issuer = unsigned().issuer as JsonObject;
  const creator = { id: 'did:web:creator.example', type: ['Profile'] };
  const PLACES: readonly (readonly [string, string, (signedOne: JsonObject) => JsonObject])[] = [
    ['on the badge', BADGE, (one) => ({ endorsement: [one] })],
    ['on the achievement', ACHIEVEMENT, (one) => achievement({ endorsement: [one] })],
    ['on the issuer', ISSUER, (one) => ({ issuer: { ...issuer, endorsement: [one] } })],
    ['on the achievement’s creator', creator.id, (one) => achievement({ creator: { ...creator, endorsement: [one] } })],
    ['on a profile inside a profile', creator.id, (one) => ({ issuer: { ...issuer, parentOrg: { ...creator, endorsement: [one] } } })],
  ];
  it.each(PLACES)('are judged and bound to their carrier: %s', async (_, about, place) => {
    const good = await check(await signed(unsigned(place(await vouched(about)))));
    expect([good.verdict, codes(good).endorsements]).toEqual(['genuine-issuer-unknown', 'passed']);
    expect(good.contained).toMatchObject([
      { role: 'endorsement', aboutCarrier: true, endorser: 'other', verdict: 'genuine-issuer-unknown' },
    ]);
    const moved = await check(await signed(unsigned(place(await signed(endorsement('https://badges.example/credentials/2'))))));
    expect([moved.verdict, codes(moved).endorsements]).toEqual(['genuine-issuer-unknown', 'endorsement-failed']);
    expect(moved.contained).toMatchObject([{ role: 'endorsement', aboutCarrier: false }]);
  });

  it('are judged in the same way as tokens', async () => {
    const carried = async (jwt: string) => check(await token(unsigned({ endorsementJwt: [jwt] })));
    const good = await carried(await token(endorsement(BADGE)));
    // The issuer signed it itself, so it is its own word.
    expect([codes(good).endorsements, good.contained[0]?.aboutCarrier]).toEqual(['endorser-not-proven', true]);
    const [header, , signature] = (await token(endorsement(BADGE))).split('.');
    const forged = `${header}.${btoa(JSON.stringify(endorsement(BADGE, { name: 'Praised' })))
      .replaceAll('=', '')
      .replaceAll('+', '-')
      .replaceAll('/', '_')}.${signature}`;
    expect(codes(await carried(forged)).endorsements).toBe('endorsement-failed');
    expect(codes(await carried('a.b.c')).endorsements).toBe('endorsement-failed');
  });

  it('do not count when a stranger signed them or they are not endorsements', async () => {
    const stranger = await signed(endorsement(BADGE), mallory, methodOf(ISSUER, mallory));
    expect(codes(await check(await signed(unsigned({ endorsement: [stranger] })))).endorsements).toBe('endorsement-failed');
    const badge = await token(unsigned({ credentialSubject: { ...subject, id: BADGE } }));
    expect(codes(await check(await token(unsigned({ endorsementJwt: [badge] })))).endorsements).toBe('endorsement-failed');
  });
});

/** A learner record that holds these credentials. */
function record(...verifiableCredential: readonly JsonObject[]): JsonObject {
  const [vc, ob] = unsigned()['@context'] as readonly string[];
  const { evidence: _, ...rest } = unsigned({
    '@context': [vc as string, CLR_CONTEXT, ob as string],
    id: 'https://badges.example/records/1',
    type: ['VerifiableCredential', 'ClrCredential'],
    name: 'Record',
    credentialSubject: { id: 'urn:uuid:5f0c7b0e-4c52-4d39-9a3b-2d4f5d7f0a11', type: ['ClrSubject'], verifiableCredential },
  });
  return rest;
}

describe('a learner record (CLR 2.0)', () => {
  it('is judged separately from each credential in it', async () => {
    const clr = await signed(
      record(
        await signed(),
        await signed(unsigned({ id: 'https://badges.example/credentials/3', validUntil: '2027-01-01T00:00:00Z', evidence: [] })),
        {
          ...(await signed(unsigned({ id: 'https://badges.example/credentials/4', evidence: [] }))),
          name: 'Altered',
        },
      ),
    );
    const report = await check(clr);
    expect(report.verdict).toBe('genuine-issuer-unknown');
    expect(report.contained.map(({ role, verdict }) => [role, verdict])).toEqual([
      ['member', 'genuine-issuer-unknown'],
      ['member', 'no-longer-current'],
      ['member', 'do-not-rely'],
    ]);
  });

  it('may name one item of evidence in several of its badges, with the same text', async () => {
    const work = { id: 'https://ada.example/work', type: ['Evidence'], name: 'Work', genre: 'project' };
    const holding = async (first: readonly JsonObject[], second: readonly JsonObject[]) =>
      record(
        await signed(unsigned({ evidence: first })),
        await signed(unsigned({ id: 'https://badges.example/credentials/3', evidence: second })),
      );
    const honest = await check(await signed(await holding([work], [work])));
    expect([honest.verdict, honest.contained.map(({ verdict }) => verdict)]).toEqual([
      'genuine-issuer-unknown',
      ['genuine-issuer-unknown', 'genuine-issuer-unknown'],
    ]);
  });

  it('judges a badge in it by itself when its evidence was written at another badge', async () => {
    const work = { id: 'https://ada.example/work', type: ['Evidence'], name: 'Work', genre: 'project' };
    const second = await signed(unsigned({ id: 'https://badges.example/credentials/3', evidence: [work] }));
    const { genre: _, ...part } = work;
    const whole = await signed(record(await signed(unsigned({ evidence: [work] })), second));
    // The record's graph is the same: the other badge says the whole of the work.
    const moved = record(await signed(unsigned({ evidence: [work] })), { ...second, evidence: [part] });
    const report = await check({ ...moved, proof: whole.proof as Json });
    expect([report.verdict, report.contained.map(({ verdict }) => verdict)]).toEqual([
      'genuine-issuer-unknown',
      ['genuine-issuer-unknown', 'do-not-rely'],
    ]);
  });

  it('shows no credential inside as checked when it was altered', async () => {
    const report = await check({ ...(await signed(record(await signed()))), name: 'Other' });
    expect([report.verdict, report.contained]).toEqual(['do-not-rely', []]);
  });

  it('names each token and each credential of another kind in it', async () => {
    const enveloped = {
      '@context': unsigned()['@context'] as never,
      id: `data:application/vc+jwt,${await token()}`,
      type: 'EnvelopedVerifiableCredential',
    };
    const other = { type: ['VerifiableCredential', 'DriversLicence'], issuer: 'did:web:dmv.example', credentialSubject: { id: 'urn:x' } };
    const report = await check(await token(record(enveloped, other)));
    expect(report.contained.map(({ verdict, checks }) => [verdict, checks.format.outcome])).toEqual([
      ['genuine-issuer-unknown', 'passed'],
      ['unreadable', 'failed'],
    ]);
  });

  it('reports when it has more credentials than are judged', async () => {
    const members = Array.from({ length: 30 }, (_, i) => ({ type: ['VerifiableCredential', 'Thing'], id: `urn:x:${i}` }));
    const report = await check(await token(record(...members)));
    expect(report.contained).toHaveLength(25);
    expect(report.notes).toContainEqual({ code: 'not-judged', pointer: '' });
    expect(describeNote('not-judged')).toContain('the others were not looked at');
  });
});

describe('a presentation as a token', () => {
  const presented = (claims: JsonObject) => rawToken({ alg: 'ES256', typ: 'JWT', kid: 'did:key:zHolder#key' }, claims);
  const vp = (...verifiableCredential: readonly (JsonObject | string)[]): JsonObject => ({
    type: ['VerifiablePresentation'],
    verifiableCredential,
  });

  it('is judged as the badge when it has one, in either form', async () => {
    for (const claims of [{ iss: 'did:key:zHolder', vp: vp(await token()) }, vp(await signed())]) {
      const report = await check(presented(claims));
      expect([report.verdict, report.badge?.id]).toEqual(['genuine-issuer-unknown', BADGE]);
    }
  });

  it('is judged as each badge when it has several', async () => {
    const report = await check(
      presented({ vp: vp(await token(), await signed(), { '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion' }) }),
    );
    expect([report.verdict, report.contained.map(({ verdict }) => verdict)]).toEqual([
      'unfinished',
      ['genuine-issuer-unknown', 'genuine-issuer-unknown', 'unfinished'],
    ]);
    expect(describeVerdict(report).text).toContain('Each is judged by itself');
  });

  it('is reported as empty when it has none', async () => {
    expect((await check(presented({ vp: vp() }))).verdict).toBe('unreadable');
  });
});
