import { type Refused, refused } from './result.js';

export interface BoundedBytes {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Why not all of it came; null when all did. */
  refusal(): Refused | null;
}

/**
 * The bytes of an upload, up to a bound. What is read of one that has more, or that breaks off, is not the whole.
 *
 * @param tooLarge - what is said of one that has more
 */
export function boundedBytes(source: AsyncIterable<Uint8Array>, most: number, tooLarge: string): BoundedBytes {
  let refusal: Refused | null = null;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    const pieces = source[Symbol.asyncIterator]();
    let size = 0;
    try {
      for (;;) {
        const next = await pieces.next().catch(() => null);
        if (next === null) refusal = refused('malformed-request', 'The upload broke off before its end. Send it again.');
        if (next === null || next.done === true) return;
        size += next.value.length;
        if (size > most) {
          refusal = refused('payload-too-large', tooLarge);
          return;
        }
        yield next.value;
      }
    } finally {
      await pieces.return?.().catch(() => undefined);
    }
  }
  return { bytes: bytes(), refusal: () => refusal };
}
