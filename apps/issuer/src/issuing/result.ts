import type { FieldCode, FieldError, ProblemCode } from '@proofmark/schemas/api';

/** Why a request was refused: exactly what the answer contains. */
export interface Refusal {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  /** The same request may be taken later as it is. */
  readonly retryable?: boolean;
  /** After how many seconds it may be taken. */
  readonly retryAfter?: number;
  /** Of `already-issued`: the badge that there is. No part of the answer. */
  readonly existing?: string;
}

/** What a use case answers. Bad input is an outcome; only misuse and broken machinery throw. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** A refusal, where a result of any kind is expected. */
export type Refused = Extract<Result<never>, { readonly ok: false }>;

export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refused(code: ProblemCode, detail: string, errors?: readonly FieldError[], retryAfter?: number): Refused {
  const more = { ...(errors === undefined ? {} : { errors }), ...(retryAfter === undefined ? {} : { retryAfter }) };
  return { ok: false, refusal: { code, detail, ...more } };
}

/** A request with exactly one member that is wrong. */
export function invalid(pointer: string, code: FieldCode, detail: string): Refused {
  return refused('invalid-request', 'One member of the request is not valid.', [{ pointer, code, detail }]);
}

/** Where the things are listed that an address or a request can name. */
const LISTED = {
  achievement: 'GET /v1/achievements',
  badge: 'GET /v1/credentials',
  issuer: 'GET /v1/issuers',
  recipient: 'GET /v1/recipients',
  'API key': 'GET /v1/api-keys',
  'signing key': 'GET /v1/issuers/{issuerId}/keys',
  domain: 'GET /v1/issuers/{issuerId}/domains',
  webhook: 'GET /v1/webhooks',
  delivery: 'GET /v1/webhooks/{webhookId}/deliveries',
  job: 'GET /v1/issuance-jobs',
  act: 'GET /v1/bulk-acts',
  correction: 'GET /v1/corrections',
  assessment: 'GET /v1/assessments',
  'skill framework': 'GET /v1/skill-frameworks',
  'viewing link': 'GET /v1/credentials/{credentialId}/viewing-links',
  organisation: 'GET /v1/organisations',
  member: 'GET /v1/organisations/{organisationId}/members',
  invitation: 'GET /v1/organisations/{organisationId}/invitations',
  session: 'GET /v1/sessions',
  passkey: 'GET /v1/passkeys',
  report: 'GET /v1/reports',
  provider: 'GET /v1/organisations/{organisationId}/sign-on',
} as const;

/** The same answer for what does not exist and for what belongs to another issuer. */
export function notFound(what: keyof typeof LISTED): Refused {
  return refused('not-found', `There is no such ${what} that you may see; ${LISTED[what]} lists those that you may.`);
}
