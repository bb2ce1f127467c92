import { createBoundedLimit } from '@proofmark/primitives';
import { Hono } from 'hono';
import { problemResponse } from '../../problems/index.js';
import type { VerifyDeps } from '../../vc-api/ports.js';
import { type Verification, verifyCredential } from '../../vc-api/verify-credential.js';
import { verifyPresentation } from '../../vc-api/verify-presentation.js';
import { type Answer, answer, preflight } from './answer.js';

/** Questions that are worked on at once, and that may wait. Each asks the network at most for what one credential names. */
const AT_ONCE = 8;
const WAITING = 56;

/**
 * The verifying part of the W3C VC-API, for mounting at the root. It is open to everyone: it tells nothing that the caller does not hand in or
 * could not fetch, and fetches only through the safe fetch.
 */
export function vcApiRoutes(deps: VerifyDeps): Hono {
  const app = new Hono();
  const limit = createBoundedLimit(AT_ONCE, WAITING);
  const post = (path: string, use: (body: unknown) => Promise<Answer>): void => {
    app.post(path, (c) => answer(c, deps.baseUrl, limit, use));
    app.options(path, preflight);
    app.all(path, () =>
      problemResponse(deps.baseUrl, { code: 'method-not-allowed', detail: 'This address takes POST.' }, { allow: 'POST, OPTIONS' }),
    );
  };
  post('/vc-api/credentials/verify', async (body) => told(await verifyCredential(deps, body)));
  post('/vc-api/presentations/verify', async (body) => told(await verifyPresentation(deps, body)));
  app.all('/vc-api/*', () => problemResponse(deps.baseUrl, { code: 'not-found', detail: 'There is nothing at this address.' }));
  return app;
}

function told(verification: Verification<unknown>): Answer {
  return { status: verification.verified ? 200 : 400, body: verification };
}
