const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'application/pdf'],
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['\xff\xd8\xff', 'image/jpeg'],
  ['GIF87a', 'image/gif'],
  ['GIF89a', 'image/gif'],
  ['PK\x03\x04', 'application/zip'],
  ['\x1f\x8b\x08', 'application/gzip'],
  ['\x1aE\xdf\xa3', 'video/webm'],
  ['OggS', 'application/ogg'],
];
const HTML = /^(?:<!doctype\s+html|<(?:html|head|body|script|title|meta|iframe)[\s>/])/i;
const HEAD = 512;

/**
 * The media type that the first bytes of a file show beyond doubt, or null. A small part of the WHATWG MIME Sniffing Standard:
 * enough to notice a log-in page where a PDF should be.
 */
export function sniffMediaType(body: Uint8Array): string | null {
  const head = String.fromCharCode(...body.subarray(0, HEAD));
  for (const [signature, mediaType] of SIGNATURES) if (head.startsWith(signature)) return mediaType;
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp';
  if (head.slice(4, 8) === 'ftyp') return 'video/mp4';
  return HTML.test(withoutPreamble(head)) ? 'text/html' : null;
}

/** Drops a byte order mark, white space, an XML declaration and comments: browsers look past them too. */
function withoutPreamble(head: string): string {
  let text = head.replace(/^\xef\xbb\xbf/, '');
  for (let length = -1; length !== text.length; ) {
    length = text.length;
    text = text.trimStart().replace(/^<\?xml[^>]*>/, '');
    if (text.startsWith('<!--')) text = text.includes('-->') ? text.slice(text.indexOf('-->') + 3) : '';
  }
  return text;
}
