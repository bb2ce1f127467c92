import type { Asker } from '@proofmark/verify';
import type { PublicDocuments } from '../public/cache/public-documents.js';
import { variantFor } from '../public/http/asked.js';
import { sentAtOnce } from '../public/http/respond.js';
import { loggedPath } from './logger.js';
import type { ReportRequest } from './report-request.js';
import { idOfRequest, REQUEST_ID, traceOfRequest } from './request-id.js';
import { defaultHeaders } from './security-headers.js';

export interface AtOnceOptions {
  readonly baseUrl: string;
  readonly documents: PublicDocuments;
  /** Counts the request; false where its client has asked too much. */
  readonly admits: (path: string, asker: Asker) => boolean;
  readonly report: ReportRequest;
}

/** A path that means the same however it is read, and no query. Everything else takes the way through the router. */
const PLAIN = /^[a-z]+:\/\/[^/]+((?:\/[\w~.-]+)+)$/i;

/**
 * Answers GET and HEAD of public documents that are in memory as they are to be sent, as the application would: same headers, same limits, same
 * report. Null for every other request, which has not been counted then. The way through the router costs more than the rest of such an answer.
 */
export function answersAtOnce({ baseUrl, documents, admits, report }: AtOnceOptions): (request: Request, env: unknown) => Response | null {
  const completed = completing(defaultHeaders(baseUrl.startsWith('https:')));
  return (request, env) => {
    const { method, headers: asked } = request;
    if (method !== 'GET' && method !== 'HEAD') return null;
    const begun = performance.now();
    const path = PLAIN.exec(request.url)?.[1];
    if (path === undefined) return null;
    const document = documents.find(path, variantFor(asked));
    const sent = document === null ? null : sentAtOnce(request, document);
    if (document === null || sent === null) return null;
    const header = (name: string): string | undefined => asked.get(name) ?? undefined;
    if (!admits(path, { env, req: { header } })) return null;
    const { status, body } = sent;
    const id = idOfRequest(asked.get(REQUEST_ID));
    const trace = traceOfRequest(asked.get('traceparent'));
    const headers = { ...completed(sent.headers), [REQUEST_ID]: id };
    const response = new Response(method === 'HEAD' ? null : body, { status, headers });
    const ms = Math.round((performance.now() - begun) * 10) / 10;
    report({ id, method, path: loggedPath(path), route: document.route, status, ms, ...(trace === null ? {} : { trace }) });
    return response;
  };
}

type Headers = Readonly<Record<string, string>>;

/** Headers with those that every answer has; those of one document are put together once. */
function completing(defaults: readonly (readonly [string, string])[]): (headers: Headers) => Headers {
  const known = new WeakMap<Headers, Headers>();
  return (headers) => {
    const before = known.get(headers);
    if (before !== undefined) return before;
    const all = { ...Object.fromEntries(defaults), ...headers };
    known.set(headers, all);
    return all;
  };
}
