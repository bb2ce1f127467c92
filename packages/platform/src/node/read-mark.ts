import { decodeUtf8Document } from '@proofmark/primitives';
import type { GuardedHttp } from './safe-fetch/guarded-http.js';

/** Longer files are no such files. */
const MAX_BYTES = 16 * 1024;

/**
 * Reads small files that say whose a site is. What another origin answers, after a redirect, is not the site's word, and a page is no
 * such file.
 */
export function markReader(http: Pick<GuardedHttp, 'request'>): (url: string) => Promise<string | null> {
  return async (url) => {
    const answer = await http.request({ url, headers: { accept: 'text/plain, application/json' }, maxBytes: MAX_BYTES });
    if (!answer.ok || new URL(answer.url).origin !== new URL(url).origin || answer.mediaType === 'text/html') return null;
    return decodeUtf8Document(answer.body);
  };
}
