import { credentialUrl, endorsementUrl, type JsonObject, workLogUrl } from '@proofmark/schemas';
import type { CredentialResource, CredentialSummary, Endorsement, ViewingLink } from '@proofmark/schemas/api';
import { isErased } from '../../issuing/access/load-credential.js';
import { evidenceOf } from '../../issuing/evidence/evidence-items.js';
import type { CredentialWithHistory } from '../../issuing/monitoring/credential-history.js';
import { readEndorsement } from '../../issuing/monitoring/signed-endorsement.js';
import { loggedWork } from '../../issuing/monitoring/work-log.js';
import type { CredentialRecord, EndorsementRecord, Since, ViewingLinkRecord } from '../../store/index.js';

export function representCredentialSummary(base: string, now: Date, credential: CredentialRecord): CredentialSummary {
  const {
    id,
    issuerId,
    achievementId,
    achievementName,
    recipient,
    createdAt,
    validFrom,
    validUntil,
    revoked,
    suspended,
    predecessorId,
    erasedAt,
    claimedAt,
  } = credential;
  const url = credentialUrl(base, id);
  return {
    id,
    url,
    issuerId,
    achievementId,
    achievementName,
    recipient,
    state: stateOf(credential, now),
    issuedAt: createdAt.toISOString(),
    validFrom: validFrom.toISOString(),
    validUntil: validUntil?.toISOString() ?? null,
    revoked: representSince(revoked),
    suspended: representSince(suspended),
    erasedAt: erasedAt?.toISOString() ?? null,
    claimedAt: claimedAt?.toISOString() ?? null,
    predecessorId,
    links: { html: url, jsonld: `${url}.jsonld`, jwt: `${url}.jwt`, png: `${url}.png`, svg: `${url}.svg`, workLog: workLogUrl(url) },
  };
}

function representSince(since: Since | null): CredentialSummary['revoked'] {
  return since === null ? null : { at: since.at.toISOString(), reason: since.reason };
}

export function representCredential(
  base: string,
  now: Date,
  { credential, history, successorId }: CredentialWithHistory,
): CredentialResource {
  if (credential.signed === null) throw new TypeError('an unsigned badge is not shown');
  return {
    ...representCredentialSummary(base, now, credential),
    credential: JSON.parse(credential.signed.json) as JsonObject,
    jwt: credential.signed.jwt,
    evidence: credential.evidenceFindings,
    work: loggedWork(history, now),
    successorId,
  };
}

/** The answer to what issued a badge in the place of another, or found the one that an earlier request issued. */
export function issuedAnswer(base: string, now: Date, issued: CredentialWithHistory & { readonly replayed: boolean }) {
  return {
    status: issued.replayed ? (200 as const) : (201 as const),
    body: representCredential(base, now, issued),
    headers: { location: `${base}/v1/credentials/${issued.credential.id}`, ...versionLinks(base, issued) },
  };
}

function stateOf(credential: CredentialRecord, now: Date): CredentialSummary['state'] {
  const { revoked, suspended, superseded, validFrom, validUntil } = credential;
  if (isErased(credential)) return 'erased';
  if (revoked !== null) return 'revoked';
  if (suspended !== null) return 'suspended';
  if (superseded) return 'superseded';
  if (validFrom > now) return 'not-yet-valid';
  return validUntil !== null && validUntil <= now ? 'expired' : 'current';
}

/** Leads from a badge in this API to the one that renews it, and to the one that it renews (RFC 5829). */
export function versionLinks(base: string, { credential, successorId }: CredentialWithHistory): { readonly link?: string } {
  const links = [
    [successorId, 'successor-version'],
    [credential.predecessorId, 'predecessor-version'],
  ] as const;
  const written = links.flatMap(([id, rel]) => (id === null ? [] : [`<${base}/v1/credentials/${id}>; rel="${rel}"`]));
  return written.length === 0 ? {} : { link: written.join(', ') };
}

const NOBODY = { id: null, name: null, url: null };

export function representEndorsement(base: string, record: EndorsementRecord): Endorsement {
  const { id, credentialId, form, body, assessorId, createdAt } = record;
  const view = readEndorsement(record);
  return {
    id,
    credentialId,
    url: endorsementUrl(credentialUrl(base, credentialId), id),
    endorser: view?.endorser ?? NOBODY,
    comment: view?.comment ?? null,
    signedHere: assessorId !== null,
    createdAt: createdAt.toISOString(),
    credential: form === 'json' ? (JSON.parse(body) as JsonObject) : null,
    jwt: form === 'jwt' ? body : null,
  };
}

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
    evidence: evidenceOf(credential)[n - 1]?.id ?? '',
    for: forWhom,
    state: viewingLinkState(link, now),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    maxViews,
    views,
    viewedAt: viewedAt.map((at) => at.toISOString()),
  };
}

function viewingLinkState({ revokedAt, expiresAt, maxViews, views }: ViewingLinkRecord, now: Date): ViewingLink['state'] {
  if (revokedAt !== null) return 'revoked';
  if (expiresAt <= now) return 'expired';
  return maxViews !== null && views >= maxViews ? 'used-up' : 'open';
}
