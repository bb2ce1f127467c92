import { isTrustEntry } from '@proofmark/primitives';

/**
 * Reads `TRUSTED_ISSUERS`: domains, identifiers and addresses of registries that the operator trusts for all readers, separated by commas or
 * white space. Answers a sentence for the operator when one of them is none of these.
 */
export function readTrustedIssuers(text: string): readonly string[] | string {
  const entries = text.split(/[\s,]+/).filter((entry) => entry !== '');
  const wrong = entries.find((entry) => !isTrustEntry(entry));
  if (wrong === undefined) return entries;
  return `TRUSTED_ISSUERS has “${wrong.slice(0, 80)}”, which names no issuer; write a domain, an identifier (did:…) or the address of a registry.`;
}
