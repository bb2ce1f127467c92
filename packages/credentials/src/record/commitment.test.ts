import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { commitmentOf, recordTagOf } from './commitment.js';

const hash = { digest: (_: string, data: Uint8Array) => new Uint8Array(createHash('sha256').update(data).digest()) };
const canonicalHash = 'ab'.repeat(32);
const salt = new Uint8Array(16).fill(7);

describe('a commitment', () => {
  it('is the hash of three lines, which anyone can write with sha256sum', async () => {
    const text = `proofmark issuance record 1\n${canonicalHash}\n${Buffer.from(salt).toString('base64url')}`;
    expect(await commitmentOf({ canonicalHash, salt }, hash)).toBe(createHash('sha256').update(text).digest('base64url'));
  });

  it('differs for another credential and for another salt', async () => {
    const all = [
      await commitmentOf({ canonicalHash, salt }, hash),
      await commitmentOf({ canonicalHash: 'ac'.repeat(32), salt }, hash),
      await commitmentOf({ canonicalHash, salt: new Uint8Array(16).fill(8) }, hash),
    ];
    expect(new Set(all).size).toBe(3);
  });
});

describe('the tag of a place', () => {
  it('is half the hash of the badge’s id, apart from every commitment', async () => {
    const id = 'https://badges.example/credentials/1';
    const whole = createHash('sha256').update(`proofmark issuance record 1 id\n${id}`).digest();
    expect(await recordTagOf(id, hash)).toBe(whole.subarray(0, 16).toString('base64url'));
  });
});
