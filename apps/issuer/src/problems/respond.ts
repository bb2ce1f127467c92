import type { FieldError, Problem, ProblemCode } from '@proofmark/schemas/api';
import { PROBLEMS } from './catalogue.js';

/** What a problem says beside its kind. */
interface Said {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  readonly retryable?: boolean;
}

/** After so many seconds a request may be sent again that failed since somebody else did not answer. */
const RETRY_SECONDS = 60;

/** The problem document of a refusal (RFC 9457). `baseUrl` is the service's public URL. */
export function problemOf(baseUrl: string, { code, detail, errors, retryable }: Said): Problem {
  const { status, title } = PROBLEMS[code];
  return {
    type: `${baseUrl}/problems/${code}`,
    code,
    title,
    status,
    detail,
    ...(errors === undefined ? {} : { errors }),
    ...(retryable === undefined ? {} : { retryable }),
  };
}

/** The whole answer to a refusal: `application/problem+json`, never cached. */
export function problemResponse(baseUrl: string, refusal: Said, headers: Readonly<Record<string, string>> = {}): Response {
  const problem = problemOf(baseUrl, refusal);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(problem.retryable && { 'retry-after': String(RETRY_SECONDS) }),
      ...headers,
    },
  });
}
