import type { Page } from '@proofmark/schemas/api';
import type { Send } from './transport.js';

type Query = Readonly<Record<string, string | undefined>>;

/** Walks a list of the API to its end, a page at a time, and yields each item in the list's own order. */
export async function* walk<T>(send: Send, path: string, query: Query = {}): AsyncGenerator<T, void, undefined> {
  let cursor: string | undefined;
  do {
    const page: Page<T> = await send<Page<T>>({ method: 'GET', path, query: { ...query, cursor } });
    yield* page.data;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}
