/**
 * How often a member stands and whether it may be an array.
 * `1` once, `?` at most once, `+` one or several, `*` any number but, when written, not an empty array, `0` any number at all.
 */
export type Count = '1' | '?' | '+' | '*' | '0';

/** What a single value has to be; a node name means an object of that kind. */
export type Form =
  | 'contexts'
  | 'types'
  | 'type'
  | 'url'
  | 'text'
  | 'prose'
  | 'date-time-stamp'
  | 'date-time'
  | 'issuer'
  | 'secured-credential'
  | NodeName;

export type Row = readonly [term: string, count: Count, form: Form];

/** The objects of the data model that have rules of their own. */
export type NodeName =
  | 'credential'
  | 'credential-v1'
  | 'presentation'
  | 'presentation-v1'
  | 'party'
  | 'subject'
  | 'typed'
  | 'typed-v1'
  | 'schema'
  | 'resource'
  | 'proof';

const COMMON: readonly Row[] = [
  ['@context', '1', 'contexts'],
  ['id', '?', 'url'],
  ['type', '1', 'types'],
  ['proof', '*', 'proof'],
];

const DESCRIBED: readonly Row[] = [
  ['name', '*', 'prose'],
  ['description', '*', 'prose'],
];

/** The members of VC Data Model 2.0 (and, for `-v1`, of 1.1), with the section that demands each. What stands in no row is free. */
export const TABLES: Readonly<Record<NodeName, readonly Row[]>> = {
  credential: [
    ...COMMON, // 4.3, 4.4, 4.5, 4.12
    ...DESCRIBED, // 4.6
    ['issuer', '1', 'issuer'], // 4.7
    ['credentialSubject', '+', 'subject'], // 4.8
    ['validFrom', '?', 'date-time-stamp'], // 4.9
    ['validUntil', '?', 'date-time-stamp'], // 4.9
    ['credentialStatus', '*', 'typed'], // 4.10
    ['credentialSchema', '*', 'schema'], // 4.11
    ['relatedResource', '*', 'resource'], // 5.3
    ['refreshService', '*', 'typed'], // 5.4
    ['termsOfUse', '*', 'typed'], // 5.5
    ['evidence', '*', 'typed'], // 5.6
    ['confidenceMethod', '*', 'typed'], // 5.10
    ['renderMethod', '*', 'typed'], // 5.10
  ],
  'credential-v1': [
    ...COMMON, // 4.1, 4.2, 4.3, 4.7
    ['issuer', '1', 'issuer'], // 4.5
    ['credentialSubject', '+', 'subject'], // 4.4
    ['issuanceDate', '1', 'date-time'], // 4.6
    ['expirationDate', '?', 'date-time'], // 4.8
    ['credentialStatus', '*', 'typed-v1'], // 4.9
    ['credentialSchema', '*', 'schema'], // 5.4
    ['refreshService', '*', 'typed-v1'], // 5.5
    ['termsOfUse', '*', 'typed'], // 5.6
    ['evidence', '*', 'typed'], // 5.7
  ],
  presentation: [
    ...COMMON, // 4.13
    ['holder', '?', 'issuer'],
    ['verifiableCredential', '0', 'secured-credential'],
    ['termsOfUse', '*', 'typed'],
  ],
  'presentation-v1': [...COMMON, ['holder', '?', 'issuer'], ['verifiableCredential', '0', 'secured-credential']],
  party: [['id', '1', 'url'], ...DESCRIBED],
  subject: [['id', '?', 'url']],
  typed: [
    ['id', '?', 'url'],
    ['type', '1', 'types'],
  ],
  'typed-v1': [
    ['id', '1', 'url'],
    ['type', '1', 'types'],
  ],
  schema: [
    ['id', '1', 'url'],
    ['type', '1', 'types'],
  ],
  resource: [
    ['id', '1', 'url'],
    ['mediaType', '?', 'text'],
    ['digestSRI', '*', 'text'],
    ['digestMultibase', '*', 'text'],
  ],
  // Data Integrity 1.0, 2.1.
  proof: [
    ['id', '?', 'url'],
    ['type', '1', 'type'],
    ['cryptosuite', '?', 'text'],
    ['proofPurpose', '1', 'text'],
    ['verificationMethod', '1', 'url'],
    ['created', '?', 'date-time-stamp'],
    ['expires', '?', 'date-time-stamp'],
    ['domain', '*', 'text'],
    ['challenge', '?', 'text'],
    ['proofValue', '?', 'text'],
    ['previousProof', '*', 'text'],
    ['nonce', '?', 'text'],
  ],
};

/** The word that `type` must have beside whatever else it has. */
export const TYPE_OF: Readonly<Partial<Record<NodeName, string>>> = {
  credential: 'VerifiableCredential',
  'credential-v1': 'VerifiableCredential',
  presentation: 'VerifiablePresentation',
  'presentation-v1': 'VerifiablePresentation',
};
