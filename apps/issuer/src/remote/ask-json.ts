import type { GuardedHttp, HttpAnswer, HttpRequest } from '@proofmark/platform/node';
import { decodeUtf8Document, isObject, readJson } from '@proofmark/primitives';

const MAX_BYTES = 256 * 1024;
const RULES = { maxLength: MAX_BYTES, maxDepth: 64 };

/** An answer of an API: its JSON, or what kept us from having it. */
export type JsonAnswer =
  | { readonly ok: true; readonly body: Readonly<Record<string, unknown>>; readonly headers: Readonly<Record<string, string>> }
  | {
      readonly ok: false /** Null when there was no answer. */;
      readonly status: number | null;
      readonly headers: Readonly<Record<string, string>>;
    };

/** Asks an API for a JSON object. Whatever is none counts as no answer. */
export async function askJson(http: Pick<GuardedHttp, 'request'>, request: Omit<HttpRequest, 'maxBytes'>): Promise<JsonAnswer> {
  const answer = await http.request({ ...request, headers: { accept: 'application/json', ...request.headers }, maxBytes: MAX_BYTES });
  if (!answer.ok) return { ok: false, status: answer.status ?? null, headers: answer.headers ?? {} };
  const body = objectIn(answer);
  return body === null ? { ok: false, status: null, headers: answer.headers } : { ok: true, body, headers: answer.headers };
}

function objectIn({ body }: Extract<HttpAnswer, { ok: true }>): Readonly<Record<string, unknown>> | null {
  const text = decodeUtf8Document(body);
  const reading = text === null ? null : readJson(text, RULES);
  return reading?.ok === true && isObject(reading.json) ? reading.json : null;
}

/** The seconds that `Retry-After` asks for (RFC 9110, 10.2.3), at most a day; null when it is not there. */
export function retryAfter(headers: Readonly<Record<string, string>>, now: Date): number | null {
  const text = headers['retry-after'];
  if (text === undefined) return null;
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : (Date.parse(text) - now.getTime()) / 1000;
  return Number.isNaN(seconds) ? null : bounded(seconds);
}

/** Between a second and a day: no archive makes us ask at once, or never again. */
export function bounded(seconds: number): number {
  return Math.min(Math.max(Math.ceil(seconds), 1), 86_400);
}
