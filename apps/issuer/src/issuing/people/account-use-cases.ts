import { standsStill } from '../access/lost-standing.js';
import { type Bound, bind } from '../bind.js';
import type { IdSource, Sealer, Store } from '../ports.js';
import { authenticateSession } from './authenticate-session.js';
import { becomeOwner } from './become-owner.js';
import { getMe } from './get-me.js';
import { giveIssuer } from './give-issuer.js';
import type { Identity } from './identity.js';
import { acceptInvitation, createInvitation, listInvitations, withdrawInvitation } from './invitations.js';
import { listKeptMails } from './mails/kept-mails.js';
import type { MailSender } from './mails/mail.js';
import { type PostMail, postMail } from './mails/post-mail.js';
import { sendMail } from './mails/send-mail.js';
import { changeRole, listMembers, removeMember } from './members.js';
import { listOrganisations, updateOrganisation } from './organisations.js';
import { ensureOwnerLink } from './owner-link.js';
import { addPasskey, askForNewPasskey } from './passkeys/add-passkey.js';
import type { PasskeyCeremonies } from './passkeys/ceremonies.js';
import { deletePasskey, listPasskeys, renamePasskey } from './passkeys/keep-passkeys.js';
import { askForPasskey, signInByPasskey } from './passkeys/sign-in-by-passkey.js';
import { prunePeople } from './prune-people.js';
import { endSession, listSessions } from './sessions.js';
import { signIn } from './sign-in.js';
import { sendSignInLink, writeSignInMail } from './sign-in-links.js';
import { beginSignOn } from './sign-on/begin-sign-on.js';
import { finishSignOn } from './sign-on/finish-sign-on.js';
import type { SignOnProviders } from './sign-on/provider.js';
import { allowMailDomain, disallowMailDomain, getSignOn, removeSignOn, setSignOn } from './sign-on/set-sign-on.js';
import { getSignInMethods } from './sign-on/sign-in-methods.js';
import { updateMe } from './update-me.js';

export interface AccountFoundation extends IdSource {
  readonly store: Store;
  readonly sealer: Sealer;
  readonly mail: MailDelivery;
  readonly identity: Identity;
  readonly ceremonies: PasskeyCeremonies;
  readonly providers: SignOnProviders;
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
  readonly writeSignInMail: Bound<typeof writeSignInMail>;
  readonly signIn: Bound<typeof signIn>;
  readonly askForNewPasskey: Bound<typeof askForNewPasskey>;
  readonly addPasskey: Bound<typeof addPasskey>;
  readonly listPasskeys: Bound<typeof listPasskeys>;
  readonly renamePasskey: Bound<typeof renamePasskey>;
  readonly deletePasskey: Bound<typeof deletePasskey>;
  readonly askForPasskey: Bound<typeof askForPasskey>;
  readonly signInByPasskey: Bound<typeof signInByPasskey>;
  readonly getSignInMethods: Bound<typeof getSignInMethods>;
  readonly getSignOn: Bound<typeof getSignOn>;
  readonly setSignOn: Bound<typeof setSignOn>;
  readonly removeSignOn: Bound<typeof removeSignOn>;
  readonly allowMailDomain: Bound<typeof allowMailDomain>;
  readonly disallowMailDomain: Bound<typeof disallowMailDomain>;
  readonly beginSignOn: Bound<typeof beginSignOn>;
  readonly finishSignOn: Bound<typeof finishSignOn>;
  readonly updateMe: Bound<typeof updateMe>;
  readonly getMe: Bound<typeof getMe>;
  readonly listSessions: Bound<typeof listSessions>;
  readonly endSession: Bound<typeof endSession>;
  readonly listOrganisations: Bound<typeof listOrganisations>;
  readonly updateOrganisation: Bound<typeof updateOrganisation>;
  readonly giveIssuer: Bound<typeof giveIssuer>;
  readonly standsStill: Bound<typeof standsStill>;
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

/** Puts mails into the outbox; null where nobody would ever read them. */
export function postOf({ sealer, mail, clock, random }: Pick<AccountFoundation, 'sealer' | 'mail' | keyof IdSource>): PostMail | null {
  const sends = mail.sender !== null;
  return sends || mail.kept ? bind(postMail, { clock, random, sealer, sends }) : null;
}

export function accountUseCases(foundation: AccountFoundation): AccountUseCases {
  const { store, sealer, mail, identity, ceremonies, providers, clock, random, baseUrl } = foundation;
  const deps = { store, identity, clock, random };
  const { sender } = mail;
  const post = postOf(foundation);
  const inviting = { ...deps, post, baseUrl };
  const linking = { ...inviting, sealer, sends: sender !== null };
  const signingOn = { ...deps, sealer, providers, baseUrl };
  const passkeys = { ...deps, ceremonies, baseUrl };
  return {
    authenticateSession: bind(authenticateSession, deps),
    ensureOwnerLink: bind(ensureOwnerLink, deps),
    becomeOwner: bind(becomeOwner, deps),
    sendSignInLink: bind(sendSignInLink, linking),
    writeSignInMail: bind(writeSignInMail, linking),
    signIn: bind(signIn, deps),
    askForNewPasskey: bind(askForNewPasskey, passkeys),
    addPasskey: bind(addPasskey, passkeys),
    listPasskeys: bind(listPasskeys, deps),
    renamePasskey: bind(renamePasskey, deps),
    deletePasskey: bind(deletePasskey, deps),
    askForPasskey: bind(askForPasskey, passkeys),
    signInByPasskey: bind(signInByPasskey, passkeys),
    getSignInMethods: bind(getSignInMethods, { store }),
    getSignOn: bind(getSignOn, signingOn),
    setSignOn: bind(setSignOn, signingOn),
    removeSignOn: bind(removeSignOn, signingOn),
    allowMailDomain: bind(allowMailDomain, signingOn),
    disallowMailDomain: bind(disallowMailDomain, signingOn),
    beginSignOn: bind(beginSignOn, signingOn),
    finishSignOn: bind(finishSignOn, signingOn),
    updateMe: bind(updateMe, deps),
    getMe: bind(getMe, deps),
    listSessions: bind(listSessions, deps),
    endSession: bind(endSession, deps),
    listOrganisations: bind(listOrganisations, deps),
    updateOrganisation: bind(updateOrganisation, deps),
    giveIssuer: bind(giveIssuer, deps),
    standsStill: bind(standsStill, deps),
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
