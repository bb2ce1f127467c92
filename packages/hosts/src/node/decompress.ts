import { gunzipSync, inflateSync, type ZlibOptions } from 'node:zlib';

/** Decompresses gzip; null when the data is no gzip or would exceed `maxBytes`. */
export function gunzip(data: Uint8Array, maxBytes: number): Uint8Array | null {
  return decompress(gunzipSync, data, maxBytes);
}

/** Decompresses zlib (RFC 1950); null when the data is no zlib or would exceed `maxBytes`. */
export function inflate(data: Uint8Array, maxBytes: number): Uint8Array | null {
  return decompress(inflateSync, data, maxBytes);
}

function decompress(decoder: (data: Uint8Array, options: ZlibOptions) => Buffer, data: Uint8Array, maxBytes: number): Uint8Array | null {
  try {
    // The cap is enforced while decompressing: a bomb costs what the cap costs, not what it would unfold to.
    const bytes = decoder(data, { maxOutputLength: Math.max(1, maxBytes) });
    return bytes.byteLength > maxBytes ? null : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch {
    return null;
  }
}
