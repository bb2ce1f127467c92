import type { Context } from 'hono';
import { generateCookie, getCookie } from 'hono/cookie';
import { sessionCookieName } from '../../../identity/session-cookie-name.js';

/** For what a browser was asked: a passkey, or to go to a provider and come back; with the seconds for which it keeps that. */
const KEPT = { passkey: 300, 'sign-on': 600 } as const;
type Asked = keyof typeof KEPT;

/** The secret by which a browser is known that was asked; null for none. */
export function askedBrowserOf(c: Context, baseUrl: string, asked: Asked): string | null {
  return getCookie(c, nameOf(baseUrl, asked)) ?? null;
}

/** Has a browser keep that secret, which scripts cannot read, until the question ends. */
export function keepAskedBrowser(baseUrl: string, asked: Asked, browser: string): string {
  return cookie(baseUrl, asked, browser, KEPT[asked]);
}

export function forgetAskedBrowser(baseUrl: string, asked: Asked): string {
  return cookie(baseUrl, asked, '', 0);
}

function cookie(baseUrl: string, asked: Asked, value: string, maxAge: number): string {
  const secure = baseUrl.startsWith('https:');
  return generateCookie(nameOf(baseUrl, asked), value, { path: '/', sameSite: 'Strict', secure, httpOnly: true, maxAge });
}

function nameOf(baseUrl: string, asked: Asked): string {
  return sessionCookieName(baseUrl).replace('-session', `-${asked}`);
}
