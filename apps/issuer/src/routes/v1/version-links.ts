import type { CredentialWithHistory } from '../../issuing/monitoring/credential-history.js';

/** Leads from a badge in this API to the one that renews it, and to the one that it renews (RFC 5829). */
export function versionLinks(base: string, { credential, successorId }: CredentialWithHistory): { readonly link?: string } {
  const links = [
    [successorId, 'successor-version'],
    [credential.predecessorId, 'predecessor-version'],
  ] as const;
  const written = links.flatMap(([id, rel]) => (id === null ? [] : [`<${base}/v1/credentials/${id}>; rel="${rel}"`]));
  return written.length === 0 ? {} : { link: written.join(', ') };
}
