import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';

/** The content codings that the safe fetch asks for and understands (RFC 9110 8.4). */
export const ACCEPTED_ENCODINGS = 'gzip, br';

const DECODERS: Readonly<Record<string, () => Transform>> = { gzip: createGunzip, 'x-gzip': createGunzip, br: createBrotliDecompress };

/** A body that was cut short, because it went over its cap or uses a coding that was not asked for. */
class BodyError extends Error {
  override readonly name = 'BodyError';
  readonly code: 'too-large' | 'malformed-response';

  constructor(code: 'too-large' | 'malformed-response') {
    super(code);
    this.code = code;
  }
}

/**
 * Reads a body and undoes its content coding, chunk by chunk; stops as soon as more than `maxBytes` have come out.
 *
 * @throws BodyError when it is too large or its coding is not an accepted one; the stream's own error when it breaks off
 */
export async function readBody(body: Readable, encoding: string, maxBytes: number): Promise<Uint8Array> {
  const coding = encoding.trim().toLowerCase();
  const decoder = coding === '' || coding === 'identity' ? null : Object.hasOwn(DECODERS, coding) ? DECODERS[coding]!() : undefined;
  if (decoder === undefined) {
    body.destroy();
    throw new BodyError('malformed-response');
  }
  body.once('error', (error) => decoder?.destroy(error));
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of (decoder === null ? body : body.pipe(decoder)) as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > maxBytes) throw new BodyError('too-large');
      chunks.push(chunk);
    }
  } finally {
    body.destroy();
  }
  return join(chunks, size);
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
