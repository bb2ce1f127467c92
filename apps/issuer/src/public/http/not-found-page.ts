import type { MiddlewareHandler } from 'hono';
import type { PublicContext } from '../context.js';
import { prefersPage, refusal } from './answers.js';

/** Turns the 404 of an address that no route knows into a page, for those who read pages. */
export function pagesForPeople(context: PublicContext): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { status, headers } = c.res;
    if (status !== 404 || headers.get('content-type')?.startsWith('text/html') === true || !prefersPage(c)) return;
    c.res = undefined;
    c.res = refusal(c, context, 'not-found', 'There is nothing at this address.');
  };
}
