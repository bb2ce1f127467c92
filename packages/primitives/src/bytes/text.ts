const encoder = /* @__PURE__ */ new TextEncoder();
const strict = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lossy = /* @__PURE__ */ new TextDecoder('utf-8', { ignoreBOM: true });

/** The UTF-8 bytes of a text. Half of a surrogate pair becomes U+FFFD (WHATWG Encoding): ask `hasLoneSurrogate` where two texts must not share bytes. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/**
 * The text of UTF-8 bytes, or null when they are not well-formed UTF-8.
 *
 * A byte order mark (EF BB BF) is a character like any other here, U+FEFF, so that `encodeUtf8` gives the same bytes back. It is dropped in
 * one place only, at the start of a whole file or response: see `decodeUtf8Document` and docs/decisions/byte-order-marks.md.
 */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The text of a whole file or response body: strict UTF-8 without the one byte order mark that it may begin with (RFC 8259 8.1 lets a reader
 * ignore it; editors on Windows write it). Not for a part of a format, such as a segment of a token: there a mark is an error, not packaging.
 */
export function decodeUtf8Document(bytes: Uint8Array): string | null {
  const text = decodeUtf8(bytes);
  return text?.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** The text of bytes that should be UTF-8, with U+FFFD for what is not: for display and for searching, never for what is signed or compared. */
export function decodeUtf8Lossy(bytes: Uint8Array): string {
  return lossy.decode(bytes);
}

/** Bytes as ISO 8859-1, one character for each byte: the encoding of old formats, and a way to search bytes for ASCII. */
export function decodeLatin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
