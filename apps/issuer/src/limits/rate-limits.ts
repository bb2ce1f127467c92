import { createHash } from 'node:crypto';
import { type Allowance, fairQueue, type RatePolicy, rateLimitHeaders, type TokenBuckets, tokenBuckets } from '@proofmark/platform/node';
import type { Asker, ClientOf } from '@proofmark/verify';
import type { Context, MiddlewareHandler } from 'hono';
import type { Rate } from '../config/configuration.js';
import type { Actor } from '../issuing/access/actor.js';
import { problemResponse } from '../problems/index.js';

/** How often each may be asked: the API and evidence by key, what is public by client. */
export interface RateLimits {
  readonly api: Rate;
  readonly evidence: Rate;
  readonly publicPages: Rate;
  readonly images: Rate;
}

/** Keys that were accepted lately, and so are not counted by address. */
const KNOWN_KEYS = 10_000;

/**
 * Public pages, documents and pictures that are made at the same time, of all clients and of one, and those that wait. Each asks the database,
 * which has some twenty connections for everything: who opened a thousand pages together would keep them from all others.
 */
const TURNS = { atOnce: 48, perClient: 12, waiting: 4096, waitingPerClient: 256 };

/** Probes have no limit; what verifies and the relay count for themselves. */
const UNCOUNTED = /^\/(?:healthz|readyz|vc-api\/.*|verify\/relay)$/;
const IMAGE = /^\/(?:credentials|achievements)\/.{1,200}(?:\.png|\.svg|\.pdf|\/image)$/;
const EVIDENCE = '/v1/evidence/check';
/** Where anybody can try to sign in, or have a mail sent, and how often one client may. */
const SIGN_IN =
  /^\/v1\/(?:owners|sign-in-links|sessions|passkey-sessions(?:\/challenges)?|sign-on-(?:requests|sessions)|invitations\/accept)$/;
const SIGN_IN_RATE: Rate = { capacity: 20, perSecond: 1 / 30 };
/** Where anybody can report an issuer without an account, and how often one client may. */
const REPORT = /^\/(?:issuers|credentials)\/[^/]{1,100}\/report$/;
const REPORT_RATE: Rate = { capacity: 5, perSecond: 1 / 300 };

interface Counter {
  readonly policy: RatePolicy;
  readonly buckets: TokenBuckets;
}

export interface RateLimiter {
  /** Refuses requests beyond what one client may send, with 429 and when to try again. It stands before everything that costs. */
  readonly middleware: MiddlewareHandler;
  /** Counts a request for something public that is answered without it; false, and not counted, where it would be refused. */
  admits(path: string, asker: Asker): boolean;
}

export function rateLimits(limits: RateLimits, client: ClientOf, baseUrl: string): RateLimiter {
  const counter = (name: string, rate: Rate): Counter => ({ policy: { name, ...rate }, buckets: tokenBuckets(rate) });
  const [api, evidence] = [counter('api', limits.api), counter('evidence', limits.evidence)];
  const [pages, images] = [counter('public', limits.publicPages), counter('images', limits.images)];
  const signIn = counter('sign-in', SIGN_IN_RATE);
  const report = counter('reports', REPORT_RATE);
  const keys = new Set<string>();
  const turns = fairQueue(TURNS);
  const refuse = ({ policy }: Counter, allowance: Allowance): Response =>
    problemResponse(baseUrl, { code: 'too-many-requests', detail: detailOf(policy) }, rateLimitHeaders(policy, allowance));

  const ofApi = async (c: Context, next: () => Promise<void>): Promise<Response | undefined> => {
    if (c.req.method === 'POST' && SIGN_IN.test(c.req.path)) {
      const tried = signIn.buckets.take(client(c));
      if (!tried.allowed) return refuse(signIn, tried);
    }
    const key = keyOf(c);
    // A key that may be invented is counted by address, or inventing keys would get around every limit.
    const known = key !== null && keys.has(key);
    const first = known ? api : pages;
    const allowance = first.buckets.take(known ? key : client(c));
    if (!allowance.allowed) return refuse(first, allowance);
    if (known && c.req.path === EVIDENCE) {
      const asked = evidence.buckets.take(key);
      if (!asked.allowed) return refuse(evidence, asked);
    }
    await next();
    if (key === null) return undefined;
    // What is open to all, and what is refused before anybody looks at the key, says nothing about it.
    if (!isRecognised(c)) {
      if (c.res.status === 401) keys.delete(key);
      return undefined;
    }
    remember(keys, key);
    const left = known ? allowance : api.buckets.take(key);
    for (const [name, value] of Object.entries(rateLimitHeaders(api.policy, left))) c.res.headers.set(name, value);
    return undefined;
  };

  const ofPath = (path: string): Counter => (IMAGE.test(path) ? images : pages);
  const middleware: MiddlewareHandler = async (c, next) => {
    const { path } = c.req;
    if (UNCOUNTED.test(path)) return next();
    if (path.startsWith('/v1/')) return ofApi(c, next);
    const counted = ofPath(path);
    const who = client(c);
    const allowance = counted.buckets.take(who);
    // What is public may be kept by caches, so only a refusal says what is left.
    if (!allowance.allowed) return refuse(counted, allowance);
    if (c.req.method === 'POST' && REPORT.test(path)) {
      const sent = report.buckets.take(who);
      if (!sent.allowed) return refuse(report, sent);
    }
    const answered = await turns.run(who, async () => ({ with: await next() }), c.req.raw.signal);
    return answered === null ? problemResponse(baseUrl, { code: 'too-many-requests', detail: AT_ONCE }, { 'retry-after': '1' }) : undefined;
  };
  return { middleware, admits: (path, asker) => ofPath(path).buckets.take(client(asker)).allowed };
}

const AT_ONCE = 'Too many requests of one client are being answered at once. Send this one again after the seconds in Retry-After.';

function detailOf({ capacity, perSecond }: RatePolicy): string {
  const each = Math.round(capacity / perSecond);
  return `More was asked than one client may ask here: ${capacity} requests in ${each} seconds. Wait as many seconds as Retry-After says.`;
}

/** Whether the key or the session of a request was found to be one of ours. */
function isRecognised(c: Context): boolean {
  return (c.var as { readonly actor?: Actor }).actor !== undefined;
}

/** The key of a request, or the secret of its session, as a hash. */
function keyOf(c: Context): string | null {
  const header = c.req.header('authorization');
  const bearer =
    header === undefined
      ? /(?:^|; *)(?:__Host-)?proofmark-session(?:-\d{1,5})?=(pm_session_[\w-]{43})[^;]*(?:;|$)/.exec(c.req.header('cookie') ?? '')?.[1]
      : /^Bearer +(\S{1,200})$/i.exec(header)?.[1];
  return bearer === undefined ? null : createHash('sha256').update(bearer).digest('base64');
}

function remember(keys: Set<string>, key: string): void {
  keys.delete(key);
  keys.add(key);
  if (keys.size > KNOWN_KEYS) keys.delete(keys.values().next().value as string);
}
