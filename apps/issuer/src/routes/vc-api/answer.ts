import type { BoundedLimit } from '@proofmark/primitives';
import type { Context } from 'hono';
import { problemResponse } from '../../problems/index.js';
import { type ProblemDetails, TYPES } from '../../vc-api/problem-details.js';
import { readBody } from '../v1/http/read-body.js';

/** What a use case of the VC-API answers. */
export interface Answer {
  readonly status: 200 | 400;
  readonly body: unknown;
}

const HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
/** Anyone may ask, from any page: no cookie is read, and nothing of ours is told. */
const ANY_ORIGIN = { 'access-control-allow-origin': '*' };

/** Reads the body, makes the use case answer, and puts the answer on the wire. A body that is no JSON is an answer of the VC-API too. */
export async function answer(c: Context, baseUrl: string, limit: BoundedLimit, use: (body: unknown) => Promise<Answer>): Promise<Response> {
  const reading = readBody(await c.req.arrayBuffer(), c.req.header('content-type') ?? '', 'post');
  if (!reading.ok) {
    if (reading.refusal.code !== 'malformed-request') return problemResponse(baseUrl, reading.refusal, ANY_ORIGIN);
    const places = reading.refusal.errors?.map(({ pointer, detail }) => ` ${pointer} ${detail}.`).join('') ?? '';
    return write({ status: 400, body: refusal([unreadable(`${reading.refusal.detail}${places}`)]) });
  }
  const found = await limit.run(() => use(reading.value));
  if (found !== null) return write(found);
  const detail = 'Too many questions are being answered at this moment.';
  return problemResponse(baseUrl, { code: 'too-many-requests', detail }, { ...ANY_ORIGIN, 'retry-after': '1' });
}

/** A "no" without a report. */
function refusal(problemDetails: readonly ProblemDetails[]): unknown {
  return { verified: false, problemDetails };
}

function unreadable(detail: string): ProblemDetails {
  return { type: TYPES.parsing, title: 'The request cannot be read', detail };
}

function write({ status, body }: Answer): Response {
  return new Response(JSON.stringify(body), { status, headers: { ...HEADERS, ...ANY_ORIGIN } });
}

/** The answer to a page that asks whether it may ask (CORS preflight). */
export function preflight(): Response {
  const headers = { ...ANY_ORIGIN, 'access-control-allow-methods': 'POST', 'access-control-allow-headers': 'content-type' };
  return new Response(null, { status: 204, headers: { ...headers, 'access-control-max-age': '86400' } });
}
