import { webcrypto } from 'node:crypto';
import { type AbortableDocuments, type FairQueue, fairQueue, rateLimitHeaders, tokenBuckets } from '@proofmark/platform/node';
import { isUrl } from '@proofmark/primitives';
import type { DocumentSource, Fetched } from '@proofmark/verifying';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type ClientOf, clientOf } from '../client-of.js';
import { fits as fitsHere } from './fits.js';
import { type Form, KINDS, type Kind } from './kinds.js';
import { askedRepository, type RelayedGit, type RelayedRepository, readRepository } from './read-repository.js';

/** The answer to a page. A body is base64; of evidence only digests and the first bytes are passed on. */
type Relayed =
  | { readonly ok: true; readonly status: number; readonly mediaType: string; readonly body: string }
  | {
      readonly ok: true;
      readonly status: number;
      readonly mediaType: string;
      readonly head: string;
      readonly digests: Readonly<Record<string, string>>;
    }
  | { readonly ok: false; readonly code: string; readonly status?: number };

export interface RelayOptions {
  /** The safe fetch of this server. */
  readonly documents: AbortableDocuments;
  /** Reads repositories, hashing every byte; without it none is read. Its own, so that strangers hold up nobody else who reads git. */
  readonly git?: RelayedGit;
  /** Tells clients apart; by the address at the other end when it is left out. */
  readonly client?: ClientOf;
  /** How much one client may ask: so many at once, and then so many a second; 120 and 2 by default. */
  readonly quota?: Quota;
  /** Whether a body is allowed for its kind, in another thread: a stranger's document may take long to read. In this one when it is left out. */
  readonly fits?: (form: Form, body: Uint8Array, client: string) => Promise<boolean>;
  /** Milliseconds that never run backwards; the process's own by default. */
  readonly clock?: () => number;
}

export interface Quota {
  readonly capacity: number;
  readonly perSecond: number;
}

const QUOTA: Quota = { capacity: 120, perSecond: 2 };
/** Of documents, and of pieces of work, which may be large: this process holds what it fetches. */
const DOCUMENTS = { atOnce: 64, perClient: 4, waiting: 256, waitingPerClient: 32 };
const WORK = { atOnce: 12, perClient: 1, waiting: 64, waitingPerClient: 16 };
/** Of repositories, each of which may take some 300 MB while it is read; what one costs of a client's quota. */
const REPOSITORIES = { atOnce: 1, perClient: 1, waiting: 16, waitingPerClient: 8 };
const REPOSITORY_COST = 4;
const HEAD_BYTES = 512;

/**
 * Asks a host for a page of this server whose browser may not: many hosts let no other site read what they serve. Only kinds of documents
 * that a check needs, only by POST (so that no log holds what was asked), only from our own page, through the safe fetch. Clients take turns, and
 * what a client asked for is given up when it leaves.
 */
export function relay(options: RelayOptions): Hono {
  const { documents, git, client = clientOf(null), quota = QUOTA, fits = async (form, body) => fitsHere(form, body), clock } = options;
  const app = new Hono();
  const buckets = tokenBuckets({ ...quota, ...(clock === undefined ? {} : { clock }) });
  const queues = { documents: fairQueue(DOCUMENTS), work: fairQueue(WORK), repositories: fairQueue(REPOSITORIES) };
  const taskFor = (body: unknown): Task | null => {
    const repository = git === undefined ? null : askedRepository(body);
    if (git !== undefined && repository !== null)
      return { queue: queues.repositories, cost: REPOSITORY_COST, run: () => readRepository(git, repository) };
    const asked = question(body);
    if (asked === null) return null;
    const { url, purpose, kind } = asked;
    const request = { url, accept: kind.accept, maxBytes: kind.maxBytes, for: purpose };
    return {
      queue: queues[kind.form === 'digests' ? 'work' : 'documents'],
      cost: 1,
      run: async (who, signal) => answer(await documents.fetch(request, signal), kind, (form, content) => fits(form, content, who)),
    };
  };

  app.post('/', bodyLimit({ maxSize: 8192, onError: (c) => c.json({ error: 'too-large' }, 413) }), async (c) => {
    c.header('Cache-Control', 'no-store');
    if (!isOwnPage(c)) return c.json({ error: 'other-origin' }, 403);
    const task = taskFor(await bodyOf(c));
    if (task === null) return c.json({ error: 'not-relayed' }, 400);
    const who = client(c);
    const allowance = buckets.take(who, task.cost);
    for (const [name, value] of Object.entries(rateLimitHeaders({ name: 'relay', ...quota }, allowance))) c.header(name, value);
    if (!allowance.allowed) return c.json({ error: 'too-many' }, 429);
    const { signal } = c.req.raw;
    const relayed = await task.queue.run(who, () => task.run(who, signal), signal);
    if (relayed !== null) return c.json(relayed);
    c.header('Retry-After', '2');
    return c.json({ error: 'too-many' }, 429);
  });
  return app;
}

/** What a page asked for: in which line it waits, and what it costs of the client's quota. */
interface Task {
  readonly queue: FairQueue;
  readonly cost: number;
  run(client: string, signal: AbortSignal): Promise<Relayed | RelayedRepository>;
}

type Purpose = Parameters<DocumentSource['fetch']>[0]['for'];

async function bodyOf(c: Context): Promise<unknown> {
  return /^application\/json\b/i.test(c.req.header('Content-Type') ?? '') ? c.req.json().catch(() => null) : null;
}

function question(body: unknown): { readonly url: string; readonly purpose: Purpose; readonly kind: Kind } | null {
  if (typeof body !== 'object' || body === null) return null;
  const { url, for: purpose } = body as { url?: unknown; for?: unknown };
  if (typeof url !== 'string' || url.length > 4096 || typeof purpose !== 'string' || !Object.hasOwn(KINDS, purpose)) return null;
  return { url, purpose: purpose as Purpose, kind: KINDS[purpose] as Kind };
}

/** Browsers say from where a request comes, and let no page say otherwise (Fetch Metadata); older ones name the origin. */
function isOwnPage(c: Context): boolean {
  const site = c.req.header('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin';
  const origin = c.req.header('Origin') ?? '';
  // Behind a proxy that ends TLS the schemes differ.
  return isUrl(origin) && new URL(origin).host === c.req.header('Host');
}

async function answer(fetched: Fetched, { form }: Kind, fits: (form: Form, body: Uint8Array) => Promise<boolean>): Promise<Relayed> {
  if (!fetched.ok) return { ok: false, code: fetched.code, ...(fetched.status === undefined ? {} : { status: fetched.status }) };
  const { status, mediaType, body } = fetched;
  if (!(await fits(form, body))) return { ok: false, code: 'malformed-response' };
  if (form !== 'digests') return { ok: true, status, mediaType, body: Buffer.from(body).toString('base64') };
  const [sha256, sha384, sha512] = await Promise.all(['SHA-256', 'SHA-384', 'SHA-512'].map((name) => digest(name, body)));
  const digests = { 'SHA-256': sha256!, 'SHA-384': sha384!, 'SHA-512': sha512! };
  return { ok: true, status, mediaType, head: Buffer.from(body.subarray(0, HEAD_BYTES)).toString('base64'), digests };
}

/** In the thread pool: twenty megabytes take long enough to hold up others. */
async function digest(name: string, body: Uint8Array): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest(name, body)).toString('base64');
}
