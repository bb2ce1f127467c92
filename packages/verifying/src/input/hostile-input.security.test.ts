import { encodeBase64url } from '@proofmark/primitives';
import { signWithSuite } from '@proofmark/proofs/sign';
import type { JsonObject } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { acme, check, codes, ISSUER, JWT_METHOD, LIST, methodOf, portsOf, STATUS, signed, unsigned } from '../fixtures/badges.fixture.js';

const base64url = (text: string): string => encodeBase64url(new TextEncoder().encode(text));
const unsignedToken = (payload: string): string => `${base64url(`{"alg":"ES256","kid":"${JWT_METHOD}"}`)}.${base64url(payload)}.AAAA`;

/** Signed over its bytes, so that no processor of JSON-LD has looked at it. */
async function signedBytes(more: JsonObject = {}): Promise<JsonObject> {
  const made = await signWithSuite({
    document: unsigned(more),
    cryptosuite: 'eddsa-jcs-2022',
    verificationMethod: methodOf(ISSUER, acme),
    created: '2026-11-22T09:00:00Z',
    signer: acme.signer,
    crypto: portsOf({}).crypto,
  });
  if (!made.ok) throw new Error('not signed');
  return made.document;
}

const withCredits = (badge: JsonObject, number: string): string =>
  JSON.stringify(badge).replace('"description":', `"creditsAvailable":${number},"description":`);

describe('hostile input', () => {
  it('is refused when a number is out of range, before it is serialised', async () => {
    const report = await check({ text: withCredits(await signedBytes(), '1e400') });
    expect([report.verdict, report.checks.format]).toMatchObject(['unreadable', { code: 'malformed', detail: { fault: 'no-number' } }]);
    const refresh = 'https://badges.example/newer';
    const original = await signedBytes({ refreshService: { id: refresh, type: '1EdTechCredentialRefresh' } });
    const stale = await check(original, { [refresh]: withCredits(original, '1e400') });
    expect([stale.verdict, codes(stale).refresh]).toEqual(['genuine-issuer-unknown', 'refresh-invalid']);
  });

  it('is refused when a token is too long, in one line or folded', async () => {
    for (const text of [`eyJhbGci.${'a'.repeat(16_000_000)}.aaaa`, `eyJhbGci.${'a '.repeat(8_000_000)}.aaaa`]) {
      expect((await check({ text })).verdict).toBe('unreadable');
    }
    expect((await check({ json: `eyJhbGci.${'a'.repeat(16_000_000)}.aaaa` })).verdict).toBe('unreadable');
  });

  it('is refused when a document has too many members or items', async () => {
    const badge = JSON.stringify(await signed());
    const members = Array.from({ length: 120_000 }, (_, i) => `"k${i}":1`).join(',');
    const items = Array.from({ length: 120_000 }, (_, i) => `"t${i}"`).join(',');
    for (const text of [badge.replace('{', `{${members},`), badge.replace('"tag":[', `"tag":[${items},`)]) {
      expect((await check({ text })).checks.format).toMatchObject({ outcome: 'failed', code: 'limit-exceeded' });
    }
  });
});

describe('a status list as a token', () => {
  const badge = () => signed(unsigned({ credentialStatus: STATUS }));
  const payload = (inside: string): string => `{"type":["VerifiableCredential","BitstringStatusListCredential"],"x":${inside}}`;

  it.each([
    ['it nests too deeply', payload('['.repeat(500_000) + ']'.repeat(500_000))],
    ['it has a duplicate member', payload('{"a":1,"a":2}')],
  ])('is not accepted as a list when %s', async (_, text) => {
    const report = await check(await badge(), { [LIST]: unsignedToken(text) });
    expect([report.verdict, codes(report)['status-list']]).toEqual(['unfinished', 'status-list-invalid']);
  });
});
