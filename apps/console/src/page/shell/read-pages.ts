import type { Page } from '@proofmark/schemas/api';
import type { Answer, Ask, Sending } from '../api.js';

/** What was read of a list, and whether it goes on. */
export interface ReadPages<T> {
  readonly items: readonly T[];
  readonly more: boolean;
}

/**
 * Reads a list of the API from its beginning, a hundred items at a time.
 *
 * @param path - with its query, such as `achievements?issuer=…`
 * @param most - pages that are read
 */
export async function readPages<T>(ask: Ask, path: string, most: number, sending: Sending = {}): Promise<Answer<ReadPages<T>>> {
  const items: T[] = [];
  const first = `${path}${path.includes('?') ? '&' : '?'}limit=100`;
  let next: string | null = null;
  for (let page = 0; page === 0 || (page < most && next !== null); page += 1) {
    const cursor: string = next === null ? '' : `&cursor=${encodeURIComponent(next)}`;
    const answer: Answer<Page<T>> = await ask<Page<T>>('GET', `${first}${cursor}`, undefined, sending);
    if (!answer.ok) return answer;
    items.push(...answer.value.data);
    next = answer.value.next;
  }
  return { ok: true, value: { items, more: next !== null } };
}
