import type { Achievement, JsonObject } from '@proofmark/schemas';
import type { EvidencePolicy } from '@proofmark/schemas/api';
import type { SignedEndorsement } from '../issuing/monitoring/signed-endorsement.js';
import type { WorkHistory } from '../issuing/monitoring/work-log.js';

/** An issuer as the public may see it. `name`, `url` and `profile` are what the issuer says of itself. */
export interface PublicIssuer {
  readonly id: string;
  readonly slug: string;
  readonly mode: 'live' | 'test';
  readonly did: string;
  readonly name: string;
  readonly url: string | null;
  readonly profile: JsonObject;
  /** Since when, and why, the operator of the service has suspended it; null as a rule. */
  readonly suspended: { readonly at: Date; readonly reason: string } | null;
}

/** A badge in the forms in which it was signed, once, at issue. */
export interface PublicCredential {
  readonly id: string;
  readonly issuer: PublicIssuer;
  readonly achievementId: string;
  /** The credential with its embedded proof: exactly the bytes that were stored when it was signed. */
  readonly json: string;
  /** The VC-JWT in compact form, or null when the badge has none. */
  readonly jwt: string | null;
  /** Null while the badge stands. */
  readonly revoked: { readonly at: Date; readonly reason: string | null } | null;
  /** Null unless it is suspended now. */
  readonly suspended: { readonly at: Date; readonly reason: string | null } | null;
  /** The ids of the badge that renews this one and stands, and of the one that this renews; null where there is none. */
  readonly successor: string | null;
  readonly predecessor: string | null;
  /** Whether the learner wants no page of it for people. */
  readonly hidden: boolean;
  /** Whether the learner agreed that search engines list it. */
  readonly indexed: boolean;
}

/** One public key of an issuer, current or retired. */
export interface PublicSigningKey {
  readonly issuerDid: string;
  readonly slug: string;
  readonly algorithm: string;
  readonly jwk: JsonObject;
  /** The absolute DID URL of the key. */
  readonly verificationMethod: string;
  readonly createdAt: Date;
  readonly retiredAt: Date | null;
  /** Since when it must not be relied on, and why. */
  readonly revoked: { readonly at: Date; readonly reason: string | null } | null;
}

/** An achievement as it is defined now; a badge carries its own copy of the day it was issued. */
export interface PublicAchievement {
  readonly id: string;
  readonly issuer: PublicIssuer;
  readonly definition: Achievement;
  readonly evidencePolicy: EvidencePolicy;
  readonly hasImage: boolean;
}

/** The image that the provider gave. */
export interface ProvidedImage {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A status list, by its tenant, its number and its purpose. */
export interface PublicStatusListKey {
  readonly issuerId: string;
  readonly listId: number;
  readonly purpose: 'revocation' | 'suspension';
}

/** A signed status list. */
export interface PublicStatusList extends PublicStatusListKey {
  readonly body: string;
}

/** What the public side reads. Every answer is null for what does not exist; ids are already well-formed. */
export interface PublicReads {
  findCredential(id: string): Promise<PublicCredential | null>;
  /** Whether there was a badge of this id. */
  wasErased(id: string): Promise<boolean>;
  /** What is known of the work of a badge since it was issued. */
  findWorkHistory(credentialId: string): Promise<WorkHistory | null>;
  /** One signed endorsement of a badge. */
  findEndorsement(credentialId: string, id: string): Promise<SignedEndorsement | null>;
  /** Whether an issuer has an assessor of this id. */
  hasAssessor(issuerId: string, id: string): Promise<boolean>;
  /** The evidence report of a badge, in its exact bytes (UTF-8). */
  findEvidenceReport(credentialId: string): Promise<{ readonly body: string } | null>;
  /** The copy of a badge's n-th piece of work. */
  findCapture(credentialId: string, n: number): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array } | null>;
  findIssuerBySlug(slug: string): Promise<PublicIssuer | null>;
  /** The keys that an issuer publishes, oldest first: not those that were retired and signed nothing, and of many revoked ones the latest. */
  listSigningKeys(issuerId: string): Promise<readonly PublicSigningKey[]>;
  /** The signed head of an issuer's record; null while there is none. */
  findRecordHead(issuerId: string): Promise<{ readonly body: string } | null>;
  /** The keys that sign an issuer's record, the present one first; null while there is none. */
  listRecordKeys(issuerId: string): Promise<readonly PublicSigningKey[] | null>;
  /** One signed file of a record. */
  findRecordFile(issuerId: string, list: number, block: number): Promise<{ readonly body: string } | null>;
  /** The salt of the commitment to a badge; null as well when it was destroyed with the badge, or the badge is not in the record yet. */
  findRecordSalt(id: string): Promise<Uint8Array | null>;
  /** Keys of every issuer that were not revoked: the active ones first, then the newest, up to `limit`. */
  listKeysOfAll(limit: number): Promise<readonly PublicSigningKey[]>;
  /** The issuer of a DID. */
  findIssuerByDid(did: string): Promise<PublicIssuer | null>;
  /** The origins of the web domains that an issuer claims, oldest first. */
  listDomains(issuerId: string): Promise<readonly string[]>;
  /**
   * The signed list with this number, as it is in the primary database: never from a copy that may lag behind. `slug` is its issuer's, and null for
   * a list of before, whose address names none.
   */
  findStatusListDocument(slug: string | null, list: number, purpose: PublicStatusListKey['purpose']): Promise<PublicStatusList | null>;
  findAchievement(id: string): Promise<PublicAchievement | null>;
  findImage(achievementId: string): Promise<ProvidedImage | null>;
}
