import { gunzipSync, inflateSync, type ZlibOptions } from 'node:zlib';

/** Decompresses gzip; null when the data is no gzip or would exceed `maxBytes`. */
export function gunzip(data: Uint8Array, maxBytes: number): Uint8Array | null {
  const bytes = decompress(gunzipSync, data, maxBytes);
  // The trailer counts the bytes of the last member (RFC 1952 2.3.1). Several members in a row are refused, as browsers do.
  const { buffer, byteOffset, byteLength } = data;
  return bytes === null || new DataView(buffer, byteOffset, byteLength).getUint32(byteLength - 4, true) !== bytes.length ? null : bytes;
}

/** Decompresses zlib (RFC 1950); null when the data is no zlib or would exceed `maxBytes`. */
export function inflate(data: Uint8Array, maxBytes: number): Uint8Array | null {
  return decompress(inflateSync, data, maxBytes);
}

type Decoder = (data: Uint8Array, options: ZlibOptions) => Buffer;

function decompress(decoder: Decoder, data: Uint8Array, maxBytes: number): Uint8Array | null {
  try {
    // The cap is enforced while decompressing: a bomb costs what the cap costs, not what it would unfold to.
    const answer = decoder(data, { maxOutputLength: Math.max(1, maxBytes), info: true });
    const { buffer, engine } = answer as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    // Browsers refuse data that goes on after its end; one badge must not have two readings.
    if (buffer.byteLength > maxBytes || engine.bytesWritten !== data.byteLength) return null;
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  } catch {
    return null;
  }
}
