import type { DocumentSource, Fetched, FetchRequest } from '@proofmark/verifying';
import { Agent, type Dispatcher, request as send } from 'undici';
import { mediaTypeOf } from '../../shared/media-type.js';
import { type GateRules, gateUrl, isLoopbackHost } from '../../shared/url-gate.js';
import { isPublicAddress } from './address.js';
import { failureOf } from './failure.js';
import { guardedConnector, type Resolve, resolveBySystem } from './guarded-connector.js';
import { ACCEPTED_ENCODINGS, readBody } from './read-body.js';

export interface SafeFetchOptions {
  /** Lets the fetch visit loopback hosts, over http too and on any port. Off by default; for development. */
  readonly allowLoopback?: boolean;
  /** Ports of public hosts; `[443]` by default. */
  readonly ports?: readonly number[];
  /** Milliseconds for a connection (name, TCP, TLS) and for a whole request with its redirects; 3000 and 8000 by default. */
  readonly timeouts?: { readonly connect?: number; readonly total?: number };
  /** How many redirects to follow; 3 by default. Each target passes the same gates. */
  readonly maxRedirects?: number;
  /** Certificates (PEM) to trust instead of the built-in ones, for an organisation with its own authority. */
  readonly ca?: string;
  /** The name service; the operating system's by default. */
  readonly resolve?: Resolve;
}

/** Seams for tests, which have neither public addresses nor public names; not part of the package's interface. */
export interface TestSeams {
  readonly isPublic?: (address: string) => boolean;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MAX_HEADER_BYTES = 16 * 1024;
const USER_AGENT = 'Proofmark/1';

/**
 * The safe fetch of a server: it visits public hosts over https (and loopback, when allowed), checks each address while it connects,
 * follows few redirects, and bounds time and bytes. It sends no cookie, no referrer and no credentials. It never throws for what
 * the network does. `Fetched.url` is always the URL that was asked for.
 */
export function safeDocuments(options: SafeFetchOptions = {}, seams: TestSeams = {}): DocumentSource & { close(): Promise<void> } {
  const rules: GateRules = { allowLoopback: options.allowLoopback ?? false, ports: options.ports ?? [443] };
  const total = options.timeouts?.total ?? 8000;
  const agent = new Agent({
    connect: guardedConnector({
      allowLoopback: rules.allowLoopback,
      connectTimeout: options.timeouts?.connect ?? 3000,
      resolve: options.resolve ?? resolveBySystem,
      isPublic: seams.isPublic ?? isPublicAddress,
      ...(options.ca === undefined ? {} : { ca: options.ca }),
    }),
    // Every request opens its own connection, and so has its address checked.
    pipelining: 0,
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: total,
    bodyTimeout: total,
  });
  const context = { agent, rules, maxRedirects: options.maxRedirects ?? 3 };
  return {
    async fetch(request) {
      const signal = AbortSignal.timeout(total);
      try {
        return await follow(context, request, signal);
      } catch (error) {
        return { ok: false, url: request.url, code: signal.aborted ? 'timeout' : failureOf(error) };
      }
    },
    close: () => agent.destroy(),
  };
}

interface Context {
  readonly agent: Agent;
  readonly rules: GateRules;
  readonly maxRedirects: number;
}

async function follow({ agent, rules, maxRedirects }: Context, request: FetchRequest, signal: AbortSignal): Promise<Fetched> {
  const { url } = request;
  let target = gateUrl(url, rules);
  for (let redirects = 0; target !== null; redirects++) {
    const headers = { accept: request.accept, 'accept-encoding': ACCEPTED_ENCODINGS, 'user-agent': USER_AGENT };
    const response = await send(target, { dispatcher: agent, method: 'GET', headers, signal });
    // A body that we drop, or whose line is cut after we dropped it, must not become an uncaught error.
    response.body.on('error', () => {});
    const location = REDIRECTS.has(response.statusCode) ? single(response.headers.location) : undefined;
    if (location === undefined) return accept(request, response);
    response.body.destroy();
    if (redirects === maxRedirects) return { ok: false, url, code: 'too-many-redirects' };
    target = redirectTarget(location, target, rules);
  }
  return { ok: false, url, code: 'refused-address' };
}

function redirectTarget(location: string, from: URL, rules: GateRules): URL | null {
  if (!URL.canParse(location, from.href)) return null;
  const target = gateUrl(new URL(location, from).href, rules);
  // A public host must not steer us at this machine, even where loopback is allowed.
  return target !== null && isLoopbackHost(target.hostname) && !isLoopbackHost(from.hostname) ? null : target;
}

async function accept({ url, maxBytes }: FetchRequest, response: Dispatcher.ResponseData): Promise<Fetched> {
  const { statusCode: status, headers, body } = response;
  if (status < 200 || status > 299) {
    body.destroy();
    return { ok: false, url, code: 'http-status', status };
  }
  if (Number(single(headers['content-length']) ?? 0) > maxBytes) {
    body.destroy();
    return { ok: false, url, code: 'too-large' };
  }
  const bytes = await readBody(body, single(headers['content-encoding']) ?? '', maxBytes);
  return {
    ok: true,
    url,
    status,
    mediaType: mediaTypeOf(single(headers['content-type'])),
    etag: single(headers.etag) ?? null,
    body: bytes,
  };
}

/** A header that came once. Several values where one belongs are joined, so that they match nothing. */
function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}
