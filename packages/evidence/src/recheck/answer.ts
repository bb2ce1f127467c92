import type { SameBytes } from '@proofmark/schemas/work';
import type { FetchedPiece, Recheck } from './piece.js';

export function answer(sameBytes: SameBytes, reason: string | null = null): Recheck {
  return { sameBytes, reason, notes: [], changedAt: null };
}

/** What a failed fetch says of the work: "not there" and "not for you" are answers of the server, everything else is an open question. */
export function unfetched({ code, status }: Extract<FetchedPiece, { ok: false }>): Recheck {
  if (status === 404 || status === 410) return answer('gone', code);
  return answer(status === 401 || status === 403 ? 'private' : 'not-checked', code);
}
