import { didConfiguration } from '@proofmark/proofs/sign';
import { achievementUrl, issuerUrl } from '@proofmark/schemas';
import type { AchievementResource, ApiKey, Issuer, IssuerDomain, RecipientResource, SigningKey } from '@proofmark/schemas/api';
import { suspensionOf } from '../../issuing/issuers/suspension.js';
import type { OpenedRecipient } from '../../issuing/recipients/known-recipient.js';
import type { AchievementRecord, ApiKeyWithUse, IssuerDomainRecord, IssuerRecord, SigningKeyRecord } from '../../store/index.js';

export function representIssuer(base: string, issuer: IssuerRecord): Issuer {
  const { id, slug, mode, did, name, url, profile } = issuer;
  const html = issuerUrl(base, slug);
  const suspension = suspensionOf(issuer);
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
    imprintUrl: profile.imprintUrl ?? null,
    privacyUrl: profile.privacyUrl ?? null,
    badgeDesign: profile.badgeDesign ?? null,
    suspended: suspension === null ? null : { at: suspension.at.toISOString(), reason: suspension.reason },
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
  const { id, issuerId, definition, evidencePolicy, validFor, onDuplicate, assessment, archivedAt, createdAt, updatedAt } = achievement;
  return {
    id,
    issuerId,
    url: achievementUrl(base, id),
    achievement: definition,
    evidencePolicy,
    validFor,
    onDuplicate,
    assessment,
    archivedAt: archivedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function representRecipient({ id, issuerId, name, email, externalId, createdAt, updatedAt }: OpenedRecipient): RecipientResource {
  return { id, issuerId, name, email, externalId, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}

export function representApiKey(key: ApiKeyWithUse): ApiKey {
  const { id, name, prefix, issuerId, scopes, createdBy, personId, createdAt, expiresAt, revokedAt, lastUsedAt } = key;
  return {
    id,
    name,
    prefix,
    issuerId,
    scopes,
    createdBy,
    personId,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

export function representSigningKey(key: SigningKeyRecord & { readonly badgesToSignAgain?: number | null }): SigningKey {
  const { id, algorithm, purpose, verificationMethod, publicJwk, createdAt, retiredAt, revokedAt, revocationReason } = key;
  return {
    id,
    algorithm,
    purpose,
    verificationMethod,
    publicJwk,
    createdAt: createdAt.toISOString(),
    // A record key serves until it is revoked.
    retiredAt: purpose === 'record' ? (revokedAt?.toISOString() ?? null) : (retiredAt?.toISOString() ?? null),
    revokedAt: revokedAt?.toISOString() ?? null,
    revocationReason,
    badgesToSignAgain: key.badgesToSignAgain ?? null,
  };
}
