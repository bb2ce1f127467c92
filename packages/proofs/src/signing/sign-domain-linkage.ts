import { formatInstant, type JsonObject, signCompact } from '@proofmark/primitives';
import { VC1_CONTEXT } from '@proofmark/schemas';
import { DID_CONFIGURATION_CONTEXT } from '../contexts/did-configuration.js';
import type { Signer } from '../ports.js';
import { JOSE } from './jose-names.js';

export interface DomainLinkageSigning {
  /** The issuer, which is the subject too. */
  readonly did: string;
  /** The web origin that the issuer claims, such as `https://acme.example`. */
  readonly origin: string;
  /** The absolute DID URL of the key. */
  readonly kid: string;
  readonly signer: Signer;
  /** When it begins and ends to count, in milliseconds since 1970 UTC; parts of a second are dropped. */
  readonly from: number;
  readonly until: number;
}

/**
 * A domain linkage credential as a token (DIF Well Known DID Configuration, "JSON Web Token Proof Format"): the header holds `alg` and
 * `kid` and nothing else, and the credential in `vc` says the same as the claims.
 */
export async function signDomainLinkage({ did, origin, kid, signer, from, until }: DomainLinkageSigning): Promise<string> {
  const [nbf, exp] = [Math.floor(from / 1000), Math.floor(until / 1000)];
  const vc = {
    '@context': [VC1_CONTEXT, DID_CONFIGURATION_CONTEXT],
    type: ['VerifiableCredential', 'DomainLinkageCredential'],
    issuer: did,
    issuanceDate: formatInstant(nbf * 1000),
    expirationDate: formatInstant(exp * 1000),
    credentialSubject: { id: did, origin },
  };
  return signCompact({ alg: JOSE[signer.algorithm], kid }, { exp, iss: did, nbf, sub: did, vc }, signer);
}

/** The document that the owner of a domain puts at its `/.well-known/did-configuration.json`. */
export function didConfiguration(linked: readonly string[]): JsonObject {
  return { '@context': DID_CONFIGURATION_CONTEXT, linked_dids: linked };
}
