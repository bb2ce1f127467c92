import { z } from 'zod';
import { as, email, id, language, matching, text } from '../fields.js';
import { ROLES, type Role } from './roles.js';

/** Somebody who can sign in. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** Whether they showed that they read mail to that address. */
  readonly emailVerified: boolean;
}

/** A browser in which somebody is signed in. */
export interface PersonSession {
  readonly id: string;
  /** What the browser calls itself; null where it does not. */
  readonly userAgent: string | null;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly expiresAt: string;
  /** Whether it is the one that asks. */
  readonly current: boolean;
}

/** A session that has just begun. */
export interface BegunPersonSession {
  readonly personId: string;
  readonly sessionId: string;
}

/** An organisation, and what the person who asks is there. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  /** The issuers that belong to it. */
  readonly issuerIds: readonly string[];
  readonly role: Role;
}

/** Who is signed in, and what they may do. */
export interface Me {
  readonly person: Person;
  readonly session: PersonSession;
  readonly organisations: readonly Organisation[];
  readonly settings: PersonSettings;
}

/** What somebody has chosen for themselves. */
export interface PersonSettings {
  /** Whether they want a mail, at most once a day, when badges wait for them as an assessor. */
  readonly assessmentMails: boolean;
  /** The language of mails to them; null where none is known, and English is written. */
  readonly language: string | null;
}

/** The first owner of a service: makes the person and their organisation. */
export interface BecomeOwner {
  readonly token: string;
  readonly email: string;
  readonly name: string;
  readonly organisation: string;
}

export interface CreateSignInLink {
  readonly email: string;
  readonly language?: string | undefined;
}

export interface CreateSession {
  readonly token: string;
}

/** To which organisation an issuer is to belong. */
export interface GiveIssuer {
  readonly organisationId: string;
  /** The one to which it belongs now. */
  readonly from?: string | null | undefined;
}

/** What somebody changes of themselves. */
export interface UpdateMe {
  readonly name?: string | undefined;
  readonly assessmentMails?: boolean | undefined;
  readonly language?: string | undefined;
}

export interface UpdateOrganisation {
  readonly name: string;
}

export interface Member {
  readonly person: Person;
  readonly role: Role;
  readonly since: string;
}

export interface UpdateMember {
  readonly role: Role;
}

export interface CreateInvitation {
  readonly email: string;
  readonly role: Role;
  readonly language?: string | undefined;
}

export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  /** The id of the person who invited. */
  readonly invitedBy: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

export interface AcceptInvitation {
  readonly token: string;
  readonly name: string;
}

/** The text of a link that stands in a mail or a terminal: what it is for, and 256 random bits. */
const token = (form: RegExp) => matching(form, 80, 'no-such-value', 'is not what stands in such a link after the #: copy the link whole');

const TOKEN = 'Vb3k9s0xQm7ZtYc1LrWnPe5uHg2aDf8jKo4iNq6wTzE';

export const personSchema: z.ZodType<Person> = z
  .object({ id: z.string(), email: z.string(), name: z.string(), emailVerified: z.boolean() })
  .meta({ id: 'Person' });

export const begunSessionSchema: z.ZodType<BegunPersonSession> = z
  .object({ personId: id(), sessionId: id() })
  .meta({ id: 'BegunPersonSession' });

const personSessionSchema: z.ZodType<PersonSession> = z
  .object({
    id: z.string(),
    userAgent: z.string().nullable(),
    createdAt: z.string(),
    seenAt: z.string(),
    expiresAt: z.string(),
    current: z.boolean(),
  })
  .meta({ id: 'PersonSession' });

export const organisationSchema: z.ZodType<Organisation> = z
  .object({ id: id(), name: z.string(), createdAt: z.string(), issuerIds: z.array(z.string()), role: z.enum(ROLES) })
  .meta({ id: 'Organisation' });

const settingsSchema: z.ZodType<PersonSettings> = z
  .object({ assessmentMails: z.boolean(), language: z.string().nullable() })
  .meta({ id: 'PersonSettings' });

export const meSchema: z.ZodType<Me> = z
  .object({ person: personSchema, session: personSessionSchema, organisations: z.array(organisationSchema), settings: settingsSchema })
  .meta({ id: 'Me' });

export const becomeOwnerSchema: z.ZodType<BecomeOwner> = z
  .strictObject({ token: token(/^pm_owner_[A-Za-z0-9_-]{43}$/), email: email(), name: text(200), organisation: text(200) })
  .meta({
    id: 'BecomeOwner',
    example: { token: `pm_owner_${TOKEN}`, email: 'grace@school.example', name: 'Grace Hopper', organisation: 'Riverside College' },
  });

export const createSignInLinkSchema: z.ZodType<CreateSignInLink> = z
  .strictObject({ email: email(), language: language().optional() })
  .meta({ id: 'CreateSignInLink', example: { email: 'grace@school.example' } });

export const createSessionSchema: z.ZodType<CreateSession> = z
  .strictObject({ token: token(/^pm_signin_[A-Za-z0-9_-]{43}$/) })
  .meta({ id: 'CreateSession', example: { token: `pm_signin_${TOKEN}` } });

export const giveIssuerSchema: z.ZodType<GiveIssuer> = z
  .strictObject({ organisationId: id(), from: id().nullable().optional() })
  .meta({ id: 'GiveIssuer', example: { organisationId: '0193a1d1-1b2c-7d3e-9f40-5b6c7d8e9fa0' } });

export const updateMeSchema: z.ZodType<UpdateMe> = z
  .strictObject({ name: text(200).optional(), assessmentMails: z.boolean().optional(), language: language().optional() })
  .refine(
    (value) => Object.values(value).some((one) => one !== undefined),
    as('at-least-one', 'needs `name`, `assessmentMails` or `language`'),
  )
  .meta({ id: 'UpdateMe', example: { name: 'Grace Hopper' } });

export const updateOrganisationSchema: z.ZodType<UpdateOrganisation> = z
  .strictObject({ name: text(200) })
  .meta({ id: 'UpdateOrganisation', example: { name: 'Riverside College' } });

export const memberSchema: z.ZodType<Member> = z
  .object({ person: personSchema, role: z.enum(ROLES), since: z.string() })
  .meta({ id: 'Member' });

export const memberListSchema: z.ZodType<{ readonly data: readonly Member[] }> = z
  .object({ data: z.array(memberSchema) })
  .meta({ id: 'MemberList' }) as unknown as z.ZodType<{ readonly data: readonly Member[] }>;

export const updateMemberSchema: z.ZodType<UpdateMember> = z
  .strictObject({ role: z.enum(ROLES) })
  .meta({ id: 'UpdateMember', example: { role: 'issuer' } });

export const createInvitationSchema: z.ZodType<CreateInvitation> = z
  .strictObject({ email: email(), role: z.enum(ROLES), language: language().optional() })
  .meta({ id: 'CreateInvitation', example: { email: 'joan@school.example', role: 'issuer' } });

export const invitationSchema: z.ZodType<Invitation> = z
  .object({
    id: id(),
    email: z.string(),
    role: z.enum(ROLES),
    invitedBy: z.string(),
    createdAt: z.string(),
    expiresAt: z.string(),
  })
  .meta({ id: 'Invitation' });

export const invitationListSchema: z.ZodType<{ readonly data: readonly Invitation[] }> = z
  .object({ data: z.array(invitationSchema) })
  .meta({ id: 'InvitationList' }) as unknown as z.ZodType<{ readonly data: readonly Invitation[] }>;

export const organisationListSchema: z.ZodType<{ readonly data: readonly Organisation[] }> = z
  .object({ data: z.array(organisationSchema) })
  .meta({ id: 'OrganisationList' }) as unknown as z.ZodType<{ readonly data: readonly Organisation[] }>;

export const sessionListSchema: z.ZodType<{ readonly data: readonly PersonSession[] }> = z
  .object({ data: z.array(personSessionSchema) })
  .meta({ id: 'PersonSessionList' }) as unknown as z.ZodType<{ readonly data: readonly PersonSession[] }>;

export const acceptInvitationSchema: z.ZodType<AcceptInvitation> = z
  .strictObject({ token: token(/^pm_invite_[A-Za-z0-9_-]{43}$/), name: text(200) })
  .meta({ id: 'AcceptInvitation', example: { token: `pm_invite_${TOKEN}`, name: 'Joan Clarke' } });
