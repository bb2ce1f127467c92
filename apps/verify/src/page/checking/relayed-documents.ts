import type { RelayedGit, StatedDigests } from '@proofmark/badge-element/check-runner';
import { decodeBase64, hostOf } from '@proofmark/primitives';
import type { DocumentSource, Fetched, FetchFailure, FetchRequest } from '@proofmark/verifying';

/** The relay of the service from which the page came, which the reader may switch on. */
export interface Relay {
  /** Asks a host directly, and, when that got no answer and the reader allows it, through the relay. */
  readonly documents: DocumentSource;
  /** Reads git through the relay; null while that is off. What was taken reads nothing more once the relay is off or was dropped. */
  readonly git: RelayedGit | null;
  /** Tells of a host that could be asked through the relay alone. */
  missed(host: string): void;
  /** The digests of work that only the relay has read, by its placeholder here. */
  digestsOf(body: Uint8Array): StatedDigests | undefined;
  /** Hosts that did not answer this browser, since the relay was last switched on. */
  readonly silent: ReadonlySet<string>;
  /** Hosts that the relay asked for us. */
  readonly relayed: ReadonlySet<string>;
  readonly available: boolean;
  readonly on: boolean;
  switchOn(): void;
  switchOff(): void;
  /** Ends what the relay is being asked, and what waits to ask it again. It stays on for what is asked from now on. */
  drop(): void;
}

/** How often one question is put again when the relay is busy, and how long it is waited for at most, in milliseconds. */
const [TRIES, LONGEST_WAIT] = [6, 10_000];

/**
 * Puts the relay behind the direct way.
 *
 * @param address - of the relay, on this page's own origin; null where there is none
 */
export function relayedDocuments(direct: DocumentSource, address: string | null): Relay {
  const silent = new Set<string>();
  const relayed = new Set<string>();
  /** Hosts that did not answer once: with the relay on, they are not asked directly again. */
  const hidden = new Set<string>();
  // A placeholder for a body that only the relay has read: the verifier needs its digests alone.
  const digests = new WeakMap<Uint8Array, StatedDigests>();
  let on = false;
  let ending = new AbortController();
  const drop = (): void => {
    ending.abort();
    ending = new AbortController();
  };
  return {
    available: address !== null,
    silent,
    relayed,
    get on() {
      return on;
    },
    switchOn() {
      on = true;
      silent.clear();
    },
    switchOff() {
      on = false;
      drop();
    },
    drop,
    digestsOf: (body) => digests.get(body),
    get git() {
      if (address === null || !on) return null;
      const { signal } = ending;
      return {
        async read({ remotes, place }: Parameters<RelayedGit['read']>[0]) {
          if (!signal.aborted) relayed.add(hostOf(remotes[0] ?? ''));
          return readGit(await post(address, { for: 'repository', remotes, place }, signal));
        },
      };
    },
    missed(host) {
      if (!on && host !== '') silent.add(host);
    },
    documents: {
      async fetch(request) {
        // What a forge says is asked by the reader alone: the relay reads git itself.
        if (request.for === 'forge') return direct.fetch(request);
        const host = hostOf(request.url);
        const { signal } = ending;
        if (address === null || !on || !hidden.has(host)) {
          const fetched = await direct.fetch(request);
          if (fetched.ok || !isHidden(fetched.code) || host === '') return fetched;
          hidden.add(host);
          const isOff = address === null || !on;
          if (isOff) silent.add(host);
          if (isOff || signal.aborted) return fetched;
        }
        relayed.add(host);
        return ask(address, request, digests, signal);
      },
    },
  };
}

/** The codes of a browser for a host that may have answered without CORS. */
const isHidden = (code: FetchFailure): boolean => code === 'unreachable' || code === 'timeout';

async function ask(
  address: string,
  { url, for: purpose }: FetchRequest,
  digests: WeakMap<Uint8Array, StatedDigests>,
  signal: AbortSignal,
): Promise<Fetched> {
  return read(await post(address, { url, for: purpose }, signal), url, digests) ?? { ok: false, url, code: 'unreachable' };
}

/** What the relay answers, after some tries; null when it gives no answer, or when `signal` ends the question. */
async function post(address: string, body: object, signal: AbortSignal): Promise<unknown> {
  for (let tries = 0; tries < TRIES && !signal.aborted; tries += 1) {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal,
    }).catch(() => null);
    if (response === null) return null;
    if (response.status === 429) {
      const wait = Number(response.headers.get('Retry-After')) * 1000 || 1000;
      await pause(Math.min(wait, LONGEST_WAIT), signal);
      continue;
    }
    return response.ok ? await response.json().catch(() => null) : null;
  }
  return null;
}

/** Waits for so many milliseconds, or until `signal` ends it. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}

type Read = Awaited<ReturnType<RelayedGit['read']>>;

/** The relay is this page's own server: what it found is taken as it is, and what is no finding is none. */
function readGit(answer: unknown): Read {
  const { ok, code } = (typeof answer === 'object' && answer !== null ? answer : {}) as Record<string, unknown>;
  return ok === true || (ok === false && typeof code === 'string') ? (answer as Read) : { ok: false, code: 'unreachable' };
}

function read(answer: unknown, url: string, digests: WeakMap<Uint8Array, StatedDigests>): Fetched | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const { ok, code, status, mediaType, body, head, digests: stated } = answer as Record<string, unknown>;
  if (ok !== true)
    return typeof code === 'string'
      ? { ok: false, url, code: code as FetchFailure, ...(typeof status === 'number' ? { status } : {}) }
      : null;
  const bytes = bytesOf(body ?? head);
  if (bytes === null || typeof status !== 'number' || typeof mediaType !== 'string') return null;
  if (typeof stated === 'object' && stated !== null) {
    const known = Object.entries(stated).map(([name, text]) => [name, bytesOf(text) ?? new Uint8Array()] as const);
    digests.set(bytes, Object.fromEntries(known));
  }
  return { ok: true, url, status, mediaType, etag: null, body: bytes };
}

function bytesOf(text: unknown): Uint8Array | null {
  return typeof text === 'string' ? decodeBase64(text) : null;
}
