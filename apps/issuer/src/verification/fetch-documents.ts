import type { AbortableDocuments } from '@proofmark/platform/node';
import { hostOf, mapLimited } from '@proofmark/primitives';
import type { Fetched, FetchRequest } from '@proofmark/verifying';
import { documentKey } from './task.js';

/** Documents of one verification that are fetched at the same time, and from one host. */
const AT_ONCE = 16;
const PER_HOST = 4;
/** Bytes that the documents of one verification may have together. */
const MOST_BYTES = 12_000_000;

/**
 * Fetches what a verification asks for, all together, and adds it to `documents`. What `signal` ends, or what would be too much, is a plain
 * failure among them, so every request has an answer afterwards.
 */
export async function fetchDocuments(
  requests: readonly FetchRequest[],
  documents: Map<string, Fetched>,
  source: AbortableDocuments,
  signal: AbortSignal,
): Promise<void> {
  const wanted = new Map(requests.map((request) => [documentKey(request), request]));
  const hosts = new Map<string, FetchRequest[]>();
  for (const request of wanted.values()) hosts.set(hostOf(request.url), [...(hosts.get(hostOf(request.url)) ?? []), request]);
  let size = bytesOf(documents);
  const fetchOne = async (request: FetchRequest): Promise<void> => {
    const { url } = request;
    const fetched: Fetched = signal.aborted ? { ok: false, url, code: 'timeout' } : await source.fetch(request, signal);
    size += fetched.ok ? fetched.body.byteLength : 0;
    documents.set(documentKey(request), size > MOST_BYTES && fetched.ok ? { ok: false, url, code: 'too-large' } : fetched);
  };
  await mapLimited(
    AT_ONCE,
    [...hosts.values()].flatMap((ofHost) => lanes(ofHost, PER_HOST)),
    async (lane) => {
      for (const request of lane) await fetchOne(request);
    },
  );
}

/** How large the documents are together. */
export function bytesOf(documents: ReadonlyMap<string, Fetched>): number {
  return [...documents.values()].reduce((sum, one) => sum + (one.ok ? one.body.byteLength : 0), 0);
}

/** The same requests in at most so many rows. */
function lanes(requests: readonly FetchRequest[], count: number): FetchRequest[][] {
  const rows: FetchRequest[][] = Array.from({ length: Math.min(count, requests.length) }, () => []);
  requests.forEach((request, at) => {
    rows[at % rows.length]?.push(request);
  });
  return rows;
}
