import type { CredentialSummary, Page, SearchCredentials } from '@proofmark/schemas/api';
import type { Answer, Ask } from '../../api.js';
import { PAGE } from './filter.js';

/** Asks for one page. The search stands in the body, since it may hold an address and a name. */
export function pageOf(
  ask: Ask,
  body: SearchCredentials,
  cursor: string | null,
  signal?: AbortSignal,
  limit: number = PAGE,
): Promise<Answer<Page<CredentialSummary>>> {
  const asked = { ...body, limit, ...(cursor === null ? {} : { cursor }) };
  return ask<Page<CredentialSummary>>('POST', 'credentials/search', asked, signal === undefined ? {} : { signal });
}

/** Badges that one request of the API takes. */
export const MOST = 20_000;

/** All badges that a search finds, up to as many as can be acted on together. */
export async function allOf(
  ask: Ask,
  body: SearchCredentials,
  onCount: (count: number) => void,
): Promise<Answer<readonly CredentialSummary[]>> {
  const found: CredentialSummary[] = [];
  for (let cursor: string | null = null; found.length < MOST; ) {
    const page: Answer<Page<CredentialSummary>> = await pageOf(ask, body, cursor, undefined, 100);
    if (!page.ok) return page;
    found.push(...page.value.data);
    onCount(found.length);
    cursor = page.value.next;
    if (cursor === null) break;
  }
  return { ok: true, value: found };
}
