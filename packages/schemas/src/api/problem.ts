import { z } from 'zod';
import type { FieldCode } from './fields.js';

/** Every kind of problem that the service answers with (RFC 9457). `type` is the address of a page about it. */
export const PROBLEM_CODES = [
  'malformed-request',
  'invalid-parameter',
  'unauthenticated',
  'forbidden',
  'issuer-suspended',
  'not-found',
  'method-not-allowed',
  'not-acceptable',
  'conflict',
  'already-issued',
  'request-in-progress',
  'gone',
  'precondition-failed',
  'payload-too-large',
  'unsupported-media-type',
  'invalid-request',
  'idempotency-key-reused',
  'evidence-required',
  'evidence-not-seen',
  'credential-refused',
  'endorsement-refused',
  'not-verified',
  'verification-limit',
  'too-many-requests',
  'internal-error',
  'unavailable',
  'database-unavailable',
  'storage-full',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** One place in a request and what is wrong with it. `pointer` is a JSON Pointer (RFC 6901) into the body. */
export interface FieldError {
  readonly pointer: string;
  readonly code: FieldCode;
  readonly detail: string;
}

/** An `application/problem+json` document (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly code: ProblemCode;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly FieldError[] | undefined;
  /** The same request may be taken later as it is. Only where the kind of problem leaves that open. */
  readonly retryable?: boolean | undefined;
}

export const problemSchema: z.ZodType<Problem> = z
  .object({
    type: z.string().meta({ format: 'uri' }),
    code: z.enum(PROBLEM_CODES),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
    retryable: z.boolean().optional().meta({ description: 'The same request may be taken later as it is.' }),
  })
  .meta({
    id: 'Problem',
    example: {
      type: 'https://badges.example/problems/invalid-request',
      code: 'invalid-request',
      title: 'The request is not valid',
      status: 422,
      detail: 'One member of the request is not valid.',
      errors: [{ pointer: '/recipient/email', code: 'not-an-email', detail: 'is not an e-mail address such as ada@example.org' }],
    },
  }) as unknown as z.ZodType<Problem>;
