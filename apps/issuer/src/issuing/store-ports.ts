import type { CredentialState } from '@proofmark/schemas/api';
import type { EvidenceRepository, ViewingRepository } from './evidence-ports.js';
import type { JobRepository } from './jobs.js';
import type { EndorsementRepository, ErasureRepository, EventRepository, WorkRepository } from './life-ports.js';
import type {
  AchievementRecord,
  ApiKeyRecord,
  CredentialIntent,
  CredentialRecord,
  IssuerDomainRecord,
  IssuerRecord,
  SignedForms,
  SigningKeyRecord,
  StoredImage,
} from './records.js';

/** One page, in ascending order of id (ids are UUIDv7, so that is the order of making). */
export interface PageRequest {
  readonly limit: number;
  /** The id after which the page begins. */
  readonly after: string | null;
}

export interface IssuerRepository {
  /** False when the slug is taken. */
  insert(issuer: IssuerRecord): Promise<boolean>;
  find(issuerId: string): Promise<IssuerRecord | null>;
  /** Every issuer, or the one that is named. */
  list(only: string | null, page: PageRequest): Promise<readonly IssuerRecord[]>;
  update(issuer: IssuerRecord): Promise<void>;
  /** As `find`, and keeps the row from being changed by others until the transaction ends. */
  lock(issuerId: string): Promise<IssuerRecord | null>;
}

export interface SigningKeyRepository {
  insert(key: SigningKeyRecord): Promise<void>;
  find(issuerId: string, id: string): Promise<SigningKeyRecord | null>;
  /** Oldest first, retired ones included. */
  list(issuerId: string): Promise<readonly SigningKeyRecord[]>;
  active(issuerId: string, algorithm: SigningKeyRecord['algorithm']): Promise<SigningKeyRecord | null>;
  retire(issuerId: string, id: string, at: Date): Promise<void>;
}

export interface IssuerDomainRepository {
  insert(domain: IssuerDomainRecord): Promise<void>;
  find(issuerId: string, id: string): Promise<IssuerDomainRecord | null>;
  /** Oldest first. */
  list(issuerId: string): Promise<readonly IssuerDomainRecord[]>;
  /** Puts a newly signed credential in the place of the old one. */
  renew(domain: IssuerDomainRecord): Promise<void>;
  /** False when there is none. */
  remove(issuerId: string, id: string): Promise<boolean>;
}

export interface ApiKeyRepository {
  insert(key: ApiKeyRecord, hash: Uint8Array): Promise<void>;
  findByHash(hash: Uint8Array): Promise<ApiKeyRecord | null>;
  /** The keys of one issuer; with null, the admin keys. */
  list(issuerId: string | null, page: PageRequest): Promise<readonly ApiKeyRecord[]>;
  find(issuerId: string | null, id: string): Promise<ApiKeyRecord | null>;
  revoke(issuerId: string | null, id: string, at: Date): Promise<void>;
  /** Whose key this is; undefined when there is none. Only for admin keys, which may act for every tenant. */
  tenantOf(id: string): Promise<string | null | undefined>;
  /** Waits for others that make a first admin key, then answers whether one was ever made. */
  lockAdminKeys(): Promise<{ readonly any: boolean }>;
}

export interface AchievementRepository {
  insert(achievement: AchievementRecord, image: StoredImage | null): Promise<void>;
  find(issuerId: string, id: string): Promise<AchievementRecord | null>;
  lock(issuerId: string, id: string): Promise<AchievementRecord | null>;
  list(issuerId: string, page: PageRequest): Promise<readonly AchievementRecord[]>;
  /** `image` undefined leaves the image alone, null removes it. */
  update(achievement: AchievementRecord, image: StoredImage | null | undefined): Promise<void>;
  tenantOf(id: string): Promise<string | null>;
}

export interface CredentialFilter {
  readonly achievementId: string | null;
  readonly recipientLookup: Uint8Array | null;
  readonly state: CredentialState | null;
  readonly now: Date;
}

export interface CredentialRepository {
  insert(intent: CredentialIntent): Promise<void>;
  find(issuerId: string, id: string): Promise<CredentialRecord | null>;
  /** As `find`, and keeps others from changing the row until the transaction ends. */
  lock(issuerId: string, id: string): Promise<CredentialRecord | null>;
  /** Stores the signed forms unless there are some already; answers those that count, and whether they are these. */
  storeSigned(issuerId: string, id: string, forms: SignedForms, at: Date): Promise<SignedForms & { readonly first: boolean }>;
  /** The newest badge that renews this one and was neither withdrawn nor erased; it may not be signed yet. */
  findSuccessor(issuerId: string, id: string): Promise<string | null>;
  /** Signed badges only. */
  list(issuerId: string, filter: CredentialFilter, page: PageRequest): Promise<readonly CredentialRecord[]>;
  markRevoked(issuerId: string, id: string, at: Date): Promise<void>;
  tenantOf(id: string): Promise<string | null>;
  /** Badges of every issuer that were committed and not yet signed. For recovery. */
  listUnsigned(page: PageRequest): Promise<readonly CredentialRecord[]>;
}

/** A position in a status list's order of allocation; the index is its image under the list's permutation. */
export interface Allocation {
  readonly listId: number;
  readonly position: number;
  readonly length: number;
  readonly permutationKey: Uint8Array;
}

export interface StatusEvent {
  readonly issuerId: string;
  readonly credentialId: string;
  readonly listId: number;
  readonly index: number;
  readonly value: boolean;
  readonly reason: string | null;
  readonly apiKeyId: string | null;
  readonly at: Date;
}

export interface StatusListDocument {
  readonly issuerId: string;
  readonly listId: number;
  /** The last journal entry that the list contains; 0 for none. */
  readonly seq: number;
  readonly body: string;
  readonly signedAt: Date;
}

export interface StatusListRepository {
  /** Takes the next position of the issuer's open list; null when there is none, or it is full, or another database cluster opened it. */
  allocate(issuerId: string): Promise<Allocation | null>;
  /** Lets one transaction at a time open a list for this issuer. */
  lockOpening(issuerId: string): Promise<void>;
  /** Begins a list in the name of this database cluster; answers its id. */
  open(issuerId: string, list: { readonly length: number; readonly permutationKey: Uint8Array; readonly at: Date }): Promise<number>;
  /** Waits until nobody else rewrites this list's document. */
  lockDocument(issuerId: string, listId: number): Promise<{ readonly length: number } | null>;
  /** Appends to the journal; answers the entry's number. */
  append(event: StatusEvent): Promise<number>;
  /** The indices that the journal says are set. */
  setIndices(issuerId: string, listId: number): Promise<readonly number[]>;
  saveDocument(document: StatusListDocument): Promise<void>;
}

/** What an `Idempotency-Key` stands for. */
export interface IdempotencyClaim {
  readonly owner: string;
  readonly key: string;
  readonly requestHash: Uint8Array;
  /** Names this attempt. */
  readonly holder: string;
}

export type ClaimOutcome =
  | { readonly outcome: 'claimed' }
  | { readonly outcome: 'other-request' }
  | { readonly outcome: 'in-progress' }
  | ({ readonly outcome: 'done' } & Made);

/** What a request made. */
export interface Made {
  readonly issuerId: string;
  readonly credentialId: string;
  /** Of this badge, when that is what was made; null for the badge itself. */
  readonly endorsementId: string | null;
}

export interface IdempotencyRepository {
  /** Takes the key for `leaseSeconds`, or says who has it. An abandoned claim is taken over. */
  claim(claim: IdempotencyClaim, leaseSeconds: number): Promise<ClaimOutcome>;
  /** Ties the key to what was made, in the transaction that makes it; false when the claim was lost to another attempt. */
  attach(claim: IdempotencyClaim, made: Made): Promise<boolean>;
  /** Gives the key back after a refusal, so that a corrected request may use it. */
  release(claim: IdempotencyClaim): Promise<void>;
  /** Gives back every key that leads to no badge. Only for a process that has the database to itself and runs no request yet. */
  releaseAbandoned(): Promise<void>;
}

export interface Repositories {
  readonly issuers: IssuerRepository;
  readonly signingKeys: SigningKeyRepository;
  readonly domains: IssuerDomainRepository;
  readonly apiKeys: ApiKeyRepository;
  readonly achievements: AchievementRepository;
  readonly credentials: CredentialRepository;
  readonly evidence: EvidenceRepository;
  readonly viewings: ViewingRepository;
  readonly statusLists: StatusListRepository;
  readonly idempotency: IdempotencyRepository;
  readonly work: WorkRepository;
  readonly endorsements: EndorsementRepository;
  readonly events: EventRepository;
  readonly erasure: ErasureRepository;
  readonly jobs: JobRepository;
}

/** The database. Outside of `transaction` every call is its own. */
export interface Store extends Repositories {
  /** Runs `work` in one transaction: committed when it answers, rolled back when it throws and when its answer is a refusal (`ok: false`). */
  transaction<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>;
}
