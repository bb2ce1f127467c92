import { type Bound, bind } from '../bind.js';
import type { IdSource, Sealer, Store } from '../ports.js';
import { authenticateSession } from './authenticate-session.js';
import { becomeOwner } from './become-owner.js';
import { getMe } from './get-me.js';
import type { Identity } from './identity.js';
import { acceptInvitation, createInvitation, listInvitations, withdrawInvitation } from './invitations.js';
import { listKeptMails } from './mails/kept-mails.js';
import type { MailSender } from './mails/mail.js';
import { type PostMail, postMail } from './mails/post-mail.js';
import { sendMail } from './mails/send-mail.js';
import { changeRole, listMembers, removeMember } from './members.js';
import { listOrganisations, updateOrganisation } from './organisations.js';
import { ensureOwnerLink } from './owner-link.js';
import { prunePeople } from './prune-people.js';
import { endSession, listSessions } from './sessions.js';
import { signIn } from './sign-in.js';
import { sendSignInLink } from './sign-in-links.js';

export interface AccountFoundation extends IdSource {
  readonly store: Store;
  readonly sealer: Sealer;
  readonly mail: MailDelivery;
  readonly identity: Identity;
  readonly baseUrl: string;
}

/** How mails leave: by a server; or not, and are then kept to be read on this machine, or cannot be written at all. */
export type MailDelivery = { readonly sender: MailSender } | { readonly sender: null; readonly kept: boolean };

/** What people do who sign in, and what is done about them. */
export interface AccountUseCases {
  readonly authenticateSession: Bound<typeof authenticateSession>;
  readonly ensureOwnerLink: Bound<typeof ensureOwnerLink>;
  readonly becomeOwner: Bound<typeof becomeOwner>;
  readonly sendSignInLink: Bound<typeof sendSignInLink>;
  readonly signIn: Bound<typeof signIn>;
  readonly getMe: Bound<typeof getMe>;
  readonly listSessions: Bound<typeof listSessions>;
  readonly endSession: Bound<typeof endSession>;
  readonly listOrganisations: Bound<typeof listOrganisations>;
  readonly updateOrganisation: Bound<typeof updateOrganisation>;
  readonly listMembers: Bound<typeof listMembers>;
  readonly changeRole: Bound<typeof changeRole>;
  readonly removeMember: Bound<typeof removeMember>;
  readonly createInvitation: Bound<typeof createInvitation>;
  readonly listInvitations: Bound<typeof listInvitations>;
  readonly withdrawInvitation: Bound<typeof withdrawInvitation>;
  readonly acceptInvitation: Bound<typeof acceptInvitation>;
  readonly sendMail: Bound<typeof sendMail>;
  readonly listKeptMails: Bound<typeof listKeptMails>;
  readonly prunePeople: Bound<typeof prunePeople>;
}

export function accountUseCases({ store, sealer, mail, identity, clock, random, baseUrl }: AccountFoundation): AccountUseCases {
  const deps = { store, identity, clock, random };
  const { sender } = mail;
  const post: PostMail | null = sender !== null || mail.kept ? bind(postMail, { clock, random, sealer, sends: sender !== null }) : null;
  const inviting = { ...deps, post, baseUrl };
  return {
    authenticateSession: bind(authenticateSession, deps),
    ensureOwnerLink: bind(ensureOwnerLink, deps),
    becomeOwner: bind(becomeOwner, deps),
    sendSignInLink: bind(sendSignInLink, inviting),
    signIn: bind(signIn, deps),
    getMe: bind(getMe, deps),
    listSessions: bind(listSessions, deps),
    endSession: bind(endSession, deps),
    listOrganisations: bind(listOrganisations, deps),
    updateOrganisation: bind(updateOrganisation, deps),
    listMembers: bind(listMembers, deps),
    changeRole: bind(changeRole, deps),
    removeMember: bind(removeMember, deps),
    createInvitation: bind(createInvitation, inviting),
    listInvitations: bind(listInvitations, inviting),
    withdrawInvitation: bind(withdrawInvitation, inviting),
    acceptInvitation: bind(acceptInvitation, deps),
    sendMail: bind(sendMail, { store, clock, sealer, sender }),
    listKeptMails: bind(listKeptMails, { store, sealer }),
    prunePeople: bind(prunePeople, deps),
  };
}
