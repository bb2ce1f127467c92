import { ISSUER_ID, KEY_ID, LINK_ID, type Member, type Members, member, ORGANISATION_ID, PERSON_ID, seldom, time } from './member.js';

const TOKEN = 'Vb3k9s0xQm7ZtYc1LrWnPe5uHg2aDf8jKo4iNq6wTzE';
const ROLE = '`owner`, `issuer`, `assessor` or `viewer`.';

const LANGUAGE = member('The language of the mail: a BCP 47 tag. English when absent, or where there are no texts in it.', 'de');

const SESSION: Readonly<Record<string, Member>> = {
  id: member('The id of the session: a UUID.', LINK_ID),
  userAgent: member('What the browser calls itself; null where it does not.', 'Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0'),
  createdAt: time('When it began.'),
  seenAt: time('When something was last asked in it, to five minutes.'),
  expiresAt: time('When it ends at the latest.', '2026-12-28T09:30:00.000Z'),
  current: member('true for the session that asks.', true),
};

export const PEOPLE: Members = {
  Person: {
    id: member('The id of the person: a UUID.', PERSON_ID),
    email: member('Their address, as the service compares it.', 'grace@school.example'),
    name: member('Their name, as they wrote it.', 'Grace Hopper'),
    emailVerified: member('true when they opened a link that was sent to the address.', true),
  },
  PersonSession: SESSION,
  BegunPersonSession: {
    personId: member('The id of the person: a UUID.', PERSON_ID),
    sessionId: member('The id of the session: a UUID.', LINK_ID),
  },
  PersonSessionList: { data: member('The sessions.') },
  Organisation: {
    id: member('The id of the organisation: a UUID.', ORGANISATION_ID),
    name: member('Its name.', 'Riverside College'),
    createdAt: time('When it was made.'),
    issuerIds: member('The ids of its issuers.', [ISSUER_ID]),
    role: member(`What the person who asks is there: ${ROLE}`, 'owner'),
  },
  OrganisationList: { data: member('The organisations.') },
  Me: {
    person: member('Who is signed in.'),
    session: member('The session that asks.'),
    organisations: member('The organisations in which they are.'),
    settings: member('What they chose for themselves.'),
  },
  PersonSettings: {
    assessmentMails: member('Whether they want a mail, at most once a day, when badges wait for them as an assessor.', true),
    language: member('The language of mails to them: a BCP 47 tag; null where none is known.', 'de'),
  },
  BecomeOwner: {
    token: member('What stands after the # in the link: `pm_owner_` and 43 characters.', `pm_owner_${TOKEN}`),
    email: member('The address with which they will sign in.', 'grace@school.example'),
    name: member('Their name, 1 to 200 characters.', 'Grace Hopper'),
    organisation: member('The name of their organisation, 1 to 200 characters.', 'Riverside College'),
  },
  CreateSignInLink: { email: member('The address of somebody who can sign in.', 'grace@school.example'), language: LANGUAGE },
  CreateSession: { token: member('What stands after the # in the link: `pm_signin_` and 43 characters.', `pm_signin_${TOKEN}`) },
  GiveIssuer: {
    organisationId: member('The organisation that gets it: a UUID.', ORGANISATION_ID),
    from: seldom('The organisation to which it belongs now; null for none.', ORGANISATION_ID),
  },
  UpdateMe: {
    name: member('The new name, 1 to 200 characters.', 'Grace Hopper'),
    assessmentMails: member('Whether they want a mail when badges wait for them as an assessor.', false),
    language: seldom('The language of mails to them: a BCP 47 tag.', 'de'),
  },
  UpdateOrganisation: { name: member('Its new name, 1 to 200 characters.', 'Riverside College') },
  Member: {
    person: member('Who it is.'),
    role: member(`What they are there: ${ROLE}`, 'issuer'),
    since: time('Since when.'),
  },
  MemberList: { data: member('The members.') },
  UpdateMember: { role: member(`What they are from now on: ${ROLE}`, 'issuer') },
  CreateInvitation: {
    email: member('To which address the mail goes.', 'joan@school.example'),
    role: member(`What they will be: ${ROLE}`, 'issuer'),
    language: LANGUAGE,
  },
  Invitation: {
    id: member('The id of the invitation: a UUID.', KEY_ID),
    email: member('To which address the mail went.', 'joan@school.example'),
    role: member(`What they will be: ${ROLE}`, 'issuer'),
    invitedBy: member('The id of the person who invited.', PERSON_ID),
    createdAt: time('When it was sent.'),
    expiresAt: time('Until when it can be accepted.', '2026-12-05T09:30:00.000Z'),
  },
  InvitationList: { data: member('The invitations.') },
  AcceptInvitation: {
    token: member('What stands after the # in the link: `pm_invite_` and 43 characters.', `pm_invite_${TOKEN}`),
    name: member('Their name, 1 to 200 characters; who can sign in already keeps theirs.', 'Joan Clarke'),
  },
};
