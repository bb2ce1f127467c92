import type { CredentialSummary, Page, SearchCredentials } from '@proofmark/schemas/api';
import type { Answer, Ask } from '../../api.js';
import { PAGE } from './filter.js';

/** At most so many requests are sent for one page. */
const EMPTY_PAGES = 20;

/**
 * Asks for one page. An empty page that has a next one is passed over, up to `EMPTY_PAGES` times. Where the service refuses the cursor, since the recipient
 * whom it names was changed or erased, the first page is asked for. The search stands in the body, since it may hold an address and a name.
 */
export async function pageOf(
  ask: Ask,
  body: SearchCredentials,
  cursor: string | null,
  signal?: AbortSignal,
  limit: number = PAGE,
): Promise<Answer<Page<CredentialSummary>>> {
  let after = cursor;
  for (let n = 1; ; n += 1) {
    const asked = { ...body, limit, ...(after === null ? {} : { cursor: after }) };
    const page = await ask<Page<CredentialSummary>>('POST', 'credentials/search', asked, signal === undefined ? {} : { signal });
    const isGone = !page.ok && after !== null && page.errors?.some(({ pointer }) => pointer === '/cursor') === true;
    if (n >= EMPTY_PAGES || (!isGone && (!page.ok || page.value.data.length > 0 || page.value.next === null))) return page;
    after = page.ok ? page.value.next : null;
  }
}

/** Badges that one request of the API takes. */
export const MOST = 20_000;

/**
 * All badges that a search finds, up to as many as can be acted on together. They are read in the order of time: in the order of names the service refuses a
 * cursor whose recipient was changed, and the search would begin again.
 */
export async function allOf(
  ask: Ask,
  body: SearchCredentials,
  onCount: (count: number) => void,
  signal?: AbortSignal,
): Promise<Answer<readonly CredentialSummary[]>> {
  const found: CredentialSummary[] = [];
  const byTime: SearchCredentials = { ...body, order: body.order === 'newest' ? 'newest' : 'oldest' };
  for (let cursor: string | null = null; found.length < MOST; ) {
    const page: Answer<Page<CredentialSummary>> = await pageOf(ask, byTime, cursor, signal, 100);
    if (!page.ok) return page;
    found.push(...page.value.data);
    onCount(found.length);
    cursor = page.value.next;
    if (cursor === null) break;
  }
  return { ok: true, value: found };
}
