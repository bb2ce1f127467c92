import { plainText } from '../layout/plain-text.js';

const MAX_LENGTH = 80;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The Content-Disposition header for a download (RFC 6266), with the title as file name: an ASCII form for old clients
 * and the UTF-8 form of RFC 8187 for all others. Nothing in the title can leave the name: no path, no quote, no control.
 *
 * @param extension without a dot
 */
export function contentDisposition(title: string, extension: string): string {
  const stem = fileStem(title);
  // Signs that look like a slash or a dot become one.
  const ascii = stem
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]|["%\\/:*?<>|]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .trim();
  const fallback = ascii === '' || RESERVED.test(ascii) ? 'badge' : ascii;
  return `inline; filename="${fallback}.${extension}"; filename*=UTF-8''${encode(`${stem}.${extension}`)}`;
}

function fileStem(title: string): string {
  const cleaned = plainText(title)
    .replace(/[/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[. ]+/, '');
  const short = [...cleaned]
    .slice(0, MAX_LENGTH)
    .join('')
    .replace(/[. ]+$/, '')
    .trim();
  return short === '' || RESERVED.test(short) ? 'badge' : short;
}

// attr-char of RFC 8187: encodeURIComponent leaves four characters that are not in it.
function encode(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
