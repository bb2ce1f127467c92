import { decodeLatin1, decodeUtf8 } from '@proofmark/primitives';
import type { MaybePromise } from '@proofmark/schemas';
import { andThen } from '../maybe.js';
import { type BakedMarker, type BakingFailure, type BakingLimits, failed } from './outcome.js';
import type { Chunk } from './png-chunks.js';

/** Decompresses zlib; null for what is none or would exceed the limit. */
export type Inflate = (data: Uint8Array, maxBytes: number) => MaybePromise<Uint8Array | null>;

/** The keywords of the standards (Open Badges 3.0 and CLR 2.0, document format; Open Badges 2.0, baking). */
const MARKERS: ReadonlyMap<string, BakedMarker> = new Map<string, BakedMarker>([
  ['openbadgecredential', 'openbadges-3'],
  ['clrcredential', 'clr-2'],
  ['openbadges', 'openbadges-2'],
]);

/** The keyword of a text chunk's badge; null when the chunk is no text or under another keyword. */
export function markerOf(chunk: Chunk): BakedMarker | null {
  if (!['iTXt', 'tEXt', 'zTXt'].includes(chunk.type)) return null;
  const end = chunk.data.subarray(0, 80).indexOf(0);
  return end < 1 ? null : (MARKERS.get(decodeLatin1(chunk.data.subarray(0, end))) ?? null);
}

/** The text of a chunk that has a marker. */
export function textOf(chunk: Chunk, inflate: Inflate, { maxText }: BakingLimits): MaybePromise<string | BakingFailure> {
  if (!chunk.crcMatches()) return failed('bad-crc');
  const { data, type } = chunk;
  const keywordEnd = data.indexOf(0);
  let body = data.subarray(keywordEnd + 1);
  let compressed = type === 'zTXt';
  if (type !== 'tEXt') {
    // zTXt has a compression method; iTXt a flag, a method, a language tag and a translated keyword.
    const method = type === 'zTXt' ? body[0] : body[1];
    if (type === 'iTXt') {
      compressed = body[0] === 1;
      const languageEnd = body.indexOf(0, 2);
      const translatedEnd = languageEnd < 0 ? -1 : body.indexOf(0, languageEnd + 1);
      if (translatedEnd < 0) return failed('undecodable');
      body = body.subarray(translatedEnd + 1);
    } else {
      body = body.subarray(1);
    }
    if (compressed && method !== 0) return failed('undecodable');
  }
  if (body.length > maxText) return failed('too-large');
  return andThen(compressed ? inflate(body, maxText) : body, (bytes) => {
    if (bytes === null) return failed('undecodable');
    if (bytes.length > maxText) return failed('too-large');
    // Old bakers wrote UTF-8 into tEXt, although it is Latin-1. Latin-1 text is hardly ever valid UTF-8 by accident.
    return decodeUtf8(bytes) ?? (type === 'iTXt' ? failed('malformed-text') : decodeLatin1(bytes));
  });
}
