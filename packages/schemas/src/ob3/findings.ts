/** What the schema check can find. Stable: tests and translations depend on these names. */
export const SCHEMA_CODES = [
  'missing',
  'wrong-type',
  'wrong-class',
  'too-many',
  'empty',
  'null-value',
  'not-a-uri',
  'not-a-date-time',
  'not-a-date',
  'not-in-vocabulary',
  'not-a-jws',
  'not-an-index',
  'not-an-identity-hash',
  'malformed-text',
  'unknown-property',
  'late-term',
  'context',
  'context-alias',
  'extensions-context-missing',
  'too-deep',
  'single-for-array',
  'array-for-single',
  'string-for-object',
  'number-for-string',
  'language-map',
  'identifier-missing',
  'criteria-empty',
  'digest-missing',
  'identity-type-email',
  'validity-reversed',
  'result-link',
  'result-status-missing',
  'status-id-is-list',
  'duplicate-id',
  'not-a-digest',
  'token-header',
] as const;
export type SchemaCode = (typeof SCHEMA_CODES)[number];

/** A violation of the class that the document claims. */
export interface Violation {
  /** RFC 6901 pointer of the value, or of the object that lacks it. */
  readonly pointer: string;
  readonly code: SchemaCode;
  /** What is expected, in a word or two; never the offending value. */
  readonly expected: string;
}

/** A common slip: readers know what is meant, so it is told and does not count. */
export interface Note {
  readonly pointer: string;
  readonly code: SchemaCode;
}

export interface SchemaFindings {
  readonly violations: readonly Violation[];
  readonly notes: readonly Note[];
}

/** `issue` is strict; `read` reports the common slips of other issuers as notes. */
export type SchemaMode = 'issue' | 'read';
