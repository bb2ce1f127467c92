/** Why a check failed. Stable: programs and translations depend on these names. */
export const FAILED_CODES = [
  'not-a-badge',
  'malformed',
  'restructured',
  'limit-exceeded',
  'schema-violation',
  'no-proof',
  'signature-invalid',
  'issuer-missing',
  'issuer-mismatch',
  'key-not-authorised',
  'key-not-valid-then',
  'key-revoked',
  'claim-mismatch',
  'claim-missing',
  'not-yet-valid',
  'expired',
  'revoked',
  'suspended',
  'recipient-mismatch',
  'evidence-changed',
  'evidence-gone',
  'endorsement-failed',
  'domain-mismatch',
  'issuer-not-listed',
] as const;
export type FailedCode = (typeof FAILED_CODES)[number];

/** Why a check has no answer. */
export const UNKNOWN_CODES = [
  'not-reached',
  'badge-unreachable',
  'unsupported-format',
  'unsupported-vocabulary',
  'unsupported-suite',
  'limit-exceeded',
  'unsupported-did-method',
  'unsupported-status-type',
  'unsupported-by-host',
  'issuer-unreachable',
  'issuer-not-proven',
  'key-not-found',
  'issuer-document-invalid',
  'key-revoked',
  'status-unreachable',
  'status-list-invalid',
  'status-list-untrusted',
  'registry-unreachable',
  'domain-unreachable',
  'refresh-unreachable',
  'refresh-not-asked',
  'refresh-invalid',
  'evidence-not-checked',
  'endorsement-unfinished',
  'offline',
  'withheld',
] as const;
export type UnknownCode = (typeof UNKNOWN_CODES)[number];

/** Why a check does not concern this badge. */
export const NOT_APPLICABLE_REASONS = [
  'not-asked',
  'not-present',
  'no-status',
  'no-expiry',
  'not-a-jwt',
  'earlier-check-failed',
  'no-trust-list',
  'no-linked-domain',
  'may-be-withheld',
  'hosted',
] as const;
export type NotApplicableReason = (typeof NOT_APPLICABLE_REASONS)[number];

/** What was found where a badge was expected. Messages depend on these names: they say which input would work. */
export const NOT_A_BADGE_KINDS = [
  'nothing',
  'linkedin',
  'pdf',
  'png-without-badge',
  'svg-without-badge',
  'photo',
  'archive',
  'web-page',
  'text',
  'binary',
  'json',
  'jwt-without-badge',
  'other-token',
  'sd-jwt',
  'enveloped',
  'other-credential',
  'open-badges-2',
  'presentation-of-none',
  'presentation-of-many',
] as const;
export type NotABadgeKind = (typeof NOT_A_BADGE_KINDS)[number];
