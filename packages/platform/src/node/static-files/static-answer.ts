import type { ContentCoding, StaticFile } from './static-file.js';

/** Reads the members of an Accept-Encoding header (RFC 9110, 12.5.3), each with its weight; `parseAccept` of Hono is one. */
export type ParseAccept = (header: string) => readonly { readonly type: string; readonly q: number }[];

/**
 * The response to a GET or HEAD of a file (RFC 9110): the compressed form that the client accepts, each form under an ETag of its own, and 304
 * for a client that has it. `headers` are the other headers of the answer; a `vary` among them is kept.
 */
export function staticAnswer(
  request: Request,
  file: StaticFile,
  headers: Readonly<Record<string, string>>,
  parseAccept: ParseAccept,
): Response {
  const coding = chooseCoding(parseAccept(request.headers.get('accept-encoding') ?? ''), [...file.encoded.keys()]);
  const tag = `"${file.version}${coding === null ? '' : `-${coding}`}"`;
  const all = new Headers(headers);
  all.set('etag', tag);
  if (file.encoded.size > 0) all.append('vary', 'Accept-Encoding');
  if (matchesTag(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers: all });
  const body = (coding === null ? undefined : file.encoded.get(coding)) ?? file.body;
  all.set('content-type', file.contentType);
  all.set('content-length', String(body.length));
  if (coding !== null) all.set('content-encoding', coding);
  return new Response(body, { status: 200, headers: all });
}

/** The coding to send (RFC 9110, 12.5.3); null for none. `available` has the preferred one first. */
export function chooseCoding(accepted: ReturnType<ParseAccept>, available: readonly ContentCoding[]): ContentCoding | null {
  const weight = (name: string): number | undefined => accepted.find(({ type }) => type.toLowerCase() === name)?.q;
  const others = weight('*') ?? 0;
  let best: ContentCoding | null = null;
  let bestWeight = 0;
  for (const coding of available) {
    const q = weight(coding) ?? others;
    if (q > bestWeight) [best, bestWeight] = [coding, q];
  }
  return bestWeight >= (weight('identity') ?? 0) ? best : null;
}

/** Whether an `If-None-Match` names the tag (RFC 9110, 13.1.2; weak comparison). */
export function matchesTag(header: string | null, tag: string): boolean {
  if (header === null) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === tag);
}
