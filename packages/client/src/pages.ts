import type { Page } from '@proofmark/schemas/api';
import type { Send } from './transport.js';

type Query = Readonly<Record<string, string | undefined>>;

/**
 * Walks a list of the API to its end, a page at a time, and yields each item in the list's own order.
 *
 * @param by the parameter that takes `next`
 */
export async function* walk<T>(send: Send, path: string, query: Query = {}, by = 'cursor'): AsyncGenerator<T, void, undefined> {
  let next: string | undefined = query[by];
  do {
    const page: Page<T> = await send<Page<T>>({ method: 'GET', path, query: { ...query, [by]: next } });
    yield* page.data;
    next = page.next ?? undefined;
  } while (next !== undefined);
}
