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
  /**
   * How long one request may take, in milliseconds. Default 60,000: an issue request waits for the links that it pins. Files that are sent or
   * fetched may take as long as they need.
   */
  readonly timeout?: number;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  /** A body that is not JSON. */
  readonly raw?: { readonly type: string; readonly bytes: Uint8Array | ReadableStream<Uint8Array> };
  readonly idempotencyKey?: string | undefined;
  readonly ifMatch?: string | undefined;
}

/** Sends one request and answers the decoded body. Throws ApiProblem when refused, ServiceUnavailable when nobody answers. */
export type Send = <T>(call: Call) => Promise<T>;

/** Fetches text of another type than JSON; yields it as it comes. Throws as `Send` does. */
export type Fetch = (call: Pick<Call, 'path' | 'query'>, type: string) => AsyncGenerator<string, void, undefined>;

/** Fetches an answer of any length and type; gives its bytes as they come. Throws as `Send` does; a stream that breaks off fails. */
export type FetchBytes = (call: Pick<Call, 'path' | 'query'>) => Promise<ReadableStream<Uint8Array>>;

/** Makes the functions through which every request of a client goes. */
export function transport(options: ClientOptions): {
  readonly send: Send;
  readonly fetchText: Fetch;
  readonly fetchBytes: FetchBytes;
} {
  const base = options.baseUrl.replace(/\/+$/, '');
  const ask = async ({ method, path, query, body, raw, idempotencyKey, ifMatch }: Call, accept: string): Promise<Response> => {
    const url = new URL(base + path);
    for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) url.searchParams.set(name, value);
    const headers: Record<string, string> = { accept, authorization: `Bearer ${options.apiKey}` };
    if (body !== undefined) headers['content-type'] = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
    if (raw !== undefined) headers['content-type'] = raw.type;
    if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
    if (ifMatch !== undefined) headers['if-match'] = ifMatch;
    const init: RequestInit & { duplex?: 'half' } = { method, headers, redirect: 'error' };
    if (raw === undefined && accept === JSON_TYPE) init.signal = AbortSignal.timeout(options.timeout ?? 60_000);
    if (body !== undefined) init.body = JSON.stringify(body);
    if (raw !== undefined) Object.assign(init, { body: raw.bytes, duplex: 'half' });
    return (options.fetch ?? fetch)(url, init).catch((error: unknown) => {
      throw lost(base, error);
    });
  };
  return {
    send: async <T>(call: Call): Promise<T> => answerOf<T>(await ask(call, JSON_TYPE), base),
    async fetchBytes(call) {
      const response = await ask({ method: 'GET', ...call }, '*/*');
      return response.ok && response.body !== null ? response.body : answerOf(response, base);
    },
    async *fetchText(call, type) {
      const response = await ask({ method: 'GET', ...call }, type);
      const answered = response.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
      if (!response.ok || answered !== type) return answerOf(response, base, notThis(base, response));
      const decoder = new TextDecoderStream();
      try {
        for await (const text of response.body?.pipeThrough(decoder) ?? []) yield text as string;
      } catch (error) {
        throw lost(base, error);
      }
    },
  };
}

const JSON_TYPE = 'application/json';

/** Reads an answer to its end. @param otherwise thrown instead of answering anything */
async function answerOf<T>(response: Response, base: string, otherwise?: ServiceUnavailable): Promise<T> {
  const text = await response.text().catch((error: unknown) => {
    throw lost(base, error);
  });
  if (otherwise === undefined && response.ok && text === '') return undefined as T;
  const value = parse(text);
  if (otherwise === undefined && response.ok && value !== undefined) return value as T;
  if (isProblem(value)) throw new ApiProblem(value, secondsIn(response.headers.get('retry-after')));
  throw otherwise ?? notThis(base, response);
}

/** Nobody answered, or not to the end: the same request may be answered later. */
function lost(base: string, error: unknown): ServiceUnavailable {
  const late = error instanceof Error && error.name === 'TimeoutError';
  return new ServiceUnavailable(
    late ? `${base} did not answer in time.` : `${base} cannot be reached. Is the service running, and is the address right?`,
    true,
  );
}

/** What stands before a service answers so while the service is away. */
const AWAY = [502, 503, 504];

function notThis(base: string, { status }: Response): ServiceUnavailable {
  return new ServiceUnavailable(`${base} answered ${status}, but not as this API does. Is the address right?`, AWAY.includes(status));
}

function secondsIn(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) : null;
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
