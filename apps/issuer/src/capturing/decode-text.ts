import { decodeUtf8Document } from '@proofmark/primitives';
import sniff from 'html-encoding-sniffer';

/** Only when a page says nothing of its encoding: no encoding has this name. */
const UNKNOWN = 'unknown';

/** The text of a page in the encoding that it declares (HTML, 13.2.3.2); else UTF-8 where it is that, and windows-1252 where not. */
export function decodePage(bytes: Uint8Array): string {
  const encoding = sniff(bytes, { defaultEncoding: UNKNOWN });
  return decode(bytes, encoding === UNKNOWN ? null : encoding);
}

/** The text of a style sheet: a byte order mark or `@charset` says how it is encoded (CSS Syntax 3, 3.2). */
export function decodeSheet(bytes: Uint8Array): string {
  const encoding = sniff(bytes, { xml: true, defaultEncoding: UNKNOWN });
  const label = /^@charset "([\w.:-]{1,40})";/.exec(Buffer.from(bytes.subarray(0, 64)).toString('latin1'))?.[1];
  // Text in which the declaration can be read is not UTF-16, whatever it says.
  return decode(bytes, encoding !== UNKNOWN ? encoding : label === undefined ? null : /^utf-?16/i.test(label) ? 'utf-8' : label);
}

function decode(bytes: Uint8Array, encoding: string | null): string {
  const read = encoding === null ? null : decodeAs(bytes, encoding);
  return read ?? decodeUtf8Document(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
}

/** Null when there is no encoding of this name. */
function decodeAs(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
