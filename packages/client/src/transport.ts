import type { Problem } from '@proofmark/schemas/api';
import { ApiProblem, ServiceUnavailable } from './api-problem.js';

/** How to reach the service. */
export interface ClientOptions {
  /** The service's address, such as `https://badges.example`. */
  readonly baseUrl: string;
  /** An API key (`pm_…`). */
  readonly apiKey: string;
  /** Another `fetch`, for tests and proxies. Default: the platform's. */
  readonly fetch?: typeof fetch;
  /** How long one request may take, in milliseconds. Default 60,000: an issue request waits for the links that it pins. */
  readonly timeout?: number;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  /** A body that is not JSON. It may take as long as it needs. */
  readonly raw?: { readonly type: string; readonly bytes: Uint8Array | ReadableStream<Uint8Array> };
  /** The answer is this text, instead of JSON. */
  readonly accept?: 'text/csv';
  readonly idempotencyKey?: string | undefined;
}

/** Sends one request and answers the decoded body. Throws ApiProblem when refused, ServiceUnavailable when nobody answers. */
export type Send = <T>(call: Call) => Promise<T>;

/** Makes the one function through which every request of a client goes. */
export function transport(options: ClientOptions): Send {
  const send = options.fetch ?? fetch;
  const base = options.baseUrl.replace(/\/+$/, '');
  return async <T>({ method, path, query, body, raw, accept, idempotencyKey }: Call): Promise<T> => {
    const url = new URL(base + path);
    for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) url.searchParams.set(name, value);
    const headers: Record<string, string> = { accept: accept ?? 'application/json', authorization: `Bearer ${options.apiKey}` };
    if (body !== undefined) headers['content-type'] = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
    if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
    if (raw !== undefined) headers['content-type'] = raw.type;
    const init: RequestInit & { duplex?: 'half' } = { method, headers, redirect: 'error' };
    if (raw === undefined) init.signal = AbortSignal.timeout(options.timeout ?? 60_000);
    if (body !== undefined) init.body = JSON.stringify(body);
    if (raw !== undefined) Object.assign(init, { body: raw.bytes, duplex: 'half' });
    const response = await send(url, init).catch((error: unknown) => {
      const late = error instanceof Error && error.name === 'TimeoutError';
      throw new ServiceUnavailable(
        late ? `${base} did not answer in time.` : `${base} cannot be reached. Is the service running, and is the address right?`,
      );
    });
    if (accept !== undefined && response.ok) return (await response.text()) as T;
    return read<T>(response, base);
  };
}

async function read<T>(response: Response, base: string): Promise<T> {
  const text = await response.text();
  if (response.ok && text === '') return undefined as T;
  const value = parse(text);
  if (response.ok && value !== undefined) return value as T;
  if (isProblem(value)) throw new ApiProblem(value);
  throw new ServiceUnavailable(`${base} answered ${response.status}, but not as this API does. Is the address right?`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'title' in value && 'status' in value;
}
