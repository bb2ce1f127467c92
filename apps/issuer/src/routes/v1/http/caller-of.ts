import type { Context } from 'hono';
import type { Caller } from '../../../issuing/people/identity.js';
import { preferredLanguage } from '../../../public/http/accept-language.js';
import type { ApiEnv } from './requests.js';

/** Who asks from which browser, and in which language they want to be written to. */
export function callerOf(c: Context<ApiEnv>): Caller {
  const wanted = c.req.header('accept-language');
  const language = wanted === undefined ? undefined : preferredLanguage(wanted).lang;
  return { requestId: c.var.requestId, userAgent: c.req.header('user-agent'), language };
}
