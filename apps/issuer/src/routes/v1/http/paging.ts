import { decodeBase64url, encodeBase64url } from '@proofmark/primitives';
import { isUuid } from '@proofmark/schemas';
import type { Page, PageQuery } from '@proofmark/schemas/api';
import type { Result } from '../../../issuing/result.js';
import { done, refused } from '../../../issuing/result.js';
import type { PageRequest } from '../../../store/index.js';

const DEFAULT_LIMIT = 20;

/** Runs a list for one page; one item more is asked for, to know whether there is another page. */
export async function paged<T extends { readonly id: string }, R>(
  { query, url }: { readonly query: PageQuery; readonly url: string },
  baseUrl: string,
  list: (page: PageRequest) => Promise<Result<readonly T[]>>,
  represent: (item: T) => R,
): Promise<Result<{ readonly status: 200; readonly body: Page<R>; readonly headers?: Readonly<Record<string, string>> }>> {
  const limit = limitOf(query);
  const after = query.cursor === undefined ? null : fromCursor(query.cursor);
  if (query.cursor !== undefined && after === null) {
    return refused('invalid-parameter', 'This is not a cursor of this list.', [
      {
        pointer: '/cursor',
        code: 'no-such-value',
        detail: 'is not a cursor of this list: take `next` of the page before, or leave it out',
      },
    ]);
  }
  const found = await list({ limit: limit + 1, after });
  if (!found.ok) return found;
  const items = found.value.slice(0, limit);
  const last = items.at(-1);
  const next = found.value.length > limit && last !== undefined ? toCursor(last.id) : null;
  const body: Page<R> = { data: items.map(represent), next };
  return done({ status: 200 as const, body, ...(next === null ? {} : { headers: { link: nextLink(url, baseUrl, { cursor: next }) } }) });
}

/** How many items a page of this request has. */
export function limitOf({ limit }: Pick<PageQuery, 'limit'>): number {
  return limit === undefined ? DEFAULT_LIMIT : Number(limit);
}

/** The `Link` to the next page (RFC 8288): this address with other parameters. */
export function nextLink(address: string, baseUrl: string, parameters: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  const query = new URLSearchParams(url.search);
  for (const [name, value] of Object.entries(parameters)) query.set(name, value);
  return `<${baseUrl}${url.pathname}?${query}>; rel="next"`;
}

/** Opaque to callers: the bytes of the last id. */
function toCursor(id: string): string {
  return encodeBase64url(Buffer.from(id.replaceAll('-', ''), 'hex'));
}

function fromCursor(cursor: string): string | null {
  const bytes = decodeBase64url(cursor);
  if (bytes === null || bytes.length !== 16) return null;
  const id = Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isUuid(id) ? id : null;
}
