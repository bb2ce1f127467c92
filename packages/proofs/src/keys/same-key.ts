import type { PublicKey } from '../ports.js';

/** Whether two public keys are the same key. Both come from our own readers, so their members are in canonical spelling. */
export function sameKey(a: PublicKey, b: PublicKey): boolean {
  return a.algorithm === b.algorithm && ['kty', 'crv', 'x', 'y', 'n', 'e'].every((member) => a.jwk[member] === b.jwk[member]);
}
