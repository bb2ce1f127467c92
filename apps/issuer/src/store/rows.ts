import type { EvidenceFinding } from '@proofmark/schemas/api';
import type { Selectable } from 'kysely';
import type {
  AchievementRecord,
  ApiEventRecord,
  ApiKeyRecord,
  CredentialRecord,
  EndorsementRecord,
  IssuerDomainRecord,
  IssuerRecord,
  SigningKeyRecord,
} from '../issuing/records.js';
import type {
  AchievementTable,
  ApiEventTable,
  ApiKeyTable,
  CredentialTable,
  EndorsementTable,
  IssuerDomainTable,
  IssuerTable,
  SigningKeyTable,
} from './database.js';

export function toIssuer(row: Selectable<IssuerTable>): IssuerRecord {
  const { id, slug, mode, did, name, url, profile } = row;
  return { id, slug, mode, did, name, url, profile, createdAt: row.created_at, updatedAt: row.updated_at };
}

export function toSigningKey(row: Selectable<SigningKeyTable>): SigningKeyRecord {
  return {
    issuerId: row.issuer_id,
    id: row.id,
    algorithm: row.algorithm,
    publicJwk: row.public_jwk,
    verificationMethod: row.verification_method,
    createdAt: row.created_at,
    retiredAt: row.retired_at,
  };
}

export function toIssuerDomain(row: Selectable<IssuerDomainTable>): IssuerDomainRecord {
  const { id, origin, credential } = row;
  return { issuerId: row.issuer_id, id, origin, credential, validUntil: row.valid_until, createdAt: row.created_at };
}

export function toApiKey(row: Omit<Selectable<ApiKeyTable>, 'hash'>): ApiKeyRecord {
  return {
    id: row.id,
    issuerId: row.issuer_id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes as ApiKeyRecord['scopes'],
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  };
}

export function toAchievement(row: Omit<Selectable<AchievementTable>, 'image_bytes' | 'image_media_type'>): AchievementRecord {
  return {
    issuerId: row.issuer_id,
    id: row.id,
    definition: row.definition as AchievementRecord['definition'],
    evidencePolicy: row.evidence_policy as AchievementRecord['evidencePolicy'],
    validFor: row.valid_for,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    archivedAt: row.archived_at,
  };
}

export function toCredential(row: Selectable<CredentialTable> & { revoked_reason: string | null }): CredentialRecord {
  return {
    issuerId: row.issuer_id,
    id: row.id,
    achievementId: row.achievement_id,
    statusListId: row.status_list_id,
    statusIndex: row.status_index,
    unsigned: row.unsigned,
    proofCreated: row.proof_created,
    dataIntegrityKey: row.data_integrity_key,
    jwtKey: row.jwt_key,
    evidenceFindings: toFindings(row.evidence_findings),
    apiKeyId: row.api_key_id,
    recipientLookup: row.recipient_lookup,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    createdAt: row.created_at,
    signed: row.signed_json === null || row.signed_jwt === null ? null : { json: row.signed_json, jwt: row.signed_jwt },
    revoked: row.revoked_at === null ? null : { at: row.revoked_at, reason: row.revoked_reason },
    predecessorId: row.predecessor_id,
    erasedAt: row.erased_at,
  };
}

export function toEndorsement(row: Selectable<EndorsementTable>): EndorsementRecord {
  const { id, form, body } = row;
  const keys = { issuerId: row.issuer_id, credentialId: row.credential_id, assessorId: row.assessor_id, apiKeyId: row.api_key_id };
  return { ...keys, id, form, body, createdAt: row.created_at };
}

export function toApiEvent(row: Selectable<ApiEventTable>): ApiEventRecord {
  const { id, data, at } = row;
  return { issuerId: row.issuer_id, id, type: row.type as ApiEventRecord['type'], credentialId: row.credential_id, data, at };
}

/** Findings of badges that were issued before repositories were read lack what was not known then. */
export function toFindings(stored: object): readonly EvidenceFinding[] {
  const unknown = { permalink: null, swhids: [], changedAt: null, problems: [], git: null, kept: [], theirs: [] };
  return (stored as readonly EvidenceFinding[]).map((finding) => ({ ...unknown, ...finding }));
}
