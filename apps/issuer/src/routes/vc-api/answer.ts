import type { Context } from 'hono';
import { readBodySlowly } from '../../limits/read-body-slowly.js';
import { problemResponse } from '../../problems/index.js';
import { bodyTooLarge, MOST_BODY } from '../../server/body-too-large.js';
import type { Answered, Question } from '../../vc-api/answer-question.js';
import type { VcApiDeps } from './deps.js';

const HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** Anyone may ask, from any page: no cookie is read, and nothing of ours is told. On this machine no page may: it would learn what listens here. */
function corsOf({ local }: Pick<VcApiDeps, 'local'>): Readonly<Record<string, string>> {
  return local ? {} : { 'access-control-allow-origin': '*' };
}

/** Takes the body as it comes, has it looked at apart from the event loop, and puts the answer on the wire. */
export async function answer(c: Context, deps: VcApiDeps, question: Question): Promise<Response> {
  const { baseUrl, verifier, client, now } = deps;
  const cors = corsOf(deps);
  const [who, { signal }] = [client(c), c.req.raw];
  const announced = Number(c.req.header('content-length') ?? Number.NaN);
  if (announced > MOST_BODY) return bodyTooLarge(baseUrl, MOST_BODY);
  const reading = await deps.read(who, announced, async () => ({ body: await readBodySlowly(c, MOST_BODY) }), signal);
  if (reading === null) return busy(baseUrl, 2, cors);
  const { body } = reading;
  if (body === null) return bodyTooLarge(baseUrl, MOST_BODY);
  const contentType = c.req.header('content-type') ?? '';
  const task = { kind: 'question', question, body, contentType, baseUrl, at: now().getTime() } as const;
  const outcome = await verifier.run<'question'>(task, { client: who, signal });
  switch (outcome.kind) {
    case 'done':
      return told(outcome.result, baseUrl, cors);
    case 'limit':
      return problemResponse(baseUrl, { code: 'verification-limit', detail: LIMITS[outcome.limit] }, cors);
    case 'busy':
      return busy(baseUrl, outcome.seconds, cors);
    case 'left':
      // Nobody reads it: the client has gone.
      return problemResponse(
        baseUrl,
        { code: 'unavailable', detail: 'The request was given up before it was answered: send it again.' },
        cors,
      );
  }
}

function busy(baseUrl: string, seconds: number, cors: Readonly<Record<string, string>>): Response {
  const detail =
    'Too many questions are being answered at this moment, or yours took all the time that one client gets. Ask again after the seconds in Retry-After.';
  return problemResponse(baseUrl, { code: 'too-many-requests', detail }, { ...cors, 'retry-after': String(seconds) });
}

const NEITHER = 'That is neither a yes nor a no. Bring it in smaller parts, or check it with `proofmark verify`.';
const LIMITS = {
  'processor-time': `To check it takes more processor time than one verification is given. ${NEITHER}`,
  memory: `To check it takes more memory than one verification is given. ${NEITHER}`,
  time: `It could not be checked in the time that one verification is given. ${NEITHER}`,
} as const;

function told(answered: Answered, baseUrl: string, cors: Readonly<Record<string, string>>): Response {
  if ('refusal' in answered) return problemResponse(baseUrl, answered.refusal, cors);
  return new Response(answered.body, { status: answered.status, headers: { ...HEADERS, ...cors } });
}

/** The answer to a page that asks whether it may ask (CORS preflight). */
export function preflight(deps: Pick<VcApiDeps, 'local'>): Response {
  if (deps.local) return new Response(null, { status: 204, headers: { allow: 'POST, OPTIONS' } });
  const headers = { ...corsOf(deps), 'access-control-allow-methods': 'POST', 'access-control-allow-headers': 'content-type' };
  return new Response(null, { status: 204, headers: { ...headers, 'access-control-max-age': '86400' } });
}
