import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of an archive, read when its turn comes. */
export interface ZippedFile {
  readonly name: string;
  content(): AsyncIterable<string> | readonly string[];
}

/**
 * A ZIP archive of files of any size, one after the other (with Zip64 where one needs it). No more of it is in memory than what the reader has not taken
 * yet. Where a file cannot be read to its end, the archive breaks off, and is no archive.
 */
export function zipOf(files: readonly ZippedFile[], mtime: Date): AsyncIterable<Uint8Array> {
  const archive = new ZipFile();
  const output = archive.outputStream as Readable;
  archive.on('error', (error: Error) => output.destroy(error));
  for (const { name, content } of files) {
    archive.addReadStreamLazy(name, { mtime, compress: true }, (give) => {
      const source = Readable.from(content(), { objectMode: true });
      // Text is written in pieces that are worth a call each.
      give(null, Readable.from(inPieces(source)));
    });
  }
  archive.end();
  return output;
}

/** Of so many characters at least, but for the last. */
const PIECE = 65_536;

async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let piece = '';
  for await (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  if (piece !== '') yield Buffer.from(piece);
}
