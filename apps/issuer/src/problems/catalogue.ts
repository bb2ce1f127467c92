import { ENGLISH } from '@proofmark/messages/public';
import { PROBLEM_CODES, type ProblemCode } from '@proofmark/schemas/api';

type Status = 400 | 401 | 403 | 404 | 405 | 406 | 409 | 410 | 412 | 413 | 415 | 422 | 429 | 500 | 503;

/** What is the same for every problem of a kind. The texts are in English, as the answers of the API are; pages have other languages. */
export interface ProblemKind {
  readonly status: Status;
  readonly title: string;
  /** What happened. */
  readonly explanation: string;
  /** What to do now. */
  readonly next: string;
}

const STATUS: Readonly<Record<ProblemCode, Status>> = {
  'malformed-request': 400,
  'invalid-parameter': 400,
  unauthenticated: 401,
  forbidden: 403,
  'issuer-suspended': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  conflict: 409,
  'already-issued': 409,
  'request-in-progress': 409,
  gone: 410,
  'precondition-failed': 412,
  'payload-too-large': 413,
  'unsupported-media-type': 415,
  'invalid-request': 422,
  'idempotency-key-reused': 422,
  'evidence-required': 422,
  'evidence-not-seen': 422,
  'credential-refused': 422,
  'endorsement-refused': 422,
  'not-verified': 400,
  'verification-limit': 422,
  'too-many-requests': 429,
  'internal-error': 500,
  unavailable: 503,
  'database-unavailable': 503,
  'storage-full': 503,
};

/** Every kind of problem, with its one status. */
export const PROBLEMS: Readonly<Record<ProblemCode, ProblemKind>> = Object.fromEntries(
  PROBLEM_CODES.map((code) => [code, { status: STATUS[code], ...ENGLISH.problems[code] }]),
) as Readonly<Record<ProblemCode, ProblemKind>>;
