import type { ProblemCode } from '@proofmark/schemas/api';

/** What is the same for every problem of a kind. */
export interface ProblemKind {
  readonly status: 400 | 401 | 403 | 404 | 405 | 406 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly title: string;
  /** What happened and what to do, for the page behind `type`. */
  readonly explanation: string;
}

/** Every kind of problem, with its one status. */
export const PROBLEMS: Readonly<Record<ProblemCode, ProblemKind>> = {
  'malformed-request': {
    status: 400,
    title: 'The request cannot be read',
    explanation: 'The body is not JSON in UTF-8, names a member twice, or is nested too deeply. Nothing of it was used.',
  },
  'invalid-parameter': {
    status: 400,
    title: 'A parameter is not valid',
    explanation: 'A part of the address, a query parameter or a header is missing or has a value that it cannot have. `errors` names it.',
  },
  unauthenticated: {
    status: 401,
    title: 'No valid API key',
    explanation:
      'Send a valid API key in the header `Authorization: Bearer pm_…`. Withdrawn, expired and unknown keys get the same answer.',
  },
  forbidden: {
    status: 403,
    title: 'The API key may not do this',
    explanation: 'The key is valid but lacks the scope that this needs. Ask whoever holds a key with `api-keys:write` for one that has it.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    explanation: 'There is nothing at this address, or it belongs to another issuer than the key that asks.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    explanation: 'The address exists, but not with this method. The header `Allow` lists those that it has.',
  },
  'not-acceptable': {
    status: 406,
    title: 'No such form',
    explanation: 'The thing exists, but in none of the forms that the header `Accept` asks for.',
  },
  conflict: {
    status: 409,
    title: 'In conflict with what is there',
    explanation: 'The request is well-formed, but what is there does not allow it. `detail` says what stands in the way.',
  },
  'request-in-progress': {
    status: 409,
    title: 'The same request is being worked on',
    explanation: 'An earlier request with this `Idempotency-Key` has not ended. Send the same request again in a moment.',
  },
  gone: {
    status: 410,
    title: 'Gone',
    explanation: 'This was here once and was removed for good.',
  },
  'payload-too-large': {
    status: 413,
    title: 'The request is too large',
    explanation: 'The body is larger than this service takes. Nothing of it was used.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Not a media type that is read here',
    explanation: 'Send the body with the header `Content-Type: application/json`.',
  },
  'invalid-request': {
    status: 422,
    title: 'The request is not valid',
    explanation:
      'Some members of the body are missing, unknown or not valid. `errors` names each one by a JSON Pointer. Nothing was written.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key belongs to another request',
    explanation: 'A key stands for one request for good. Send a request with another body under a new key.',
  },
  'evidence-required': {
    status: 422,
    title: 'The work behind the badge is missing',
    explanation:
      'The achievement asks for evidence that this request does not have. `errors` says what is missing; `POST /v1/evidence/check` tells beforehand what a link is worth. Nothing was issued.',
  },
  'evidence-not-seen': {
    status: 422,
    title: 'The work could not be read',
    explanation:
      'The achievement asks for work that is pinned: the service has to read the very version that a link names before it signs its fingerprint. `errors` says of each link why it could not be read. Make the repository public, correct the link, or send private work as private evidence. Where `retryable` is true nobody answered, or only with an error: send the same request again after the header `Retry-After`. Nothing was issued.',
  },
  'credential-refused': {
    status: 422,
    title: 'The badge would not conform',
    explanation:
      'What was asked for would make a badge that breaks Open Badges 3.0, or of which a part would not be signed. Nothing was issued.',
  },
  'endorsement-refused': {
    status: 422,
    title: 'The endorsement does not hold',
    explanation:
      'What was brought is not a signed endorsement of this badge that verifies now. `detail` says what keeps it from being one. Nothing was stored.',
  },
  'not-verified': {
    status: 400,
    title: 'Not verified',
    explanation:
      'The credential or presentation was looked at, and something keeps it from being called verified that no standard has a name for: it was withdrawn, or a question about it could not be answered. `detail` says what.',
  },
  'verification-limit': {
    status: 422,
    title: 'More than one verification is given',
    explanation:
      'To check what was sent takes more processor time, more memory or more time in all than this service gives to one verification. That says nothing about the document: it is neither verified nor refused. Bring it in smaller parts, or check it with the command-line tool.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    explanation: 'Wait as long as the header `Retry-After` says, and send the request again.',
  },
  'internal-error': {
    status: 500,
    title: 'Something went wrong here',
    explanation:
      'The service failed, not the request. It is in the log under the request id. A request with an `Idempotency-Key` can safely be sent again.',
  },
  unavailable: {
    status: 503,
    title: 'Not available at the moment',
    explanation: 'The service is starting, stopping, or has lost its database. Send the request again in a moment.',
  },
};
