import type { ViewingLink } from '@proofmark/schemas/api';
import { evidenceItems } from '../../issuing/evidence/evidence-items.js';
import type { CredentialRecord, ViewingLinkRecord } from '../../issuing/records.js';

export function representViewingLink(
  now: Date,
  {
    link,
    credential,
    viewedAt,
  }: { readonly link: ViewingLinkRecord; readonly credential: CredentialRecord; readonly viewedAt: readonly Date[] },
): ViewingLink {
  const { id, credentialId, n, forWhom, maxViews, views, expiresAt, revokedAt, createdAt } = link;
  return {
    id,
    credentialId,
    evidence: evidenceItems(credential)[n - 1]?.id ?? '',
    for: forWhom,
    state: stateOf(link, now),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    maxViews,
    views,
    viewedAt: viewedAt.map((at) => at.toISOString()),
  };
}

function stateOf({ revokedAt, expiresAt, maxViews, views }: ViewingLinkRecord, now: Date): ViewingLink['state'] {
  if (revokedAt !== null) return 'revoked';
  if (expiresAt <= now) return 'expired';
  return maxViews !== null && views >= maxViews ? 'used-up' : 'open';
}
