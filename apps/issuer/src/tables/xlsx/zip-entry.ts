import { Unzip, UnzipInflate } from 'fflate';
import { UploadFault } from '../upload-fault.js';

/** Packed bytes that are unpacked together: of these, some 1000 times as many can come. */
const STEP = 4096;
/** Bytes that are handed on together. */
const PIECE = 64 * 1024;
/** Bytes of one unpacked entry: a bomb of 50 MB would be 50 GB. */
const MOST_UNPACKED = 1024 * 1024 * 1024;

/** Packed bytes after which an empty piece comes, where none else does: whoever reads may let others work. */
const EMPTY_AFTER = 256 * STEP;

/** The bytes of one entry of a zip archive, unpacked piece by piece; none when there is no such entry. Throws an UploadFault. */
export function* zipEntry(archive: Uint8Array, name: string): Generator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  const seen = { begun: false, ended: false };
  const unzip = new Unzip((file) => {
    // Of two entries with one name, the first one counts.
    if (file.name !== name || seen.begun) return;
    seen.begun = true;
    file.ondata = (error, piece, final) => {
      if (error !== null) throw error;
      pieces.push(piece);
      seen.ended = final;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  let total = 0;
  for (let at = 0; at < archive.length && !seen.ended; at += STEP) {
    try {
      unzip.push(archive.subarray(at, at + STEP), at + STEP >= archive.length);
    } catch {
      throw notAWorkbook('It is damaged.');
    }
    for (const piece of pieces) {
      total += piece.length;
      if (total > MOST_UNPACKED)
        throw new UploadFault('too-large', `The workbook has more than ${MOST_UNPACKED} bytes when it is unpacked. Send the rows as CSV.`);
      for (let from = 0; from < piece.length; from += PIECE) yield piece.subarray(from, from + PIECE);
    }
    if (pieces.length === 0 && at % EMPTY_AFTER === 0) yield new Uint8Array();
    pieces = [];
  }
  if (seen.begun && !seen.ended) throw notAWorkbook('It ends too early.');
}

export function notAWorkbook(what: string): UploadFault {
  return new UploadFault(
    'not-a-spreadsheet',
    `The file cannot be read as an .xlsx workbook. ${what} Save it again as “Excel workbook (.xlsx)” or as “CSV UTF-8”.`,
  );
}
