import { decodeBase64, decodeBase64url, decodeUtf8 } from '@proofmark/primitives';

/** What a `data:` URL says that it holds, in lower case and without parameters, and the text in it; null where that cannot be read. */
export interface DataUrl {
  readonly mediaType: string;
  readonly text: string | null;
}

const MAX_HEAD = 200;

/** Reads a `data:` URL (RFC 2397); null for what is none. Tokens have no character that needs percent-encoding; only the padding of base64 does for some. */
export function readDataUrl(url: string): DataUrl | null {
  const comma = url.slice(0, MAX_HEAD).indexOf(',');
  if (comma < 0 || !/^data:/i.test(url)) return null;
  const [mediaType = '', ...parameters] = url
    .slice('data:'.length, comma)
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const body = url.slice(comma + 1);
  return { mediaType, text: parameters.at(-1) === 'base64' ? unwrapped(body) : body };
}

function unwrapped(body: string): string | null {
  const padded = body.replaceAll(/%3d/gi, '=');
  const bytes = decodeBase64(padded) ?? decodeBase64url(padded);
  return bytes === null ? null : decodeUtf8(bytes);
}
