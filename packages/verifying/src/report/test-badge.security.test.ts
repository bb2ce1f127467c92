import { decodeBase64url, decodeUtf8, encodeBase64url, encodeUtf8 } from '@proofmark/primitives';
import { canonicalise } from '@proofmark/proofs/jsonld';
import { type JsonObject, TEST_TYPE } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import {
  acme,
  check,
  ISSUER,
  ISSUER_DOCUMENT,
  issuerDocument,
  LIST,
  STATUS,
  signed,
  statusList,
  token,
  unsigned,
} from '../fixtures/badges.fixture.js';
import { matchProfile } from '../profile/match-profile.js';
import { shapeGate } from '../shape/gate.js';

const ID = 'https://badges.example/credentials/1';
const TYPES = ['VerifiableCredential', 'OpenBadgeCredential', TEST_TYPE];
const testBadge = (more: JsonObject = {}): JsonObject => unsigned({ type: TYPES, credentialStatus: STATUS, ...more });
const world = { [ISSUER_DOCUMENT]: issuerDocument(), [LIST]: await statusList() };

describe('a badge that says it is a test', () => {
  it('has the verdict `test`, by the compiled path, by the full one and as a token', async () => {
    const badge = await signed(testBadge());
    expect(matchProfile(badge)).not.toBeNull();
    const full = await signed(
      testBadge({
        credentialSubject: { ...(unsigned().credentialSubject as JsonObject), source: { id: 'https://s.example/1', type: ['Profile'] } },
      }),
    );
    expect(matchProfile(full)).toBeNull();
    for (const input of [badge, full, { text: await token(testBadge()) }]) {
      const report = await check(input, world);
      expect(report.verdict).toBe('test');
      expect(report.because).toEqual(expect.arrayContaining(['signature', 'issuer-binding', 'revoked']));
    }
  });

  it('stays a test for a reader who trusts its issuer', async () => {
    expect((await check(await signed(testBadge()), world, { trustedIssuers: [ISSUER] })).verdict).toBe('test');
  });

  it('is told first what is worse: withdrawn, expired, unfinished', async () => {
    const badge = await signed(testBadge());
    expect((await check(badge, { ...world, [LIST]: await statusList({ set: [94567] }) })).verdict).toBe('do-not-rely');
    expect((await check(badge, { [ISSUER_DOCUMENT]: issuerDocument() })).verdict).toBe('unfinished');
    const ended = await signed(testBadge({ validUntil: '2027-01-01T00:00:00Z' }));
    expect((await check(ended, world)).verdict).toBe('no-longer-current');
  });

  it('cannot lose the word without breaking its signature', async () => {
    for (const badge of [await signed(testBadge()), await signed(testBadge({ criteria: undefined } as unknown as JsonObject))]) {
      const { verdict } = await check({ ...badge, type: TYPES.slice(0, 2) }, world);
      expect(verdict).toBe('do-not-rely');
    }
    const [header, payload, signature] = (await token(testBadge())).split('.') as [string, string, string];
    const without = (decodeUtf8(decodeBase64url(payload) ?? new Uint8Array()) ?? '').replace(`,"${TEST_TYPE}"`, '');
    const text = [header, encodeBase64url(encodeUtf8(without)), signature].join('.');
    expect((await check({ text }, world)).verdict).toBe('do-not-rely');
  });

  it('is refused when the word was moved to another place that bears the badge’s id', async () => {
    const subject = unsigned().credentialSubject as JsonObject;
    const about = (criteria: JsonObject): JsonObject => ({
      ...subject,
      achievement: { ...(subject.achievement as JsonObject), criteria: { narrative: 'x', ...criteria } },
    });
    const honest = testBadge({ credentialSubject: { ...subject, image: { id: ID, type: 'Image' } } });
    const moved = testBadge({ type: TYPES.slice(0, 2), credentialSubject: { ...subject, image: { id: ID, type: ['Image', TEST_TYPE] } } });
    // Otherwise the test would show nothing: the signature alone would not have told one from the other.
    expect(await canonicalise(moved, 'SHA-256')).toEqual(await canonicalise(honest, 'SHA-256'));
    expect(shapeGate(moved)).toMatchObject({ outcome: 'failed', code: 'restructured' });
    expect(shapeGate(testBadge({ type: TYPES.slice(0, 2), credentialSubject: about({ id: ID, type: TEST_TYPE }) }))).toMatchObject({
      outcome: 'failed',
    });
    const report = await check({ ...moved, proof: (await signed(honest, acme)).proof ?? null }, world);
    expect(report.verdict).toBe('do-not-rely');
  });
});
