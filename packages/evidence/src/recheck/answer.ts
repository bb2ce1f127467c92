import type { SameBytes } from '@proofmark/schemas/evidence';
import type { FetchedBody, Recheck } from './recheck.js';

export function answer(sameBytes: SameBytes, reason: string | null = null): Recheck {
  return { sameBytes, reason, notes: [], changedAt: null };
}

/** Maps a failed fetch: 404, 410, 401 and 403 are answers about the evidence, every other failure leaves the question open. */
export function unfetched({ code, status }: Extract<FetchedBody, { ok: false }>): Recheck {
  if (status === 404 || status === 410) return answer('gone', code);
  return answer(status === 401 || status === 403 ? 'private' : 'not-checked', code);
}
