import { isIP } from 'node:net';
import { isLoopbackHost, isUrl } from '@proofmark/primitives';
import type { FetchFailure } from '@proofmark/verifying';
import { Agent, type Dispatcher, request as send } from 'undici';
import { mediaTypeOf } from '../../shared/media-type.js';
import { type GateRules, gateUrl } from '../../shared/url-gate.js';
import { isPublicAddress } from './address.js';
import { type DeliveryAnswer, type DeliveryRequest, deliver, joined, single } from './deliver.js';
import { failureOf, systemCodeOf } from './failure.js';
import { guardedConnector, type Resolve } from './guarded-connector.js';
import { ACCEPTED_ENCODINGS, readBody } from './read-body.js';
import { resolveByDns } from './resolve-by-dns.js';

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
  /** The name service; by default the name servers and the list of hosts of the operating system. */
  readonly resolve?: Resolve;
  /** Sent as `Origin`, as a browser does for a page from there; none by default. */
  readonly origin?: string;
  /** Called with every answer, also one that is refused: for the doctor, which looks at how a server is set up. */
  readonly onAnswer?: (answer: SeenAnswer) => void;
  /** Called with the reason when a request got no answer, as a code of the system (`ENOTFOUND`, `CERT_HAS_EXPIRED` …). */
  readonly onFailure?: (failure: { readonly url: string; readonly reason: string }) => void;
}

/** An answer as it came, without its body. */
export interface SeenAnswer {
  /** The address that was asked for. */
  readonly url: string;
  /** Where the answer came from, after redirects. */
  readonly from: string;
  readonly status: number;
  /** By names in lower case; what came several times is joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Seams for tests, which have neither public addresses nor public names; not part of the package's interface. */
export interface TestSeams {
  readonly isPublic?: (address: string) => boolean;
}

export interface HttpRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** With a body it is a POST, and a redirect is not followed: the body is for one host only. */
  readonly body?: Uint8Array;
  /** Upper bound of the answer, in bytes, after decompression. */
  readonly maxBytes: number;
  /** Ends the request before its own time is up. */
  readonly signal?: AbortSignal;
}

export type HttpAnswer =
  | {
      readonly ok: true;
      /** Where the answer came from, after redirects. */
      readonly url: string;
      readonly status: number;
      readonly mediaType: string;
      readonly etag: string | null;
      /** By names in lower case; what came several times is joined by commas. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
    }
  /** `status` and `headers` are there when there was an answer, and it was not 2xx. */
  | { readonly ok: false; readonly code: FetchFailure; readonly status?: number; readonly headers?: Readonly<Record<string, string>> };

/** Requests that visit public hosts over https (and loopback, when allowed), and never throw for what the network does. */
export interface GuardedHttp {
  request(request: HttpRequest): Promise<HttpAnswer>;
  /** Posts a message to an address that a stranger named, and answers with whatever status came. */
  deliver(request: DeliveryRequest): Promise<DeliveryAnswer>;
  /** Whether an address may be visited, judged by its text alone. */
  accepts(url: string): boolean;
  close(): Promise<void>;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MAX_HEADER_BYTES = 16 * 1024;
const USER_AGENT = 'Proofmark/1';

/**
 * The safe fetch of a server: each address is checked while it is connected to, redirects are few and pass the same
 * gates, time and bytes are bounded. No cookie, no referrer and no credentials are sent.
 */
export function guardedHttp(options: SafeFetchOptions = {}, seams: TestSeams = {}): GuardedHttp {
  const rules: GateRules = { allowLoopback: options.allowLoopback ?? false, ports: options.ports ?? [443] };
  const total = options.timeouts?.total ?? 8000;
  const isPublic = seams.isPublic ?? isPublicAddress;
  const agent = new Agent({
    connect: guardedConnector({
      allowLoopback: rules.allowLoopback,
      connectTimeout: options.timeouts?.connect ?? 3000,
      resolve: options.resolve ?? resolveByDns(),
      isPublic,
      ...(options.ca === undefined ? {} : { ca: options.ca }),
    }),
    // Every request opens its own connection, and so has its address checked.
    pipelining: 0,
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: total,
    bodyTimeout: total,
  });
  const { origin, onAnswer } = options;
  const context: Context = { agent, rules, maxRedirects: options.maxRedirects ?? 3, origin, onAnswer };
  return {
    async request(request) {
      const late = AbortSignal.timeout(total);
      const signal = request.signal === undefined ? late : AbortSignal.any([late, request.signal]);
      try {
        return await follow(context, request, signal);
      } catch (error) {
        options.onFailure?.({ url: request.url, reason: systemCodeOf(error) });
        return { ok: false, code: signal.aborted ? 'timeout' : failureOf(error) };
      }
    },
    async deliver(request) {
      const late = AbortSignal.timeout(total);
      const signal = AbortSignal.any([late, request.signal]);
      try {
        return await deliver({ agent, rules, userAgent: USER_AGENT }, { ...request, signal });
      } catch (error) {
        options.onFailure?.({ url: request.url, reason: systemCodeOf(error) });
        return { ok: false, code: signal.aborted ? 'timeout' : failureOf(error) };
      }
    },
    accepts(url) {
      const host = gateUrl(url, rules)?.hostname.replace(/^\[|\]$/g, '') ?? null;
      if (host === null || isIP(host) === 0) return host !== null;
      return isLoopbackHost(host.includes(':') ? `[${host}]` : host) || isPublic(host);
    },
    close: () => agent.destroy(),
  };
}

interface Context {
  readonly agent: Agent;
  readonly rules: GateRules;
  readonly maxRedirects: number;
  readonly origin: string | undefined;
  readonly onAnswer: ((answer: SeenAnswer) => void) | undefined;
}

async function follow(
  { agent, rules, maxRedirects, origin, onAnswer }: Context,
  request: HttpRequest,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  let target = gateUrl(request.url, rules);
  for (let redirects = 0; target !== null; redirects++) {
    const asPage = origin === undefined ? {} : { origin };
    const headers = { ...request.headers, ...asPage, 'accept-encoding': ACCEPTED_ENCODINGS, 'user-agent': USER_AGENT };
    const sent = request.body === undefined ? ({ method: 'GET' } as const) : ({ method: 'POST', body: request.body } as const);
    const response = await send(target, { dispatcher: agent, headers, signal, ...sent });
    // A body that we drop, or whose line is cut after we dropped it, must not become an uncaught error.
    response.body.on('error', () => {});
    const redirected = REDIRECTS.has(response.statusCode) && request.body === undefined;
    const location = redirected ? single(response.headers.location) : undefined;
    if (location === undefined) {
      onAnswer?.({ url: request.url, from: target.href, status: response.statusCode, headers: joined(response.headers) });
      return accept(target, request.maxBytes, response);
    }
    response.body.destroy();
    if (redirects === maxRedirects) return { ok: false, code: 'too-many-redirects' };
    target = redirectTarget(location, target, rules);
  }
  return { ok: false, code: 'refused-address' };
}

function redirectTarget(location: string, from: URL, rules: GateRules): URL | null {
  if (!isUrl(location, from.href)) return null;
  const target = gateUrl(new URL(location, from).href, rules);
  // A public host must not redirect to this machine, even where loopback is allowed.
  return target !== null && isLoopbackHost(target.hostname) && !isLoopbackHost(from.hostname) ? null : target;
}

async function accept(target: URL, maxBytes: number, response: Dispatcher.ResponseData): Promise<HttpAnswer> {
  const { statusCode: status, headers, body } = response;
  if (status < 200 || status > 299) {
    body.destroy();
    return { ok: false, code: 'http-status', status, headers: joined(headers) };
  }
  if (Number(single(headers['content-length']) ?? 0) > maxBytes) {
    body.destroy();
    return { ok: false, code: 'too-large' };
  }
  const bytes = await readBody(body, single(headers['content-encoding']) ?? '', maxBytes);
  const mediaType = mediaTypeOf(single(headers['content-type']));
  return { ok: true, url: target.href, status, mediaType, etag: single(headers.etag) ?? null, headers: joined(headers), body: bytes };
}
