import { sniffMediaType, withoutMetadata } from '@proofmark/evidence';
import type { GuardedHttp } from '@proofmark/platform/node';
import { createBoundedLimit } from '@proofmark/primitives';
import { webUrl } from './clean-html.js';
import { decodeSheet } from './decode-text.js';

/** How much a page may bring with it. */
export interface LoaderLimits {
  readonly requests: number;
  /** One file, in bytes. */
  readonly fileBytes: number;
  /** All files together, in bytes. */
  readonly bytes: number;
  /** All pictures, as often as they stand in the copy, in characters of their data URIs. */
  readonly copied: number;
  /** Addresses in style sheets. */
  readonly references: number;
}

/** Fetches what a page is made of, within limits. Null for whatever is not copied. */
export interface Loader {
  /** A picture as a data URI, without metadata. Also takes data URIs. */
  image(url: string): Promise<string | null>;
  /** The address that a style sheet names, made absolute; null when it is none of the web. */
  address(text: string, base: string): string | null;
  sheet(url: string): Promise<{ readonly text: string; readonly url: string } | null>;
  /** How many parts could not be copied. */
  readonly missing: number;
}

const AT_ONCE = 6;
const DATA_URI = /^data:([a-z0-9.+/-]*)((?:;[^,;]*)*),([\s\S]*)$/i;
const STRIPPED = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);

export function loader(http: Pick<GuardedHttp, 'request'>, limits: LoaderLimits, signal: AbortSignal): Loader {
  const { requests, fileBytes, bytes, copied, references } = limits;
  const images = new Map<string, Promise<string | null>>();
  const limit = createBoundedLimit(AT_ONCE, requests);
  let [asked, left, missing, room, named] = [0, bytes, 0, copied, 0];
  const take = (size: number): boolean => {
    if (size > left) return false;
    left -= size;
    return true;
  };
  const get = async (url: string, accept: string) => {
    if (signal.aborted || left <= 0 || ++asked > requests) return null;
    const answer = await limit.run(() => http.request({ url, headers: { accept }, maxBytes: Math.min(fileBytes, left), signal }));
    return answer?.ok === true && take(answer.body.length) ? answer : null;
  };
  const picture = async (url: string): Promise<string | null> => {
    if (/^data:/i.test(url)) {
      const inside = readDataUri(url);
      return inside !== null && take(inside.body.length) ? dataUri(inside.body, inside.mediaType) : null;
    }
    const answer = await get(url, 'image/png,image/jpeg,image/webp,image/gif,image/svg+xml');
    return answer === null ? null : dataUri(answer.body, answer.mediaType);
  };
  const counted = <T>(found: T | null): T | null => {
    if (found === null) missing++;
    return found;
  };
  return {
    async image(url) {
      const known = images.get(url) ?? picture(url);
      images.set(url, known);
      const found = await known;
      // One picture may stand in a page a thousand times.
      if (found === null || found.length > room) return counted(null);
      room -= found.length;
      return found;
    },
    address(text, base) {
      return ++named > references ? counted(null) : webUrl(text, base);
    },
    async sheet(url) {
      const answer = await get(url, 'text/css');
      return counted(answer?.mediaType === 'text/css' ? { text: decodeSheet(answer.body), url: answer.url } : null);
    },
    get missing() {
      return missing;
    },
  };
}

/** A picture in a page runs nothing, whatever it is; of photographs only the picture is kept. */
function dataUri(body: Uint8Array, declared: string): string | null {
  const mediaType = sniffMediaType(body) ?? declared;
  const bytes = STRIPPED.has(mediaType) ? withoutMetadata(body, mediaType) : mediaType === 'image/svg+xml' ? body : null;
  return bytes === null ? null : `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
}

function readDataUri(text: string): { readonly mediaType: string; readonly body: Uint8Array } | null {
  const [, mediaType = '', parameters = '', data = ''] = DATA_URI.exec(text) ?? [];
  if (!/^image\//i.test(mediaType)) return null;
  try {
    const plain = decodeURIComponent(data);
    const body = /;\s*base64\s*$/i.test(parameters) ? Buffer.from(plain, 'base64') : Buffer.from(plain, 'utf8');
    return { mediaType: mediaType.toLowerCase(), body };
  } catch {
    return null;
  }
}
