import { concatBytes, encodeUtf8, isWellFormed } from '@proofmark/primitives';
import type { MaybePromise } from '@proofmark/schemas';
import { chooseBadge } from './choose-badge.js';
import { BAKING_LIMITS, type Bakeable, type BakingFailure, type BakingLimits, failed, kindOf, type Unbaked } from './outcome.js';
import { readChunks, writeChunk } from './png-chunks.js';
import { type Inflate, markerOf, textOf } from './png-text.js';

export type BakedPng = { readonly ok: true; readonly png: Uint8Array } | BakingFailure;

/**
 * Puts a badge into a PNG: one uncompressed iTXt chunk with the keyword `openbadgecredential` after the header
 * (Open Badges 3.0, document format). A badge that is already inside is replaced. Every checksum of the picture must be right.
 */
export function bakePng(png: Uint8Array, badge: Bakeable, limits: BakingLimits = BAKING_LIMITS): BakedPng {
  const text = encodeUtf8(badge.text);
  if (kindOf(badge.text) !== badge.kind) return failed('not-a-badge-text');
  if (!isWellFormed(badge.text)) return failed('malformed-text');
  if (png.length > limits.maxImage || text.length > limits.maxText) return failed('too-large');
  const chunks = readChunks(png);
  if ('ok' in chunks) return chunks;
  if (!chunks.every((chunk) => chunk.crcMatches())) return failed('bad-crc');
  // After the keyword: not compressed, method 0, no language, no translated keyword.
  const head = encodeUtf8('openbadgecredential\0\0\0\0\0');
  const data = concatBytes(head, text);
  const [header, ...others] = chunks.filter((chunk) => markerOf(chunk) === null).map((chunk) => png.subarray(chunk.start, chunk.end));
  return { ok: true, png: concatBytes(png.subarray(0, 8), header ?? new Uint8Array(), writeChunk('iTXt', data), ...others) };
}

/**
 * Finds the badge in a PNG: in iTXt chunks under a known keyword, compressed or not; if there is none, in old tEXt or zTXt chunks. Only
 * the checksums of those chunks are looked at. Never throws for what the bytes contain.
 * Being inside an image proves nothing: what comes out is to be verified like any other badge.
 */
export function unbakePng(bytes: Uint8Array, inflate: Inflate, limits: BakingLimits = BAKING_LIMITS): MaybePromise<Unbaked> {
  if (bytes.length > limits.maxImage) return failed('too-large');
  const chunks = readChunks(bytes);
  if ('ok' in chunks) return chunks;
  const marked = chunks.flatMap((chunk) => {
    const marker = markerOf(chunk);
    return marker === null ? [] : [{ type: chunk.type, marker, text: () => textOf(chunk, inflate, limits) }];
  });
  // Open Badges 2.0 has the assertion in iTXt, and before it in tEXt its address: those two are one badge.
  const hasAssertion = marked.some(({ type, marker }) => type === 'iTXt' && marker === 'openbadges-2');
  return chooseBadge(marked.filter(({ type, marker }) => !hasAssertion || type === 'iTXt' || marker !== 'openbadges-2'));
}
