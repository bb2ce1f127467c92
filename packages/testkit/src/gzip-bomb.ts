import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';

/** A gzip of so many megabytes of zeros, made without ever holding them; 512 give some 522 KB. */
export async function gzipBomb(megabytes: number): Promise<Uint8Array> {
  const zeros = Buffer.alloc(1024 * 1024);
  const chunks: Buffer[] = [];
  for await (const chunk of Readable.from(new Array(megabytes).fill(zeros)).pipe(createGzip())) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
