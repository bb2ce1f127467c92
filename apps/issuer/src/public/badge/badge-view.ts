import type { Achievement, Evidence, IdentityObject, Json, JsonObject, Result, UnsignedCredential } from '@proofmark/schemas';
import type { ShownEndorsement } from '../endorsement/endorsements.js';
import type { KnownWork } from '../evidence/known-evidence.js';
import { hostOfDid } from '../layout/addresses.js';
import { instant } from '../layout/dates.js';
import type { IssuerOfPage } from '../layout/issuer-links.js';
import type { PublicCredential } from '../reads.js';

/** The badges before and after one, by id; null where there is none. */
export interface Versions {
  readonly successor: string | null;
  readonly predecessor: string | null;
}

/** All that the page of one badge depends on. */
export interface BadgePage {
  readonly id: string;
  readonly badge: BadgeView;
  readonly state: BadgeState;
  readonly test: boolean;
  readonly issuer: IssuerOfPage;
  /** The number of the issuer's page on LinkedIn, when it gave one. */
  readonly organizationId: string | null;
  readonly hasJwt: boolean;
  /** What the issuer knows of each piece of work, by its `id`. */
  readonly known: ReadonlyMap<string, KnownWork>;
  readonly versions: Versions;
  readonly endorsements: readonly ShownEndorsement[];
}

/** What a page shows of a badge: the words that were signed, all of them foreign text. */
export interface BadgeView {
  readonly title: string;
  readonly description: string;
  readonly language: string | null;
  readonly issuer: { readonly did: string; readonly host: string; readonly name: string; readonly url: string | null };
  readonly recipient: { readonly name: string | null; readonly hasHashedEmail: boolean; readonly did: string | null };
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
  readonly evidence: readonly Evidence[];
  readonly narrative: string | null;
  readonly results: readonly {
    /** Null where the badge gives it none. */ readonly name: string | null;
    readonly values: readonly string[];
  }[];
  readonly achievement: Achievement;
  readonly hasStatus: boolean;
}

/**
 * Reads a stored credential for display.
 * @throws SyntaxError when the text is not JSON: the store is damaged
 */
export function badgeView(json: string): BadgeView {
  const badge = JSON.parse(json) as UnsignedCredential;
  const subject = badge.credentialSubject;
  const { achievement } = subject;
  return {
    title: badge.name ?? achievement.name,
    description: achievement.description,
    language: achievement.inLanguage ?? null,
    issuer: { did: badge.issuer.id, host: hostOfDid(badge.issuer.id), name: badge.issuer.name, url: badge.issuer.url ?? null },
    recipient: recipientOf(subject.id, subject.identifier ?? []),
    validFrom: instant(badge.validFrom),
    validUntil: instant(badge.validUntil ?? null),
    evidence: badge.evidence ?? [],
    narrative: subject.narrative ?? null,
    results: (subject.result ?? []).flatMap((result) => readResult(result, achievement)),
    achievement,
    hasStatus: badge.credentialStatus !== undefined,
  };
}

function recipientOf(id: string, identities: readonly IdentityObject[]): BadgeView['recipient'] {
  const name = identities.find((identity) => identity.identityType === 'name' && !identity.hashed);
  const hasHashedEmail = identities.some((identity) => identity.identityType === 'emailAddress' && identity.hashed);
  return { name: name?.identityHash ?? null, hasHashedEmail, did: id.startsWith('did:') ? id : null };
}

function readResult(result: Result, achievement: Achievement): BadgeView['results'] {
  const description = achievement.resultDescription?.find((candidate) => candidate.id === result.resultDescription);
  const level = description?.rubricCriterionLevel?.find((candidate) => candidate.id === result.achievedLevel);
  const values = [result.value, level?.name, result.status].filter((part) => part !== undefined);
  return values.length === 0 ? [] : [{ name: description?.name ?? null, values }];
}

/** A member that is text, or null. */
export function textMember(object: JsonObject, name: string): string | null {
  const value: Json | undefined = object[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Where a badge stands in time, as its issuer's own records have it. */
export type BadgeState =
  | { readonly kind: 'standing' }
  | { readonly kind: 'revoked' | 'suspended'; readonly at: Date; readonly reason: string | null }
  | { readonly kind: 'expired'; readonly since: Date }
  | { readonly kind: 'not-yet'; readonly from: Date };

/** Withdrawal first, for it outlives all dates, then suspension; a badge is valid up to and including the second of `validUntil`. */
export function badgeState(
  dates: { readonly validFrom: Date | null; readonly validUntil: Date | null },
  { revoked, suspended }: Pick<PublicCredential, 'revoked' | 'suspended'>,
  now: Date,
): BadgeState {
  if (revoked !== null) return { kind: 'revoked', ...revoked };
  if (suspended !== null) return { kind: 'suspended', ...suspended };
  if (dates.validUntil !== null && dates.validUntil < now) return { kind: 'expired', since: dates.validUntil };
  if (dates.validFrom !== null && dates.validFrom > now) return { kind: 'not-yet', from: dates.validFrom };
  return { kind: 'standing' };
}

/** When the state of a badge changes by itself the next time; null when it does not. */
export function nextTurn(
  { validFrom, validUntil }: { readonly validFrom: Date | null; readonly validUntil: Date | null },
  now: Date,
): Date | null {
  const ends = validUntil === null ? null : validUntil.getTime() + 1;
  const turns = [validFrom?.getTime() ?? null, ends].filter((turn): turn is number => turn !== null && turn > now.getTime());
  return turns.length === 0 ? null : new Date(Math.min(...turns));
}

/** Whether the issuer took the badge back, for good or for now. */
export function isOutOfForce({ kind }: BadgeState): boolean {
  return kind === 'revoked' || kind === 'suspended';
}
