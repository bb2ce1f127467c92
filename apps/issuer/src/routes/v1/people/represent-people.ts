import type { Invitation, Me, Member, Organisation, Person, PersonSession } from '@proofmark/schemas/api';
import type { SignedIn } from '../../../issuing/people/get-me.js';
import type { MemberWithPerson } from '../../../issuing/people/members.js';
import type { InvitationRecord, OwnMembership, PersonRecord, SessionRecord } from '../../../store/index.js';

export function representPerson({ id, email, name, emailVerified }: PersonRecord): Person {
  return { id, email, name, emailVerified };
}

/** @param current the id of the session that asks; null for none */
export function representSession({ id, userAgent, createdAt, updatedAt, expiresAt }: SessionRecord, current: string | null): PersonSession {
  const times = { createdAt: createdAt.toISOString(), seenAt: updatedAt.toISOString(), expiresAt: expiresAt.toISOString() };
  return { id, userAgent, ...times, current: id === current };
}

export function representOrganisation({ organisation, role, issuerIds }: OwnMembership): Organisation {
  const { id, name, createdAt } = organisation;
  return { id, name, createdAt: createdAt.toISOString(), issuerIds, role };
}

export function representMe({ person, session, memberships }: SignedIn): Me {
  return {
    person: representPerson(person),
    session: representSession(session, session.id),
    organisations: memberships.map(representOrganisation),
    settings: { assessmentMails: person.assessmentMails, language: person.language },
  };
}

export function representMember({ person, membership: { role, createdAt } }: MemberWithPerson): Member {
  return { person: representPerson(person), role, since: createdAt.toISOString() };
}

export function representInvitation({ id, email, role, invitedBy, createdAt, expiresAt }: InvitationRecord): Invitation {
  return { id, email, role, invitedBy, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
}
