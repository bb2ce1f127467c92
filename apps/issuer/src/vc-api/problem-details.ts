import type { Violation } from '@proofmark/schemas';

/** What is wrong, in the form that VC Data Model 2.0 (7.2) and the VC-API ask for (RFC 9457). */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly detail: string;
  /** JSON Pointer (RFC 6901) to the place in the document, where there is one. */
  readonly pointer?: string;
}

const VCDM = 'https://www.w3.org/TR/vc-data-model#';
const STATUS_LIST = 'https://www.w3.org/ns/credentials/status-list#';
const SECURITY = 'https://w3id.org/security#';

type Kind =
  | 'parsing'
  | 'cryptography'
  | 'malformed'
  | 'range'
  | 'statusRetrieval'
  | 'statusVerification'
  | 'statusLength'
  | 'verification'
  | 'generation'
  | 'domain'
  | 'challenge'
  | 'dataLoss';

/** The problem types of VC Data Model 2.0 (7.2), Bitstring Status List 1.0 (3.5) and Data Integrity 1.0 (4.7). */
export const TYPES: Readonly<Record<Kind, string>> = {
  parsing: `${VCDM}PARSING_ERROR`,
  cryptography: `${VCDM}CRYPTOGRAPHIC_SECURITY_ERROR`,
  malformed: `${VCDM}MALFORMED_VALUE_ERROR`,
  range: `${VCDM}RANGE_ERROR`,
  statusRetrieval: `${STATUS_LIST}STATUS_RETRIEVAL_ERROR`,
  statusVerification: `${STATUS_LIST}STATUS_VERIFICATION_ERROR`,
  statusLength: `${STATUS_LIST}STATUS_LIST_LENGTH_ERROR`,
  verification: `${SECURITY}PROOF_VERIFICATION_ERROR`,
  generation: `${SECURITY}PROOF_GENERATION_ERROR`,
  domain: `${SECURITY}INVALID_DOMAIN_ERROR`,
  challenge: `${SECURITY}INVALID_CHALLENGE_ERROR`,
  dataLoss: `${SECURITY}DATA_LOSS_DETECTION_ERROR`,
};

/** The type of what no standard names: withdrawn credentials, questions without an answer. Its page is among our problems. */
export function notVerified(baseUrl: string): string {
  return `${baseUrl}/problems/not-verified`;
}

/** A document that breaks its data model, one problem for each place. No value of it is repeated. */
export function malformed(violations: readonly Violation[], at = ''): readonly ProblemDetails[] {
  return violations.map(({ pointer, code, expected }) => ({
    type: code === 'validity-reversed' ? TYPES.range : TYPES.malformed,
    title: 'A value breaks the data model',
    detail: `${pointer === '' ? 'The document' : pointer}: ${code}. Expected: ${expected}.`,
    pointer: `${at}${pointer}`,
  }));
}
