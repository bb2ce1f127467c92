import { readStream } from './read-stream.js';

/** Decompresses gzip (`gzip`) or zlib (`deflate`); null when the data is neither or would exceed `maxBytes`. */
export async function decompress(format: 'gzip' | 'deflate', data: Uint8Array, maxBytes: number): Promise<Uint8Array | null> {
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      controller.enqueue(data as Uint8Array<ArrayBuffer>);
      controller.close();
    },
  });
  try {
    return await readStream(source.pipeThrough(new DecompressionStream(format)), maxBytes);
  } catch {
    return null;
  }
}
