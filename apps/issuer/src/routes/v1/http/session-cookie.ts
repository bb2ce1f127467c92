import type { Context } from 'hono';
import { generateCookie, getCookie } from 'hono/cookie';
import { sessionCookieName } from '../../../identity/session-cookie-name.js';
import { csrfTokenOf } from '../../../issuing/access/secret-text.js';
import type { BegunSession } from '../../../issuing/people/identity.js';

/** The header in which pages of this service repeat the token of their session. */
export const CSRF_HEADER = 'x-csrf-token';

/** In seconds, as a session lasts; it ends earlier on the server. */
const MAX_AGE = 30 * 86_400;

/** The secret of the session that a browser sends, whose signature is looked at later; null for none. */
export function sessionOf(c: Context, baseUrl: string): string | null {
  const value = getCookie(c, sessionCookieName(baseUrl));
  return value === undefined ? null : (value.split('.', 1)[0] ?? null);
}

/** Has a browser keep a session, which scripts cannot read, and its token, which they send with each request. */
export function keepSession(baseUrl: string, { cookie, secret }: BegunSession): readonly string[] {
  return [cookie, csrfCookie(baseUrl, csrfTokenOf(secret), MAX_AGE)];
}

/** Has a browser forget its session. */
export function forgetSession(baseUrl: string): readonly string[] {
  const session = generateCookie(sessionCookieName(baseUrl), '', { ...common(baseUrl), maxAge: 0, httpOnly: true });
  return [session, csrfCookie(baseUrl, '', 0)];
}

function csrfCookie(baseUrl: string, token: string, maxAge: number): string {
  return generateCookie(sessionCookieName(baseUrl).replace('-session', '-csrf'), token, { ...common(baseUrl), maxAge });
}

/** Neither is sent by pages of other sites. */
function common(baseUrl: string) {
  return { path: '/', sameSite: 'Strict', secure: baseUrl.startsWith('https:') } as const;
}
