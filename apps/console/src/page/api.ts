import type { FieldError, Problem, ProblemCode } from '@proofmark/schemas/api';

/** What a request came to. */
export type Answer<T> = { readonly ok: true; readonly value: T } | Failed;

/** Why it did not work. `errors` and `detail` are the service's own words, in English. */
export interface Failed {
  readonly ok: false;
  readonly problem: ProblemKind;
  /** As the service names it; absent where it did not answer. */
  readonly code?: ProblemCode | undefined;
  readonly detail?: string | undefined;
  readonly errors?: readonly FieldError[] | undefined;
}

/** `offline`: no answer, or none of this service. */
export type ProblemKind =
  | 'offline'
  | 'unauthenticated'
  | 'gone'
  | 'forbidden'
  | 'missing'
  | 'tired'
  | 'mail'
  | 'taken'
  | 'changed'
  | 'invalid'
  | 'large'
  | 'passkey'
  | 'school'
  | 'school-refused'
  | 'school-away'
  | 'other';

const KINDS: Readonly<Record<string, ProblemKind>> = {
  unauthenticated: 'unauthenticated',
  gone: 'gone',
  forbidden: 'forbidden',
  'not-found': 'missing',
  'too-many-requests': 'tired',
  unavailable: 'mail',
  conflict: 'taken',
  'already-issued': 'taken',
  'precondition-failed': 'changed',
  'malformed-request': 'invalid',
  'invalid-parameter': 'invalid',
  'invalid-request': 'invalid',
  'unsupported-media-type': 'invalid',
  'evidence-required': 'invalid',
  'evidence-not-seen': 'invalid',
  'credential-refused': 'invalid',
  'payload-too-large': 'large',
};

/** How a request is sent beside its body. */
export interface Sending {
  readonly signal?: AbortSignal;
  /** The organisation that the person works for. */
  readonly organisation?: string | undefined;
  /** The `Idempotency-Key`: the same request, sent again after no answer came, is done once. */
  readonly once?: string;
  /** The `ETag` that came with the resource: the change is refused where somebody else changed the resource since. */
  readonly ifMatch?: string;
  readonly contentType?: string;
}

/** How a file is asked for. */
export interface Receiving extends Sending {
  /** Hears how many bytes have come. */
  readonly onProgress?: (bytes: number) => void;
}

/** A function that asks the API; `ask` itself, or that of a screen, which knows for which organisation. */
export type Ask = <T>(method: string, path: string, body?: unknown, sending?: Sending) => Promise<Answer<T>>;

/**
 * Asks the API as the person who is signed in: with the cookie of the session, and its token beside it.
 *
 * @param path - below `/v1/`, with its query
 * @param body - a file or a form as it is, anything else as JSON
 */
export async function ask<T>(method: string, path: string, body?: unknown, sending: Sending = {}): Promise<Answer<T>> {
  try {
    const response = await send(method, path, 'application/json', body, sending);
    const text = await response.text();
    const read: unknown = text === '' ? null : JSON.parse(text);
    return response.ok ? { ok: true, value: read as T } : failed(read as Problem);
  } catch {
    // No connection, or something in between that answers in our place.
    return { ok: false, problem: 'offline' };
  }
}

/** Asks for a file of the API, such as a list as CSV. */
export async function askFile(path: string, accept: string, { onProgress, ...sending }: Receiving = {}): Promise<Answer<Blob>> {
  try {
    const response = await send('GET', path, accept, undefined, sending);
    if (!response.ok) return failed((await response.json()) as Problem);
    const body = onProgress === undefined ? response : new Response(response.body?.pipeThrough(counted(onProgress)), response);
    return { ok: true, value: await body.blob() };
  } catch {
    return { ok: false, problem: 'offline' };
  }
}

/** Opens a stream of events of the API; null where there is none, for whatever reason. */
export async function askEvents(path: string, sending: Sending): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null> {
  const response = await send('GET', path, 'text/event-stream', undefined, sending);
  return response.ok ? response.body : null;
}

/** Lets bytes through and tells how many there were. */
function counted(tell: (bytes: number) => void): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      tell(bytes);
      controller.enqueue(chunk);
    },
  });
}

/** Hands a file to the person, as their browser keeps files. */
export function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Whether a page of this service is there. */
export async function isThere(path: string): Promise<boolean> {
  return fetch(path, { method: 'HEAD' }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** The address of something of the API. */
function apiUrl(path: string): URL {
  return new URL(`../v1/${path}`, location.href.split('#')[0]);
}

function send(method: string, path: string, accept: string, body: unknown, { signal, organisation, once, ifMatch, contentType }: Sending) {
  const headers: Record<string, string> = { accept };
  const token = csrfToken();
  if (token !== null) headers['x-csrf-token'] = token;
  if (organisation !== undefined) headers['proofmark-organisation'] = organisation;
  if (once !== undefined) headers['idempotency-key'] = once;
  if (ifMatch !== undefined) headers['if-match'] = ifMatch;
  const asItIs = body instanceof Blob || body instanceof FormData || typeof body === 'string';
  // A form names its own type, with the boundary of its parts.
  if (body !== undefined && !(body instanceof FormData))
    headers['content-type'] = contentType ?? (body instanceof Blob && body.type !== '' ? body.type : 'application/json');
  return fetch(apiUrl(path), {
    ...{ method, headers, credentials: 'same-origin', signal: signal ?? null },
    body: body === undefined ? null : asItIs ? body : JSON.stringify(body),
  });
}

function failed({ code, detail, errors }: Problem): Failed {
  return { ok: false, problem: KINDS[code] ?? 'other', code, detail, errors };
}

/** The token of the session, which stands in a cookie that scripts may read. */
function csrfToken(): string | null {
  const name = location.protocol === 'https:' ? '__Host-proofmark-csrf' : `proofmark-csrf-${location.port || '80'}`;
  const found = document.cookie.split('; ').find((cookie) => cookie.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
}
