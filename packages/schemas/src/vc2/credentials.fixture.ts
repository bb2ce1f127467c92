export type Changes = Readonly<Record<string, unknown>>;

export const V2 = 'https://www.w3.org/ns/credentials/v2';
const V1 = 'https://www.w3.org/2018/credentials/v1';

/** A credential of VC 2.0 that conforms, with changes; a member that is undefined is left out. */
export function credential(changes: Changes = {}): Record<string, unknown> {
  const all = {
    '@context': [V2],
    type: ['VerifiableCredential'],
    issuer: 'did:example:issuer',
    credentialSubject: { id: 'did:example:ada' },
  };
  return Object.fromEntries(Object.entries({ ...all, ...changes }).filter(([, value]) => value !== undefined));
}

/** The same of VC 1.1. */
export function first(changes: Changes = {}): Record<string, unknown> {
  const all = { '@context': [V1], type: ['VerifiableCredential'], issuer: 'did:example:issuer', issuanceDate: '2023-01-01T00:00:00Z' };
  return credential({ ...all, ...changes });
}

export const proof = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  proofPurpose: 'assertionMethod',
  verificationMethod: 'did:example:issuer#key-1',
  proofValue: 'z1',
};
