import { isLoopbackHost, isUrl } from '@proofmark/primitives';
import { parseDidUrl } from '@proofmark/proofs';

/** The host that an issuer's id is the whole of (`did:web:acme.example`, `https://acme.example/`), or null. */
export function ownDomain(issuer: string): string | null {
  const did = parseDidUrl(issuer);
  if (did?.method === 'web') return did.specific.includes(':') ? null : hostOfDid(did.specific);
  const url = /^https:\/\//.test(issuer) && isUrl(issuer) ? new URL(issuer) : null;
  return url?.pathname === '/' && url.search === '' ? url.host : null;
}

/** The host under whose roof an issuer's id lives beside others; empty where there is none. */
export function platformOf(issuer: string): string {
  const did = parseDidUrl(issuer);
  if (did?.method === 'web') return hostOfDid(did.specific.split(':')[0] ?? '');
  return did === null && isUrl(issuer) ? new URL(issuer).host : '';
}

/** The origin that a text names: https, or http on loopback; without a path. Null for anything else. */
export function originOf(text: string): string | null {
  const address = text.includes('://') ? text : `https://${text}`;
  if (!isUrl(address)) return null;
  const url = new URL(address);
  const plain = url.username === '' && url.password === '' && url.pathname === '/' && url.search === '' && url.hash === '';
  const scheme = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
  return plain && scheme ? url.origin : null;
}

function hostOfDid(specific: string): string {
  return specific.replace(/%3a/i, ':').toLowerCase();
}
