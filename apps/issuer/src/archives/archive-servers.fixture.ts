import type { IncomingMessage, ServerResponse } from 'node:http';
import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';

/** What a save request of the archive under test is now, as its API says it. */
export type SaveState = Readonly<Record<string, unknown>>;

/** An archive on this machine that speaks the API of Software Heritage, as far as it is documented. */
export interface HeritageServer {
  readonly server: LoopbackServer;
  /** Method and path of each request, in order. */
  readonly asked: string[];
  readonly authorizations: (string | undefined)[];
  /** Objects that it has. */
  readonly known: Set<string>;
  /** Its answer to the next save, and how often it may still be asked. */
  state: SaveState;
  limit: { remaining: number; reset: number } | null;
  refuse: number | null;
}

export async function heritageServer(): Promise<HeritageServer> {
  const archive: HeritageServer = {
    server: await loopbackServer((request, response) => void answerHeritage(archive, request, response)),
    asked: [],
    authorizations: [],
    known: new Set(),
    state: { save_request_status: 'accepted', save_task_status: 'pending' },
    limit: null,
    refuse: null,
  };
  return archive;
}

async function answerHeritage(archive: HeritageServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '';
  archive.asked.push(`${request.method} ${path}`);
  archive.authorizations.push(request.headers.authorization);
  const body = await bodyOf(request);
  if (path === '/api/1/known/' && request.method === 'POST') {
    const ids = JSON.parse(body) as readonly string[];
    return json(response, 200, Object.fromEntries(ids.map((id) => [id, { known: archive.known.has(id) }])));
  }
  if (archive.refuse !== null) return json(response, archive.refuse, { exception: 'X', reason: 'no' });
  const { limit } = archive;
  if (limit !== null) {
    response.setHeader('X-RateLimit-Limit', '10');
    response.setHeader('X-RateLimit-Remaining', String(Math.max(limit.remaining - 1, 0)));
    response.setHeader('X-RateLimit-Reset', String(limit.reset));
    if (limit.remaining <= 0) return json(response, 429, { exception: 'Throttled', reason: 'Request was throttled.' });
    limit.remaining--;
  }
  const saved = /^\/api\/1\/origin\/save\/git\/url\/(.+)\/$/.exec(path);
  if (saved !== null && request.method === 'POST')
    return json(response, 200, { id: 7, origin_url: saved[1], visit_type: 'git', ...archive.state });
  if (path === '/api/1/origin/save/7/' && request.method === 'GET')
    return json(response, 200, { id: 7, visit_type: 'git', ...archive.state });
  return json(response, 404, { exception: 'NotFoundExc', reason: 'not found' });
}

/** An archive on this machine that speaks Save Page Now 2, as far as it is documented. */
export interface WaybackServer {
  readonly server: LoopbackServer;
  readonly asked: string[];
  readonly authorizations: (string | undefined)[];
  /** What it answers to a capture request, and to questions about it. */
  capture: readonly [status: number, body: unknown];
  state: unknown;
}

export async function waybackServer(): Promise<WaybackServer> {
  const archive: WaybackServer = {
    server: await loopbackServer((request, response) => void answerWayback(archive, request, response)),
    asked: [],
    authorizations: [],
    capture: [200, null],
    state: { status: 'pending', job_id: 'spn2-1', resources: [] },
  };
  return archive;
}

async function answerWayback(archive: WaybackServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  archive.asked.push(`${request.method} ${request.url}${body === '' ? '' : ` ${body}`}`);
  archive.authorizations.push(request.headers.authorization);
  if (request.url === '/save' && request.method === 'POST') {
    const [status, answer] = archive.capture;
    return json(response, status, answer ?? { url: new URLSearchParams(body).get('url'), job_id: 'spn2-1' });
  }
  if (request.url === '/save/status/spn2-1') return json(response, 200, archive.state);
  return json(response, 404, { message: 'not found' });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
