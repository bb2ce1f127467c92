import { concatBytes, encodeUtf8, isWellFormed } from '@proofmark/primitives';
import type { MaybePromise } from '@proofmark/schemas';
import { andThen } from '../maybe.js';
import { BAKING_LIMITS, type Bakeable, type BakingFailure, type BakingLimits, failed, found, kindOf, type Unbaked } from './outcome.js';
import { type Chunk, readChunks, writeChunk } from './png-chunks.js';
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
 * Finds the badge in a PNG: the first iTXt chunk under a known keyword, compressed or not; if there is none, an old
 * tEXt or zTXt chunk. Only that chunk's checksum is looked at. Never throws for what the bytes contain.
 * Being inside an image proves nothing: what comes out is to be verified like any other badge.
 */
export function unbakePng(bytes: Uint8Array, inflate: Inflate, limits: BakingLimits = BAKING_LIMITS): MaybePromise<Unbaked> {
  if (bytes.length > limits.maxImage) return failed('too-large');
  const chunks = readChunks(bytes);
  if ('ok' in chunks) return chunks;
  const marked = chunks.filter((chunk: Chunk) => markerOf(chunk) !== null);
  const chunk = marked.find(({ type }) => type === 'iTXt') ?? marked[0];
  const marker = chunk ? markerOf(chunk) : null;
  if (chunk === undefined || marker === null) return failed('no-badge');
  return andThen(textOf(chunk, inflate, limits), (text) => (typeof text === 'string' ? found(text, marker) : text));
}
