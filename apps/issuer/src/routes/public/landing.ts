import type { Context } from 'hono';
import { landingPage } from '../../pages/landing-page.js';
import { pageAnswer } from './answers.js';
import type { PublicContext } from './context.js';

/** GET / */
export async function getLanding(c: Context, { deps, at, assets }: PublicContext): Promise<Response> {
  return pageAnswer(c, landingPage((await deps.exampleBadge?.()) ?? null, at, assets));
}
