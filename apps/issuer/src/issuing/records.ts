import type { Achievement } from '@proofmark/schemas';
import type { ApiEventType, EvidenceFinding, EvidencePolicy, Scope } from '@proofmark/schemas/api';
import type { ArchiveName, KeptCopy } from '@proofmark/schemas/work';

/** What an issuer says of itself beside name and URL. Absent members were not given. */
export interface ProfileExtras {
  readonly description?: string;
  readonly email?: string;
  readonly image?: string;
  readonly linkedinOrganizationId?: string;
}

export interface IssuerRecord {
  readonly id: string;
  readonly slug: string;
  readonly mode: 'live' | 'test';
  readonly did: string;
  readonly name: string;
  readonly url: string | null;
  readonly profile: ProfileExtras;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The public half of a signing key. `id` is its JWK thumbprint, by which the key store knows it. */
export interface SigningKeyRecord {
  readonly issuerId: string;
  readonly id: string;
  readonly algorithm: 'Ed25519' | 'ES256' | 'RS256';
  readonly publicJwk: Readonly<Record<string, string>>;
  readonly verificationMethod: string;
  readonly createdAt: Date;
  readonly retiredAt: Date | null;
}

/** A web domain that an issuer claims. `credential` is the signed token which the domain has to host. */
export interface IssuerDomainRecord {
  readonly issuerId: string;
  readonly id: string;
  readonly origin: string;
  readonly credential: string;
  readonly validUntil: Date;
  readonly createdAt: Date;
}

export interface ApiKeyRecord {
  readonly id: string;
  /** Null for an admin key. */
  readonly issuerId: string | null;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly (Scope | 'admin')[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

export interface StoredImage {
  readonly mediaType: 'image/png' | 'image/svg+xml';
  readonly bytes: Uint8Array;
}

export interface AchievementRecord {
  readonly issuerId: string;
  readonly id: string;
  /** As badges carry it. */
  readonly definition: Achievement;
  readonly evidencePolicy: EvidencePolicy;
  readonly validFor: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly archivedAt: Date | null;
}

/** The bytes of one piece of work that are kept. */
export interface StoredCopy {
  /** Which piece of work, from 1. */
  readonly n: number;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** That an archive is to save a piece of work, and what became of it. */
export interface ArchiveRequestRecord {
  readonly issuerId: string;
  readonly credentialId: string;
  /** Which piece of work, from 1. */
  readonly n: number;
  readonly archive: ArchiveName;
  readonly url: string;
  readonly swhid: string | null;
  readonly state: KeptCopy['state'];
  /** The archive's own name for what it does. */
  readonly job: string | null;
  /** Where the copy is, once it is kept. */
  readonly archivedUrl: string | null;
  readonly reason: string | null;
  readonly attempts: number;
  /** While it is `requested`, when to ask next; else since when that is so. */
  readonly at: Date;
  readonly askedAt: Date;
}

/** That somebody may look at private work. */
export interface ViewingLinkRecord {
  readonly issuerId: string;
  readonly credentialId: string;
  readonly id: string;
  /** Which piece of work, from 1. */
  readonly n: number;
  readonly forWhom: string;
  /** Null for as often as they like. */
  readonly maxViews: number | null;
  readonly views: number;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly apiKeyId: string | null;
  readonly createdAt: Date;
}

/** A badge as it stands before it is signed: all that signing needs, and nothing that a second run would decide otherwise. */
export interface CredentialIntent {
  readonly issuerId: string;
  readonly id: string;
  readonly achievementId: string;
  readonly statusListId: number;
  readonly statusIndex: number;
  /** The whole unsigned credential, as JSON text. */
  readonly unsigned: string;
  readonly proofCreated: Date;
  readonly dataIntegrityKey: string;
  readonly jwtKey: string;
  readonly evidenceFindings: readonly EvidenceFinding[];
  readonly apiKeyId: string | null;
  readonly recipientLookup: Uint8Array | null;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly createdAt: Date;
  /** The badge that this one renews. */
  readonly predecessorId: string | null;
}

export interface SignedForms {
  readonly json: string;
  readonly jwt: string;
}

export interface CredentialRecord extends CredentialIntent {
  /** Null between the first commit and the second, and of an erased badge. */
  readonly signed: SignedForms | null;
  readonly revoked: { readonly at: Date; readonly reason: string | null } | null;
  /** Null while the badge is there. An erased one has nothing of a person left. */
  readonly erasedAt: Date | null;
}

/** A signed endorsement of a badge. */
export interface EndorsementRecord {
  readonly issuerId: string;
  readonly credentialId: string;
  readonly id: string;
  /** Null when it was signed elsewhere. */
  readonly assessorId: string | null;
  readonly form: 'json' | 'jwt';
  /** As it was signed. */
  readonly body: string;
  readonly apiKeyId: string | null;
  readonly createdAt: Date;
}

/** Something that happened. Ids and times, nothing personal. */
export interface ApiEventRecord {
  readonly issuerId: string;
  readonly id: string;
  readonly type: ApiEventType;
  readonly credentialId: string;
  /** More ids, by what they are of. */
  readonly data: Readonly<Record<string, string>>;
  readonly at: Date;
}
