import type { Achievement, Evidence, IdentityObject, Json, JsonObject, Result, UnsignedCredential } from '@proofmark/schemas';
import { instant } from '../layout/dates.js';

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
  readonly results: readonly { readonly name: string; readonly values: readonly string[] }[];
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

/** The host of a did:web, as it is asked for; any other identifier stands for itself. */
export function hostOfDid(did: string): string {
  const authority = /^did:web:([^:#?]+)/.exec(did)?.[1];
  return authority === undefined ? did : authority.replace(/%3A/i, ':');
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
  return values.length === 0 ? [] : [{ name: description?.name ?? 'Result', values }];
}

/** A member that is text, or null. */
export function textMember(object: JsonObject, name: string): string | null {
  const value: Json | undefined = object[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
