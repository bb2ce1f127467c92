import { isUrl } from '@proofmark/primitives';
import { parseDidUrl } from '@proofmark/proofs';

/** The host that an issuer's id consists of, or null when the id has a path. */
export function ownDomainOf(issuer: string): string | null {
  const did = parseDidUrl(issuer);
  if (did?.method === 'web') return did.specific.includes(':') ? null : did.specific.replace(/%3a/i, ':');
  if (did !== null || !isUrl(issuer)) return null;
  const url = new URL(issuer);
  return url.pathname === '/' ? url.host : null;
}
