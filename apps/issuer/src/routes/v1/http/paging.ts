import { decodeBase64url, encodeBase64url } from '@proofmark/primitives';
import { isUuid } from '@proofmark/schemas';
import type { Page, PageQuery } from '@proofmark/schemas/api';
import type { Result } from '../../../issuing/result.js';
import { done, refused } from '../../../issuing/result.js';
import type { PageRequest } from '../../../store/index.js';

const DEFAULT_LIMIT = 20;

/** Which page is asked for. */
interface AskedPage {
  readonly limit: number;
  readonly cursor: string | undefined;
  /** Whether its cursors are anchors, not ids: an id and eight bytes more, in hex. */
  readonly anchored: boolean;
}

/** What a list found, and where it ended before a page was full: the id or anchor after which it goes on. */
export interface FoundItems<T> {
  readonly items: readonly T[];
  readonly further: string | null;
  /** The anchor after which a list of anchors goes on behind an item. */
  readonly anchorOf?: ((item: T) => string) | undefined;
}

type Found<T> = Promise<Result<readonly T[] | FoundItems<T>>>;

/** As `paged`, for a search, whose parameters stand in the body: the next page is asked for with `next` as `cursor`. */
export async function searched<T extends { readonly id: string }, R>(
  {
    limit = DEFAULT_LIMIT,
    cursor,
    anchored = false,
  }: { readonly limit?: number | undefined; readonly cursor?: string | undefined; readonly anchored?: boolean },
  list: (page: PageRequest) => Found<T>,
  represent: (item: T) => R,
): Promise<Result<{ readonly status: 200; readonly body: Page<R> }>> {
  const page = await onePage({ limit, cursor, anchored }, list, represent);
  return page.ok ? done({ status: 200 as const, body: page.value }) : page;
}

/** Runs a list for one page; one item more is asked for, to know whether there is another page. */
export async function paged<T extends { readonly id: string }, R>(
  { query, url, anchored = false }: { readonly query: PageQuery; readonly url: string; readonly anchored?: boolean },
  baseUrl: string,
  list: (page: PageRequest) => Found<T>,
  represent: (item: T) => R,
): Promise<Result<{ readonly status: 200; readonly body: Page<R>; readonly headers?: Readonly<Record<string, string>> }>> {
  const page = await onePage({ limit: limitOf(query), cursor: query.cursor, anchored }, list, represent);
  if (!page.ok) return page;
  const { next } = page.value;
  const headers = next === null ? {} : { headers: { link: nextLink(url, baseUrl, { cursor: next }) } };
  return done({ status: 200 as const, body: page.value, ...headers });
}

async function onePage<T extends { readonly id: string }, R>(
  { limit, cursor, anchored }: AskedPage,
  list: (page: PageRequest) => Found<T>,
  represent: (item: T) => R,
): Promise<Result<Page<R>>> {
  const after = cursor === undefined ? null : fromCursor(cursor, anchored);
  if (cursor !== undefined && after === null) {
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
  const {
    items,
    further,
    anchorOf = ({ id }: T) => id,
  }: FoundItems<T> = 'items' in found.value ? found.value : { items: found.value, further: null };
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  const place = items.length > limit && last !== undefined ? anchorOf(last) : further;
  return done({ data: shown.map(represent), next: place === null ? null : toCursor(place) });
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

/** Opaque to callers: the bytes of the last id or anchor. */
function toCursor(place: string): string {
  return encodeBase64url(Buffer.from(place.replaceAll('-', ''), 'hex'));
}

const ID_BYTES = 16;
const ANCHOR_BYTES = ID_BYTES + 8;

function fromCursor(cursor: string, anchored: boolean): string | null {
  const bytes = decodeBase64url(cursor);
  if (bytes === null || bytes.length !== (anchored ? ANCHOR_BYTES : ID_BYTES)) return null;
  const hex = Buffer.from(bytes).toString('hex');
  const id = hex.slice(0, 2 * ID_BYTES).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isUuid(id) ? `${id}${hex.slice(2 * ID_BYTES)}` : null;
}
