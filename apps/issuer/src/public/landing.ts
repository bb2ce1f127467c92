import type { Context } from 'hono';
import type { PublicContext } from './context.js';
import { pageAnswer } from './http/answers.js';
import { landingPage } from './landing-page.js';

/** GET / */
export async function getLanding(c: Context, { deps, at, assets }: PublicContext): Promise<Response> {
  return pageAnswer(c, landingPage((await deps.exampleBadge?.()) ?? null, at, assets));
}
