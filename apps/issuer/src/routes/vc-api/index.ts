import { Hono } from 'hono';
import { readInTurns } from '../../limits/read-in-turns.js';
import { problemResponse } from '../../problems/index.js';
import type { Question } from '../../vc-api/answer-question.js';
import { answer, preflight } from './answer.js';
import type { VcApiDeps } from './deps.js';

/** The routes here limit bodies themselves: they read them in turns. */
export const isVcApi = (path: string): boolean => path.startsWith('/vc-api/');

/**
 * The verifying part of the W3C VC-API, for mounting at the root. It is open to everyone: it tells nothing that the caller does not hand in or
 * could not fetch, and fetches only through the safe fetch.
 */
export function vcApiRoutes(given: Omit<VcApiDeps, 'read'>): Hono {
  const app = new Hono();
  const deps: VcApiDeps = { ...given, read: readInTurns() };
  const post = (path: string, question: Question): void => {
    app.post(path, (c) => answer(c, deps, question));
    app.options(path, () => preflight(deps));
    app.all(path, () =>
      problemResponse(deps.baseUrl, { code: 'method-not-allowed', detail: 'This address takes POST.' }, { allow: 'POST, OPTIONS' }),
    );
  };
  post('/vc-api/credentials/verify', 'credential');
  post('/vc-api/presentations/verify', 'presentation');
  app.all('/vc-api/*', () =>
    problemResponse(deps.baseUrl, {
      code: 'not-found',
      detail: `There is nothing at this address. ${deps.baseUrl}/docs lists what there is.`,
    }),
  );
  return app;
}
