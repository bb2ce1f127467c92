import type { Role } from '@proofmark/schemas/api';
import type { MembershipRecord, PersonRecord } from '../../store/index.js';
import type { Actor, Request } from '../access/actor.js';
import { lostStanding } from '../access/lost-standing.js';
import { recordAct } from '../access/record-act.js';
import { recordRevocation } from '../access/revoke-api-key.js';
import type { Repositories } from '../ports.js';
import { done, notFound, type Refused, type Result, refused } from '../result.js';
import { isFor, type OrganisationKeeping } from './organisations.js';

export interface MemberWithPerson {
  readonly person: PersonRecord;
  readonly membership: MembershipRecord;
}

type MemberKey = Pick<MembershipRecord, 'organisationId' | 'personId'>;

/** The members of the organisation for which the person asks, the first first. */
export async function listMembers(
  { store }: OrganisationKeeping,
  { actor, input: organisationId }: Request<string>,
): Promise<Result<readonly MemberWithPerson[]>> {
  return isFor(actor, organisationId) ? done(await store.people.members(organisationId)) : notFound('organisation');
}

/** Gives a member another role, from their next request on. One owner remains. Invitations of somebody who is no owner any more end. */
export async function changeRole(
  deps: OrganisationKeeping,
  { actor, input: { role, ...key } }: Request<MemberKey & { readonly role: Role }>,
): Promise<Result<MemberWithPerson>> {
  if (!isFor(actor, key.organisationId)) return notFound('organisation');
  return deps.store.transaction(async (tx): Promise<Result<MemberWithPerson>> => {
    const lost = await lostStanding(tx, actor);
    if (lost !== null) return lost;
    const membership = await tx.people.lockMember(key.organisationId, key.personId);
    const person = membership === null ? null : await tx.people.find(key.personId);
    if (membership === null || person === null) return notFound('member');
    if (membership.role === role) return done({ person, membership });
    const denied = role === 'owner' ? null : await lastOwner(tx, membership);
    if (denied !== null) return denied;
    await tx.people.setRole(key, role);
    if (membership.role === 'owner') await tx.invitations.withdrawAll(key.organisationId, { invitedBy: key.personId }, deps.clock.now());
    const details = { organisationId: key.organisationId, from: membership.role, to: role };
    await recordAct(deps, tx, actor, { action: 'member.role-changed', issuerId: null, objectId: key.personId, details });
    return done({ person, membership: { ...membership, role } });
  });
}

/**
 * Takes somebody out of the organisation, at once, with the invitations to them and by them, and with the API keys that they made,
 * if that is asked for; the person who asks as well. One owner remains.
 */
export async function removeMember(
  deps: OrganisationKeeping,
  { actor, input }: Request<MemberKey & { readonly revokeKeys: boolean }>,
): Promise<Result<null>> {
  const { revokeKeys, ...key } = input;
  if (!isFor(actor, key.organisationId)) return notFound('organisation');
  return deps.store.transaction(async (tx): Promise<Result<null>> => {
    const lost = await lostStanding(tx, actor);
    if (lost !== null) return lost;
    const membership = await tx.people.lockMember(key.organisationId, key.personId);
    if (membership === null) return notFound('member');
    const denied = await lastOwner(tx, membership);
    if (denied !== null) return denied;
    const person = await tx.people.find(key.personId);
    await tx.people.leave(key);
    const theirs = { invitedBy: key.personId, ...(person === null ? {} : { email: person.email }) };
    await tx.invitations.withdrawAll(key.organisationId, theirs, deps.clock.now());
    const details = { organisationId: key.organisationId, role: membership.role };
    await recordAct(deps, tx, actor, { action: 'member.removed', issuerId: null, objectId: key.personId, details });
    if (revokeKeys) await revokeKeysOf(deps, tx, actor, key);
    return done(null);
  });
}

/** Revokes the API keys that a member made for the issuers of the organisation, and those that descend from them. */
async function revokeKeysOf(
  deps: OrganisationKeeping,
  tx: Pick<Repositories, 'people' | 'apiKeys' | 'audit'>,
  actor: Actor,
  { organisationId, personId }: MemberKey,
): Promise<void> {
  for (const key of await tx.apiKeys.madeBy(personId, await tx.people.issuerIdsOf(organisationId)))
    await recordRevocation(deps, tx, actor, key, await tx.apiKeys.revokeLine(key.id, deps.clock.now()));
}

async function lastOwner({ people }: Pick<Repositories, 'people'>, { organisationId, role }: MembershipRecord): Promise<Refused | null> {
  if (role !== 'owner' || (await people.countMembers(organisationId, 'owner')) > 1) return null;
  return refused('conflict', 'This is the only owner of the organisation: make somebody else an owner first.');
}
