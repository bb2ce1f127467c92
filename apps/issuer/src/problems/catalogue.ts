import type { ProblemCode } from '@proofmark/schemas/api';

/** What is the same for every problem of a kind. */
export interface ProblemKind {
  readonly status: 400 | 401 | 403 | 404 | 405 | 406 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly title: string;
  /** What happened, for the page behind `type`. */
  readonly explanation: string;
  /** What to do now, likewise. */
  readonly next: string;
}

/** Every kind of problem, with its one status. */
export const PROBLEMS: Readonly<Record<ProblemCode, ProblemKind>> = {
  'malformed-request': {
    status: 400,
    title: 'The request cannot be read',
    explanation: 'The body is not JSON in UTF-8, names a member twice, or is nested too deeply. Nothing of it was used.',
    next: 'Correct the place that `detail` or `errors` names, and send the request again.',
  },
  'invalid-parameter': {
    status: 400,
    title: 'A parameter is not valid',
    explanation: 'A part of the address, a query parameter or a header is missing or has a value that it cannot have.',
    next: 'Correct what `detail` or `errors` names; the reference under `/docs` lists what each address takes.',
  },
  unauthenticated: {
    status: 401,
    title: 'No valid API key',
    explanation:
      'The request has no API key, or one that counts no more: it is unknown, was withdrawn or has expired, or a key that made it was or has. `detail` says which.',
    next: 'Send a valid API key in the header `Authorization: Bearer pm_…`. Whoever holds a key with `api-keys:write` can make one; an admin key that was lost is made anew at the machine with `npm run -s admin-key`.',
  },
  forbidden: {
    status: 403,
    title: 'The API key may not do this',
    explanation: 'The key is valid but lacks the scope that this needs.',
    next: 'Ask whoever holds a key with `api-keys:write` for one that has it.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    explanation: 'There is nothing at this address, or it belongs to another issuer than the key that asks.',
    next: 'See that the address and its ids are whole: ids are UUIDs in lower case. The lists, such as `GET /v1/credentials`, name those that the key may see.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    explanation: 'The address exists, but not with this method.',
    next: 'Take one of those that the header `Allow` lists. Where something else leads to what was meant, `detail` names it: badges do not change, they are renewed or withdrawn.',
  },
  'not-acceptable': {
    status: 406,
    title: 'No such form',
    explanation: 'The thing exists, but in none of the forms that the header `Accept` asks for.',
    next: 'Ask for one that it has, such as `text/html`, `application/json` or `application/vc`, or leave `Accept` out.',
  },
  conflict: {
    status: 409,
    title: 'In conflict with what is there',
    explanation: 'The request is well-formed, but what is there does not allow it. `detail` says what stands in the way.',
    next: 'Take the way out that `detail` names, or leave it as it is.',
  },
  'already-issued': {
    status: 409,
    title: 'This person has this badge already',
    explanation:
      'A badge of this achievement that stands was issued to the same person before, and the request asks not to issue a second one. Nothing was issued.',
    next: 'Nothing has to be done. To issue a second badge all the same, send `onDuplicate` as `allow`; to replace the one that there is, as `supersede`.',
  },
  'request-in-progress': {
    status: 409,
    title: 'The same request is being worked on',
    explanation: 'An earlier request with this `Idempotency-Key` has not ended.',
    next: 'Send the same request again after the seconds in the header `Retry-After`.',
  },
  gone: {
    status: 410,
    title: 'Gone',
    explanation: 'This was here once and was removed for good.',
    next: 'Remove the address from where you keep it. A badge that is needed again is issued anew.',
  },
  'payload-too-large': {
    status: 413,
    title: 'The request is too large',
    explanation: 'The body is larger than this service takes. Nothing of it was used.',
    next: 'Send less: link to work instead of sending it, and issue badges one by one.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Not a media type that is read here',
    explanation: 'The body is sent as something that is not read here. Nothing of it was used.',
    next: 'Send JSON in UTF-8 with the header `Content-Type: application/json`.',
  },
  'invalid-request': {
    status: 422,
    title: 'The request is not valid',
    explanation: 'Some members of the body are missing, unknown or not valid. Nothing was written.',
    next: '`errors` names each one by a JSON Pointer and says what is wanted there: correct them, and send the request again.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key belongs to another request',
    explanation: 'A key stands for one request for good, and this one was used with another.',
    next: 'Send a request with another body under a new key.',
  },
  'evidence-required': {
    status: 422,
    title: 'The work behind the badge is missing',
    explanation: 'The achievement asks for evidence that this request does not have. Nothing was issued.',
    next: '`errors` says what is missing; `POST /v1/evidence/check` tells beforehand what a link is worth.',
  },
  'evidence-not-seen': {
    status: 422,
    title: 'The work could not be read',
    explanation:
      'The achievement asks for work that is pinned: the service has to read the very version that a link names before it signs its fingerprint. `errors` says of each link why it could not be read. Nothing was issued.',
    next: 'Make the repository public, correct the link, or send private work as private evidence. Where `retryable` is true nobody answered, or only with an error: send the same request again after the header `Retry-After`.',
  },
  'credential-refused': {
    status: 422,
    title: 'The badge would not conform',
    explanation:
      'What was asked for would make a badge that breaks Open Badges 3.0, or of which a part would not be signed. Nothing was issued.',
    next: '`errors` names each part, by its place in the request or, where the achievement or the issuer brought it, in the badge: correct it there.',
  },
  'endorsement-refused': {
    status: 422,
    title: 'The endorsement does not hold',
    explanation: 'What was brought is not a signed endorsement of this badge that verifies now. Nothing was stored.',
    next: '`detail` says what keeps it from being one: bring one that holds, or let the issuer sign for a named `assessor`.',
  },
  'not-verified': {
    status: 400,
    title: 'Not verified',
    explanation:
      'The credential or presentation was looked at, and something keeps it from being called verified that no standard has a name for: it was withdrawn, or a question about it could not be answered. `detail` says what.',
    next: 'Where a question could not be answered, ask again later. Otherwise ask the issuer, whose answer it is.',
  },
  'verification-limit': {
    status: 422,
    title: 'More than one verification is given',
    explanation:
      'To check what was sent takes more processor time, more memory or more time in all than this service gives to one verification. That says nothing about the document: it is neither verified nor refused.',
    next: 'Bring it in smaller parts, or check it with the command-line tool.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    explanation: 'More was asked than one client may ask in this time.',
    next: 'Wait as long as the header `Retry-After` says, and send the request again.',
  },
  'internal-error': {
    status: 500,
    title: 'Something went wrong here',
    explanation: 'The service failed, not the request. It is in the log under the request id.',
    next: 'Send the request again; one with an `Idempotency-Key` can be sent again safely. If it fails again, tell whoever runs the service the request id.',
  },
  unavailable: {
    status: 503,
    title: 'Not available at the moment',
    explanation: 'The service is starting or stopping, or gave the request up before it was answered.',
    next: 'Send the request again in a moment.',
  },
  'database-unavailable': {
    status: 503,
    title: 'The database does not answer',
    explanation:
      'The service lives, but its database cannot be reached, does not answer, or has too much to do for one thing at once. Whether a request that was under way has had its effect is not known.',
    next: 'Send the request again after the seconds in the header `Retry-After`, with the same `Idempotency-Key` where it had one: it then takes effect once.',
  },
  'storage-full': {
    status: 503,
    title: 'There is no room to store anything',
    explanation:
      'A disk of the service or of its database is full or cannot be written. Nothing was written; what is there can still be read.',
    next: 'Ask whoever runs the service to make room, and send the request again after the seconds in the header `Retry-After`.',
  },
};
