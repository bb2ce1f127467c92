import { beforeAll, describe, expect, it } from 'vitest';
import type { BlobStore } from '../issuing/issuance-jobs/blob-store.js';
import type { BlobKey } from '../store/index.js';

/** A store whose parts have `SIZE` bytes, and two issuers that may have blobs. */
export interface BlobsUnderTest {
  readonly blobs: BlobStore;
  readonly issuers: readonly [string, string];
  /** How many parts it holds of all blobs together. */
  parts(): Promise<number>;
}

export const SIZE = 100;

let made = 0;
const newId = (): string => {
  made += 1;
  return `01981f2a-7c3e-7b52-9d41-${String(made).padStart(12, '0')}`;
};

const bytesOf = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => (at * 7) % 256);

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What every store of blobs does, wherever it keeps them. */
export function describeBlobStore(name: string, make: () => Promise<BlobsUnderTest>): void {
  describe(`the blob store contract: ${name}`, () => {
    let { blobs, issuers, parts } = {} as BlobsUnderTest;
    let issuerId: string;
    beforeAll(async () => {
      ({ blobs, issuers, parts } = await make());
      [issuerId] = issuers;
    });
    const read = async (key: BlobKey, from?: number): Promise<Uint8Array> => {
      const pieces: Uint8Array[] = [];
      for await (const piece of blobs.read(key, from)) pieces.push(piece);
      return Buffer.concat(pieces);
    };

    it.each([0, 1, SIZE - 1, SIZE, SIZE + 1, 10 * SIZE + 7])('keeps %i bytes, and gives them back from any place', async (length) => {
      const key = { issuerId, blobId: newId() };
      const bytes = bytesOf(length);
      await blobs.put(key, inPieces(bytes, 33));
      for (const from of [undefined, 0, 1, SIZE - 1, SIZE, SIZE + 1, length, length + SIZE])
        expect(Buffer.compare(await read(key, from), bytes.subarray(from ?? 0))).toBe(0);
    });

    it('keeps blobs of one id apart by their issuers, and removes one without the other, once or again', async () => {
      const blobId = newId();
      for (const [at, issuer] of issuers.entries()) await blobs.put({ issuerId: issuer, blobId }, inPieces(bytesOf(250 + at), 250));
      const [first, second] = issuers;
      for (const _ of [1, 2]) await blobs.delete({ issuerId: first, blobId });
      expect([(await read({ issuerId: first, blobId })).length, (await read({ issuerId: second, blobId })).length]).toEqual([0, 251]);
    });

    it('has nothing where nothing was put, and removes that too', async () => {
      const key = { issuerId, blobId: newId() };
      expect(await read(key)).toHaveLength(0);
      await blobs.delete(key);
    });

    it('leaves nothing of a stream that breaks off, and says why it did', async () => {
      const before = await parts();
      const key = { issuerId, blobId: newId() };
      async function* broken(): AsyncGenerator<Uint8Array> {
        yield bytesOf(3 * SIZE);
        throw new Error('broken off');
      }
      await expect(blobs.put(key, broken())).rejects.toThrow('broken off');
      expect([await parts(), (await read(key)).length]).toEqual([before, 0]);
    });

    it('takes no more of a stream than it has stored, but for one part', async () => {
      const before = await parts();
      let most = 0;
      async function* slow(): AsyncGenerator<Uint8Array> {
        for (let nr = 0; nr < 12; nr += 1) {
          most = Math.max(most, nr - ((await parts()) - before));
          yield bytesOf(SIZE);
        }
      }
      await blobs.put({ issuerId, blobId: newId() }, slow());
      expect(most).toBeLessThanOrEqual(1);
    });
  });
}
