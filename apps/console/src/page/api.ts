import type { Problem } from '@proofmark/schemas/api';

/** What a request came to. `offline`: no answer, or none of this service. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: ProblemKind };
export type ProblemKind = 'offline' | 'unauthenticated' | 'gone' | 'forbidden' | 'tired' | 'mail' | 'taken' | 'invalid' | 'other';

const KINDS: Readonly<Record<string, ProblemKind>> = {
  unauthenticated: 'unauthenticated',
  gone: 'gone',
  forbidden: 'forbidden',
  'too-many-requests': 'tired',
  unavailable: 'mail',
  conflict: 'taken',
  'invalid-request': 'invalid',
};

/** Asks the API as the person who is signed in: with the cookie of the session, and its token beside it. */
export async function ask<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
  const headers: Record<string, string> = { accept: 'application/json' };
  const token = csrfToken();
  if (token !== null) headers['x-csrf-token'] = token;
  if (body !== undefined) headers['content-type'] = 'application/json';
  const sent = { method, headers, credentials: 'same-origin' as const, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  try {
    const response = await fetch(new URL(`../v1/${path}`, location.href.split('#')[0]), sent);
    const text = await response.text();
    const read: unknown = text === '' ? null : JSON.parse(text);
    return response.ok ? { ok: true, value: read as T } : { ok: false, problem: KINDS[(read as Problem).code] ?? 'other' };
  } catch {
    // No connection, or something in between that answers in our place.
    return { ok: false, problem: 'offline' };
  }
}

/** Whether a page of this service is there. */
export async function isThere(path: string): Promise<boolean> {
  return fetch(path, { method: 'HEAD' }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** The token of the session, which stands in a cookie that scripts may read. */
function csrfToken(): string | null {
  const name = location.protocol === 'https:' ? '__Host-proofmark-csrf' : `proofmark-csrf-${location.port || '80'}`;
  const found = document.cookie.split('; ').find((cookie) => cookie.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
}
