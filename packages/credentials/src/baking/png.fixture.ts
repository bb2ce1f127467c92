import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { writeChunk } from './png-chunks.js';

const SIGNATURE = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A PNG of these chunks, between a header and an end. */
export function pngOf(...chunks: readonly Uint8Array[]): Uint8Array {
  const header = writeChunk('IHDR', Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0));
  const pixels = writeChunk('IDAT', deflateSync(Uint8Array.of(0, 0)));
  return Buffer.concat([SIGNATURE, header, ...chunks, pixels, writeChunk('IEND', new Uint8Array())]);
}

/** An iTXt chunk; compressed when asked. */
export function itxt(keyword: string, text: string | Uint8Array, compressed = false): Uint8Array {
  const body = typeof text === 'string' ? encode(text) : text;
  const head = Uint8Array.of(...encode(keyword), 0, compressed ? 1 : 0, 0, 0, 0);
  return writeChunk('iTXt', Buffer.concat([head, compressed ? deflateSync(body) : body]));
}

/** An old tEXt chunk. */
export function text(keyword: string, value: string): Uint8Array {
  return writeChunk('tEXt', Buffer.concat([Buffer.from(`${keyword}\0`, 'latin1'), Buffer.from(value, 'latin1')]));
}

/** Well-formed PNGs with all kinds of chunks, some of them badges already. */
export const anyPng: fc.Arbitrary<Uint8Array> = fc
  .array(
    fc.oneof(
      fc
        .tuple(fc.constantFrom('tIME', 'gAMA', 'tEXt', 'iTXt', 'zTXt', 'prVt'), fc.uint8Array({ maxLength: 60 }))
        .map(([type, data]) => writeChunk(type, data)),
      fc
        .tuple(fc.constantFrom('openbadgecredential', 'openbadges', 'Comment'), fc.string(), fc.boolean())
        .map(([keyword, value, packed]) => itxt(keyword, value, packed)),
      fc.string().map((value) => text('openbadges', value)),
    ),
    { maxLength: 5 },
  )
  .map((chunks) => pngOf(...chunks));
