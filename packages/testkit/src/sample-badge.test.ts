import { createPublicKey, verify } from 'node:crypto';
import { checkSchema } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { freshKey, namedEd25519Key } from './keys.js';
import { sampleBadge, sampleCredential, sampleJwt } from './sample-badge.js';

describe('the sample badge', () => {
  it('passes the schema, signed or not', async () => {
    expect(checkSchema(sampleCredential(), 'AchievementCredential', 'issue')).toMatchObject({ violations: [] });
    expect(checkSchema(await sampleBadge(), 'AchievementCredential', 'read')).toMatchObject({ violations: [] });
  });

  it('is the same at every call, and another one with another name', async () => {
    const badge = await sampleBadge();
    expect(await sampleBadge()).toEqual(badge);
    expect((await sampleBadge({ name: 'Other' })).proof).not.toEqual(badge.proof);
    expect(namedEd25519Key('acme').publicKey).not.toEqual(namedEd25519Key('globex').publicKey);
  });

  it('is also a token that its key checks', async () => {
    const key = freshKey('ES256');
    const [header, payload, signature = ''] = (await sampleJwt({}, key, 'did:web:badges.example#key')).split('.');
    const publicKey = createPublicKey({ key: { ...key.publicKey.jwk }, format: 'jwk' });
    const data = Buffer.from(`${header}.${payload}`);
    expect(verify('sha256', data, { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))).toBe(true);
  });
});
