import { decodeLatin1, decodeUtf8Document } from './text.js';

/** How an XML declaration names ISO 8859-1; it stands in the first bytes, in ASCII (XML 1.0, 4.3.3). */
const DECLARES_LATIN1 = /^<\?xml\s[^>?]{0,80}?encoding\s*=\s*["'](?:iso-8859-1|latin1|us-ascii|windows-1252)["']/i;

/**
 * The text of a whole file that somebody saved: strict UTF-8; UTF-16 where it begins as such text does, with its byte order mark or the
 * `<` of XML (XML 1.0, appendix F); ISO 8859-1 where its XML declaration says so. Null when it is no text in any of these.
 */
export function decodeTextFile(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0 && c !== 0 && d === 0)) return decodeUtf16('utf-16le', bytes);
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c && c === 0 && d !== 0)) return decodeUtf16('utf-16be', bytes);
  const text = decodeUtf8Document(bytes);
  return text === null && DECLARES_LATIN1.test(decodeLatin1(bytes.subarray(0, 200))) ? decodeLatin1(bytes) : text;
}

/** Without the byte order mark that it may begin with. */
function decodeUtf16(encoding: 'utf-16le' | 'utf-16be', bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
