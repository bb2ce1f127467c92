import { decodeUtf8Document } from '@proofmark/primitives';

/** How far browsers look for a declaration (HTML, 13.2.3.2). */
const HEAD = 1024;

/**
 * The text of a page or style sheet in the encoding that it declares: a byte order mark, `<meta charset>` or `@charset`; else UTF-8 where
 * it is that, and windows-1252 where not.
 */
export function decodeText(bytes: Uint8Array): string {
  const declared = byteOrderMark(bytes) ?? declaredIn(Buffer.from(bytes.subarray(0, HEAD)).toString('latin1'));
  if (declared !== null) return new TextDecoder(declared).decode(bytes);
  return decodeUtf8Document(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
}

function byteOrderMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : null;
}

function declaredIn(head: string): string | null {
  const label =
    /<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1] ?? /^@charset "([\w.:-]{1,40})";/.exec(head)?.[1];
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label);
    // Text in which the declaration can be read is not UTF-16, whatever it says (HTML, 13.2.3.2).
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return null;
  }
}
