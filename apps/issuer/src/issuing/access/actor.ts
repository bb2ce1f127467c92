import { ROLE_SCOPES, type Role, rolesWith, type Scope } from '@proofmark/schemas/api';
import { type Result, refused } from '../result.js';

/**
 * Who asks: an API key that was recognised, or a person who has signed in. `issuerId` is null for an admin key, which may act for every issuer, and for
 * a person whose organisation has no issuer or several.
 */
export interface Actor {
  /** The id of the key, or of the person. Rows say by it who acted. */
  readonly keyId: string;
  readonly issuerId: string | null;
  readonly scopes: readonly (Scope | 'admin')[];
  /** Set where a person asks. */
  readonly person?: Standing;
  /** The request that is carried out, for the audit log. */
  readonly requestId?: string;
}

/** What a person is in the organisation for which they ask. */
export interface Standing {
  /** Null for what is done later in their name. */
  readonly sessionId: string | null;
  /** Null for somebody who is in none. */
  readonly organisationId: string | null;
  readonly role: Role | null;
  /** The organisation for which alone the session is; absent for one that is for all of the person's. */
  readonly boundTo?: string;
  /** The issuers of the organisation. */
  readonly issuerIds: readonly string[];
}

/** What every use case takes: who asks, and for what. */
export interface Request<T> {
  readonly actor: Actor;
  readonly input: T;
}

/** A person as the actor of a request. */
export function personActor(personId: string, standing: Standing): Actor {
  const { issuerIds, role } = standing;
  const [only = null] = issuerIds;
  const issuerId = issuerIds.length === 1 ? only : null;
  return { keyId: personId, issuerId, scopes: role === null ? [] : ROLE_SCOPES[role], person: standing };
}

export function isAdmin(actor: Actor): boolean {
  return actor.person === undefined && actor.issuerId === null && actor.scopes.includes('admin');
}

/** A refusal when the key or the role lacks the scope; null when it may. */
export function lacks(actor: Actor, scope: Scope): Extract<Result<never>, { ok: false }> | null {
  if (isAdmin(actor)) return null;
  if ((actor.issuerId !== null || actor.person !== undefined) && actor.scopes.includes(scope)) return null;
  if (actor.person !== undefined) return lacksRole(actor.person, rolesWith(scope));
  return refused(
    'forbidden',
    `This API key lacks the scope ${scope}. Send a key that has it; a key with api-keys:write and ${scope} can make one.`,
  );
}

/** The refusal of a person whose role is not among those that may. */
export function lacksRole({ role }: Pick<Standing, 'role'>, roles: readonly Role[]): Extract<Result<never>, { ok: false }> {
  const wanted = roles.length === 0 ? 'Only an API key may do this.' : `This needs the role ${roles.join(' or ')}.`;
  const has = role === null ? 'You are in no organisation.' : `Your role in this organisation is ${role}.`;
  return refused('forbidden', `${has} ${wanted} An owner of the organisation can change roles.`);
}

/** Whether the actor may see and touch what belongs to this issuer. */
export function mayActFor(actor: Actor, issuerId: string): boolean {
  return isAdmin(actor) || actor.issuerId === issuerId || actor.person?.issuerIds.includes(issuerId) === true;
}

/**
 * The tenant in which to look for a thing: the actor's own, where there is one; otherwise the thing's, if the actor may act for it. Null when there is
 * none.
 */
export async function tenantFor(
  actor: Actor,
  id: string,
  tenantOf: (id: string) => Promise<string | null | undefined>,
): Promise<string | null> {
  if (actor.issuerId !== null) return actor.issuerId;
  const tenant = (await tenantOf(id)) ?? null;
  return tenant !== null && mayActFor(actor, tenant) ? tenant : null;
}
