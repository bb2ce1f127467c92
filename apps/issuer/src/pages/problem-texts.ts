import type { ProblemCode } from '@proofmark/schemas/api';

/** A kind of problem, explained for the person who reads an answer of the API. */
export interface ProblemText {
  /** What it means that the service answers so. */
  readonly meaning: string;
  /** What the caller can do about it. */
  readonly remedy: string;
}

/** One explanation for every code: to forget one does not compile. */
export const PROBLEM_TEXTS: Readonly<Record<ProblemCode, ProblemText>> = {
  'malformed-request': {
    meaning:
      'The body could not be read: it is not JSON, or it is broken off, nested too deeply, or holds a character that no text may hold.',
    remedy: 'Send one JSON document in UTF-8 with the header Content-Type: application/json.',
  },
  'invalid-parameter': {
    meaning: 'A part of the address, a query parameter or a header has a value that it cannot have.',
    remedy: 'The member `errors` names each place. Compare it with the API reference.',
  },
  unauthenticated: {
    meaning: 'The request bears no API key, or one that is unknown, expired or withdrawn.',
    remedy:
      'Send the header Authorization: Bearer with a key of this service. Ask the administrator for a new one if yours has been withdrawn.',
  },
  forbidden: {
    meaning: 'The API key is good, but it lacks the scope for this request.',
    remedy: 'Use a key that has the scope which `detail` names. An admin key can make one.',
  },
  'not-found': {
    meaning: 'There is nothing at this address, or nothing that your key may see.',
    remedy: 'Check the id. Ids are never used twice, and another issuer’s things look as if they did not exist.',
  },
  'method-not-allowed': {
    meaning: 'The address exists, but it does not take this method.',
    remedy: 'The header Allow names the methods that it takes.',
  },
  'not-acceptable': {
    meaning: 'The thing exists, but in none of the media types of the Accept header.',
    remedy: 'Ask for one of the types that `detail` names, or send no Accept header.',
  },
  conflict: {
    meaning: 'The request contradicts what is there already, such as a name that is taken.',
    remedy: 'Read the current state, and repeat the request if it still makes sense.',
  },
  'request-in-progress': {
    meaning: 'A request with the same Idempotency-Key is being worked on at this moment.',
    remedy: 'Wait a few seconds and send the same request again: you will get the answer of the first.',
  },
  gone: {
    meaning: 'What was here has been removed for good.',
    remedy: 'There is nothing to repeat. Remove your links to it.',
  },
  'payload-too-large': {
    meaning: 'The body is larger than the service takes.',
    remedy: 'Send less at a time. Work is linked to, not uploaded; an image may have 512 KiB.',
  },
  'unsupported-media-type': {
    meaning: 'The body is of a media type that this address does not take.',
    remedy: 'Send the header Content-Type: application/json with a JSON body.',
  },
  'invalid-request': {
    meaning: 'The body could be read, but something in it is missing, of the wrong kind or out of bounds. Nothing was stored.',
    remedy: 'The member `errors` names every place by a JSON pointer, with a stable code. Mend all of them and send the request again.',
  },
  'idempotency-key-reused': {
    meaning: 'This Idempotency-Key was used before for a request with another body.',
    remedy: 'Use a new key for a new request, and the same key only to repeat the very same request.',
  },
  'evidence-required': {
    meaning:
      'The achievement asks for work that the request does not bring: too few pieces, another kind, or a link that names no fixed version.',
    remedy: 'The member `errors` names what is missing. POST /v1/evidence/check tells beforehand what the service makes of a link.',
  },
  'credential-refused': {
    meaning: 'The badge would not be one that others can check, so it was not signed.',
    remedy: 'The member `errors` names the places in the badge. Most come from the achievement: change it and issue again.',
  },
  'too-many-requests': {
    meaning: 'There were more requests than the service takes in this time.',
    remedy: 'Wait as long as the header Retry-After says. Repeat with the same Idempotency-Key.',
  },
  'internal-error': {
    meaning: 'The service made a mistake. It is in its log, and nothing was half-written.',
    remedy: 'Repeat the request with the same Idempotency-Key. If it fails again, tell the operator the time of the request.',
  },
  unavailable: {
    meaning: 'The service cannot answer at the moment, for instance because its database is away.',
    remedy: 'Repeat the request later with the same Idempotency-Key.',
  },
};
