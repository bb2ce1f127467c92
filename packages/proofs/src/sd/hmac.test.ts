import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nodeCrypto } from '../node-crypto.fixture.js';
import { hmacSha256 } from './hmac.js';

it('is the HMAC of Node', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 64 }), fc.uint8Array({ maxLength: 200 }), async (key, data) => {
      const expected = createHmac('sha256', key).update(data).digest();
      expect(await hmacSha256(nodeCrypto, key, data)).toEqual(new Uint8Array(expected));
    }),
  );
  await expect(hmacSha256(nodeCrypto, new Uint8Array(65), new Uint8Array())).rejects.toThrow(TypeError);
});
