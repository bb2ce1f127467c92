import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { CompactSign, compactVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../base-n/base64.js';
import { concatBytes } from '../bytes/bytes.js';
import { encodeUtf8 } from '../bytes/text.js';
import type { JsonObject } from '../json/json.js';
import { decodeCompact } from './decode-compact.js';
import { signCompact, signDetached } from './sign-compact.js';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const signer = { sign: (data: Uint8Array) => new Uint8Array(sign(null, data, privateKey)) };

describe('a compact JWS', () => {
  it('is taken apart into what it was made of', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()),
        fc.uint8Array({ minLength: 1 }),
        async (extra, payload) => {
          const header = JSON.parse(JSON.stringify({ ...extra, alg: 'EdDSA' })) as JsonObject;
          const reading = decodeCompact(await signCompact(header, payload, signer));
          if (!reading.ok) return expect(reading).toBe('read');
          expect(reading.jws.header).toEqual(header);
          expect(reading.jws.payload).toEqual(payload);
          expect(await signer.sign(reading.jws.signingInput)).toEqual(reading.jws.signature);
        },
      ),
    );
  });

  it('is what jose reads and writes', async () => {
    const ours = await signCompact({ alg: 'EdDSA', kid: 'k' }, { a: 'ü' }, signer);
    const { payload, protectedHeader } = await compactVerify(ours, publicKey);
    expect([JSON.parse(new TextDecoder().decode(payload)), protectedHeader]).toEqual([{ a: 'ü' }, { alg: 'EdDSA', kid: 'k' }]);
    const theirs = await new CompactSign(encodeUtf8('{"a":"ü"}')).setProtectedHeader({ alg: 'EdDSA', kid: 'k' }).sign(privateKey);
    expect(theirs).toBe(ours);
  });

  it('has no payload when it is detached', async () => {
    const whole = await signCompact({ alg: 'EdDSA' }, { a: 1 }, signer);
    expect(await signDetached({ alg: 'EdDSA' }, { a: 1 }, signer)).toBe(whole.replace(/\.[^.]+\./, '..'));
  });
});

const part = (text: string): string => encodeBase64url(encodeUtf8(text));
const HEADER = part('{"alg":"ES256"}');

describe('decodeCompact', () => {
  it.each([
    ['not-compact', ''],
    ['not-compact', 'a.b'],
    ['not-compact', `${HEADER}.e30.AA.AA`],
    ['not-compact', `${HEADER}..AA`],
    ['not-compact', `.e30.AA`],
    ['malformed-header', ` ${HEADER}.e30.AA`],
    ['malformed-header', `${HEADER}=.e30.AA`],
    ['malformed-header', `${part('[]')}.e30.AA`],
    ['malformed-header', `${part('{')}.e30.AA`],
    ['malformed-header', `${part('\ufeff{}')}.e30.AA`],
    ['malformed-header', `${part('{"alg":"ES256","alg":"none"}')}.e30.AA`],
    ['malformed-header', `${encodeBase64url(concatBytes(encodeUtf8('{"a":"'), Uint8Array.of(0xff), encodeUtf8('"}')))}.e30.AA`],
    ['malformed-payload', `${HEADER}.e31.AA`],
    ['malformed-payload', `${HEADER}.e30=.AA`],
    ['malformed-signature', `${HEADER}.e30.A`],
    ['malformed-signature', `${HEADER}.e30.AB`],
    ['malformed-signature', `${HEADER}.e30.AA\n`],
    ['too-large', `${'e'.repeat(16_385)}.e30.AA`],
    ['too-large', `${HEADER}.${'e'.repeat(4_000_000)}.AA`],
  ] as const)('answers %s for %s', (code, text) => {
    expect(decodeCompact(text)).toEqual({ ok: false, code });
  });
});
