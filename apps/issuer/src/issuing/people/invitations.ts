import { canonicalEmail } from '@proofmark/primitives';
import type { AcceptInvitation, CreateInvitation } from '@proofmark/schemas/api';
import type { InvitationRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { lostStanding } from '../access/lost-standing.js';
import { recordAct } from '../access/record-act.js';
import { hashSecretText, newSecretText } from '../access/secret-text.js';
import { newId } from '../identifiers.js';
import type { IdSource, Store } from '../ports.js';
import { done, invalid, notFound, type Result, refused } from '../result.js';
import type { BegunSession, Caller, Identity } from './identity.js';
import type { PostMail } from './mails/post-mail.js';
import { isFor } from './organisations.js';
import { proveAddress } from './prove-address.js';
import { refuseInvitation } from './refuse-invitation.js';
import { arriving } from './session.js';
import { NO_MAIL } from './sign-in-links.js';

/** An invitation can be accepted for so many days. */
const INVITATION_DAYS = 7;

export interface Inviting extends IdSource {
  readonly store: Pick<Store, 'people' | 'invitations' | 'transaction'>;
  readonly post: PostMail | null;
  readonly baseUrl: string;
}

export interface Accepting extends IdSource {
  readonly store: Pick<Store, 'transaction'>;
  readonly identity: Pick<Identity, 'beginSession'>;
}

type Invite = CreateInvitation & { readonly organisationId: string };

/** Asks somebody by mail to join. An earlier invitation of the same address ends. */
export async function createInvitation(deps: Inviting, { actor, input }: Request<Invite>): Promise<Result<InvitationRecord>> {
  const { organisationId, role, language = 'en' } = input;
  const { post, clock } = deps;
  if (!isFor(actor, organisationId)) return notFound('organisation');
  if (post === null) return refused('unavailable', NO_MAIL);
  const email = canonicalEmail(input.email);
  if (email === null) return invalid('/email', 'not-an-email', 'is not an e-mail address such as ada@example.org');
  return deps.store.transaction(async (tx): Promise<Result<InvitationRecord>> => {
    const lost = await lostStanding(tx, actor);
    if (lost !== null) return lost;
    const inviter = await tx.people.find(actor.keyId);
    const organisation = await tx.people.findOrganisation(organisationId);
    if (inviter === null || organisation === null) return notFound('organisation');
    const now = clock.now();
    const denied = await refuseInvitation(tx, organisationId, email, now);
    if (denied !== null) return denied;
    await tx.invitations.withdrawAll(organisationId, { email }, now);
    const token = newSecretText('invite', deps.random);
    const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
    const made = { id: newId(deps), organisationId, email, role, invitedBy: inviter.id, createdAt: now, expiresAt };
    const invitation = { ...made, acceptedAt: null, withdrawnAt: null };
    await tx.invitations.insert(invitation, hashSecretText(token));
    const names = { inviter: inviter.name, organisation: organisation.name };
    await post(tx, { kind: 'invitation', to: email, language, link: `${deps.baseUrl}/console/#${token}`, names }, null);
    const details = { organisationId, role };
    await recordAct(deps, tx, actor, { action: 'invitation.created', issuerId: null, objectId: invitation.id, details });
    return done(invitation);
  });
}

/** Those that can still be accepted, the newest first. */
export async function listInvitations(
  { store, clock }: Inviting,
  { actor, input: organisationId }: Request<string>,
): Promise<Result<readonly InvitationRecord[]>> {
  return isFor(actor, organisationId) ? done(await store.invitations.list(organisationId, clock.now())) : notFound('organisation');
}

export async function withdrawInvitation(
  deps: Inviting,
  { actor, input: { organisationId, id } }: Request<{ readonly organisationId: string; readonly id: string }>,
): Promise<Result<null>> {
  if (!isFor(actor, organisationId)) return notFound('organisation');
  return deps.store.transaction(async (tx): Promise<Result<null>> => {
    const lost = await lostStanding(tx, actor);
    if (lost !== null) return lost;
    if (!(await tx.invitations.withdraw(organisationId, id, deps.clock.now()))) return notFound('invitation');
    await recordAct(deps, tx, actor, { action: 'invitation.withdrawn', issuerId: null, objectId: id, details: { organisationId } });
    return done(null);
  });
}

const NO_INVITATION = 'This invitation cannot be accepted any more: it was accepted, withdrawn, or is too old. Ask for another one.';

/**
 * Makes whoever opens an invitation a member, signed in. Who opens it reads the mail of its address, which is verified by that. Somebody who is there
 * already keeps their name, and in the organisation their role.
 */
export async function acceptInvitation(deps: Accepting, input: AcceptInvitation, caller: Caller = {}): Promise<Result<BegunSession>> {
  const joined = await join(deps, input, caller);
  return joined.ok ? done(await deps.identity.beginSession(joined.value, caller)) : joined;
}

async function join(deps: Accepting, { token, name }: AcceptInvitation, caller: Caller): Promise<Result<string>> {
  const now = deps.clock.now();
  return deps.store.transaction(async (tx): Promise<Result<string>> => {
    const hash = hashSecretText(token);
    // Locked first, so that nobody who is just taken out comes back by it.
    const joining = await tx.invitations.organisationOf(hash);
    if (joining !== null) await tx.people.lockMembers(joining);
    const invitation = await tx.invitations.accept(hash, now);
    if (invitation === null) return refused('gone', NO_INVITATION);
    const { id, organisationId, email, role } = invitation;
    await tx.people.insert({ id: newId(deps), email, name, emailVerified: true, image: null, createdAt: now, updatedAt: now });
    const person = await tx.people.findByEmail(email);
    if (person === null) throw new Error('the person of an invitation is there');
    await proveAddress(tx, person.id, now);
    if (caller.language !== undefined) await tx.people.speaks(person.id, caller.language);
    await tx.people.join({ organisationId, personId: person.id, role, createdAt: now });
    const details = { organisationId, role, invitationId: id };
    const act = { action: 'member.joined', issuerId: null, objectId: person.id, details } as const;
    await recordAct(deps, tx, arriving(person.id, caller), act);
    return done(person.id);
  });
}
