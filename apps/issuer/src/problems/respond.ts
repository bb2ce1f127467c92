import type { FieldError, Problem, ProblemCode } from '@proofmark/schemas/api';
import { PROBLEMS } from './catalogue.js';

/** The problem document of a refusal (RFC 9457). `baseUrl` is the service's public URL. */
export function problemOf(
  baseUrl: string,
  { code, detail, errors }: { readonly code: ProblemCode; readonly detail: string; readonly errors?: readonly FieldError[] },
): Problem {
  const { status, title } = PROBLEMS[code];
  return { type: `${baseUrl}/problems/${code}`, code, title, status, detail, ...(errors === undefined ? {} : { errors }) };
}

/** The whole answer to a refusal: `application/problem+json`, never cached. */
export function problemResponse(
  baseUrl: string,
  refusal: { readonly code: ProblemCode; readonly detail: string; readonly errors?: readonly FieldError[] },
  headers: Readonly<Record<string, string>> = {},
): Response {
  const problem = problemOf(baseUrl, refusal);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  });
}
