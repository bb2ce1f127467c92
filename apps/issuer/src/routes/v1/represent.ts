import { didConfiguration } from '@proofmark/proofs/sign';
import { achievementUrl, credentialUrl, issuerUrl, type JsonObject, workLogUrl } from '@proofmark/schemas';
import type {
  AchievementResource,
  ApiKey,
  CredentialResource,
  CredentialSummary,
  Issuer,
  IssuerDomain,
  SigningKey,
} from '@proofmark/schemas/api';
import { isErased } from '../../issuing/access/load-credential.js';
import type { CredentialWithHistory } from '../../issuing/monitoring/credential-history.js';
import { loggedWork } from '../../issuing/monitoring/work-log.js';
import type {
  AchievementRecord,
  ApiKeyRecord,
  CredentialRecord,
  IssuerDomainRecord,
  IssuerRecord,
  SigningKeyRecord,
} from '../../issuing/records.js';

export function representIssuer(base: string, issuer: IssuerRecord): Issuer {
  const { id, slug, mode, did, name, url, profile } = issuer;
  const html = issuerUrl(base, slug);
  return {
    id,
    slug,
    mode,
    did,
    name,
    url,
    description: profile.description ?? null,
    email: profile.email ?? null,
    image: profile.image ?? null,
    linkedinOrganizationId: profile.linkedinOrganizationId ?? null,
    createdAt: issuer.createdAt.toISOString(),
    updatedAt: issuer.updatedAt.toISOString(),
    links: { html, did: `${html}/did.json`, jwks: `${html}/jwks.json` },
  };
}

export function representDomain({ issuerId, id, origin, credential, validUntil, createdAt }: IssuerDomainRecord): IssuerDomain {
  return {
    id,
    issuerId,
    origin,
    hostAt: `${origin}/.well-known/did-configuration.json`,
    document: didConfiguration([credential]),
    validUntil: validUntil.toISOString(),
    createdAt: createdAt.toISOString(),
  };
}

export function representAchievement(base: string, achievement: AchievementRecord): AchievementResource {
  const { id, issuerId, definition, evidencePolicy, validFor, archivedAt, createdAt, updatedAt } = achievement;
  return {
    id,
    issuerId,
    url: achievementUrl(base, id),
    achievement: definition,
    evidencePolicy,
    validFor,
    archivedAt: archivedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function representCredentialSummary(base: string, now: Date, credential: CredentialRecord): CredentialSummary {
  const { id, issuerId, achievementId, createdAt, validFrom, validUntil, revoked, predecessorId, erasedAt } = credential;
  const url = credentialUrl(base, id);
  return {
    id,
    url,
    issuerId,
    achievementId,
    state: stateOf(credential, now),
    issuedAt: createdAt.toISOString(),
    validFrom: validFrom.toISOString(),
    validUntil: validUntil?.toISOString() ?? null,
    revoked: revoked === null ? null : { at: revoked.at.toISOString(), reason: revoked.reason },
    erasedAt: erasedAt?.toISOString() ?? null,
    predecessorId,
    links: { html: url, jsonld: `${url}.jsonld`, jwt: `${url}.jwt`, png: `${url}.png`, svg: `${url}.svg`, workLog: workLogUrl(url) },
  };
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

function stateOf(credential: CredentialRecord, now: Date): CredentialSummary['state'] {
  const { revoked, validFrom, validUntil } = credential;
  if (isErased(credential)) return 'erased';
  if (revoked !== null) return 'revoked';
  if (validFrom > now) return 'not-yet-valid';
  return validUntil !== null && validUntil <= now ? 'expired' : 'current';
}

export function representApiKey(key: ApiKeyRecord): ApiKey {
  const { id, name, prefix, issuerId, scopes, createdAt, expiresAt, revokedAt } = key;
  return {
    id,
    name,
    prefix,
    issuerId,
    scopes,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}

export function representSigningKey(key: SigningKeyRecord): SigningKey {
  const { id, algorithm, verificationMethod, publicJwk, createdAt, retiredAt } = key;
  return {
    id,
    algorithm,
    verificationMethod,
    publicJwk,
    createdAt: createdAt.toISOString(),
    retiredAt: retiredAt?.toISOString() ?? null,
  };
}
