import { decodeUtf8Document } from '@proofmark/primitives';
import type { GuardedHttp } from './safe-fetch/guarded-http.js';

/** Longer files are not read. */
const MAX_BYTES = 16 * 1024;

/**
 * Reads small files that show who owns a site. An answer from another origin, after a redirect, does not count, and neither does a web
 * page.
 */
export function authorshipFileReader(http: Pick<GuardedHttp, 'request'>): (url: string) => Promise<string | null> {
  return async (url) => {
    const answer = await http.request({ url, headers: { accept: 'text/plain, application/json' }, maxBytes: MAX_BYTES });
    if (!answer.ok || new URL(answer.url).origin !== new URL(url).origin || answer.mediaType === 'text/html') return null;
    return decodeUtf8Document(answer.body);
  };
}
