import { sameKey } from '../keys/same-key.js';
import type { DidDocument, VerificationMethod } from './did-document.js';

/**
 * The id of the method whose JWK calls itself by a bare `kid`; null when there is none, or when it is two keys. A method's own id has to be
 * looked for first.
 */
export function methodOfKid({ methods }: DidDocument, kid: string): string | null {
  const [method, ...others] = methods.filter((candidate) => candidate.kid === kid);
  if (method === undefined) return null;
  const same = ({ key }: VerificationMethod): boolean => key.ok && method.key.ok && sameKey(key.key, method.key.key);
  return others.every((other) => other.id === method.id || same(other)) ? method.id : null;
}
