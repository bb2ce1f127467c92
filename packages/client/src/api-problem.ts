import type { FieldError, Problem } from '@proofmark/schemas/api';

/** The service refused a request and said why (RFC 9457). */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  /** The problem's stable code, such as `evidence-required`; programs tell problems apart by it. */
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** Each place in the request and what is wrong with it; empty when the problem is not about the body. */
  readonly errors: readonly FieldError[];
  /** The same request may be taken later as it is. */
  readonly retryable: boolean;
  /** In how many seconds to ask again; null where the service does not say. */
  readonly retryAfter: number | null;

  constructor(problem: Pick<Problem, 'code' | 'status' | 'title' | 'detail' | 'errors' | 'retryable'>, retryAfter: number | null = null) {
    super(`${problem.title}: ${problem.detail}`);
    this.code = problem.code;
    this.status = problem.status;
    this.title = problem.title;
    this.detail = problem.detail;
    this.errors = problem.errors ?? [];
    this.retryable = problem.retryable === true;
    this.retryAfter = retryAfter;
  }
}

/** The service could not be reached, or what answered is not the service's API. */
export class ServiceUnavailable extends Error {
  override name = 'ServiceUnavailable';
  /** Nobody answered, or the connection was lost: the same request may be answered later. What was asked may have been done. */
  readonly retryable: boolean;

  constructor(message: string, retryable = false) {
    super(message);
    this.retryable = retryable;
  }
}
