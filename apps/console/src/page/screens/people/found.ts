import type { CredentialSummary, Page, SearchCredentials } from '@proofmark/schemas/api';
import type { Answer, Ask } from '../../api.js';
import { PAGE } from './filter.js';

/** A page may be empty and say where the search goes on: so often it is gone on with before that is shown. */
const EMPTY_PAGES = 20;

/** Asks for one page with something on it. A page that would begin after somebody who was changed or erased meanwhile is the first one. The search stands in the body, since it may hold an address and a name. */
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

/** All badges that a search finds, up to as many as can be acted on together. By time: in the order of names somebody who is renamed meanwhile would begin it anew. */
export async function allOf(
  ask: Ask,
  body: SearchCredentials,
  onCount: (count: number) => void,
): Promise<Answer<readonly CredentialSummary[]>> {
  const found: CredentialSummary[] = [];
  const byTime: SearchCredentials = { ...body, order: body.order === 'newest' ? 'newest' : 'oldest' };
  for (let cursor: string | null = null; found.length < MOST; ) {
    const page: Answer<Page<CredentialSummary>> = await pageOf(ask, byTime, cursor, undefined, 100);
    if (!page.ok) return page;
    found.push(...page.value.data);
    onCount(found.length);
    cursor = page.value.next;
    if (cursor === null) break;
  }
  return { ok: true, value: found };
}
