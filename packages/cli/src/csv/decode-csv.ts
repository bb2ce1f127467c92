import { decodeUtf8Document } from '@proofmark/primitives';
import { UsageError } from '../usage-error.js';

const REMEDY = 'Save it as “CSV UTF-8”';

/** The text of a file in UTF-8, without its byte order mark. Throws a UsageError that names the encoding which the file seems to have. */
export function decodeCsv(bytes: Uint8Array, file: string): string {
  if (isUtf16(bytes)) throw new UsageError(`${file} is in UTF-16, as “Unicode text” is. ${REMEDY}. Nothing was issued.`);
  const text = decodeUtf8Document(bytes);
  if (text === null) throw new UsageError(`${file} is not in UTF-8, so names would be spoilt. ${REMEDY}. Nothing was issued.`);
  if (text.includes('\0')) throw new UsageError(`${file} holds NUL characters, so it is no text. ${REMEDY}. Nothing was issued.`);
  return text;
}

/** By its byte order mark, or by a NUL beside each of the first letters. */
function isUtf16([first, second, third, fourth]: Uint8Array): boolean {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return (first === 0) !== (second === 0) && (third === 0) !== (fourth === 0) && (first === 0) === (third === 0);
}
