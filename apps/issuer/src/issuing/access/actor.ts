import type { Scope } from '@proofmark/schemas/api';
import { type Result, refused } from '../result.js';

/** Who asks: an API key that was recognised. `issuerId` is null for an admin key, which may act for every issuer. */
export interface Actor {
  readonly keyId: string;
  readonly issuerId: string | null;
  readonly scopes: readonly (Scope | 'admin')[];
  /** The request that is carried out, for the audit log. */
  readonly requestId?: string;
}

/** What every use case takes: who asks, and for what. */
export interface Request<T> {
  readonly actor: Actor;
  readonly input: T;
}

export function isAdmin(actor: Actor): boolean {
  return actor.issuerId === null && actor.scopes.includes('admin');
}

/** A refusal when the key lacks the scope; null when it may. */
export function lacks(actor: Actor, scope: Scope): Extract<Result<never>, { ok: false }> | null {
  if (isAdmin(actor) || (actor.issuerId !== null && actor.scopes.includes(scope))) return null;
  return refused(
    'forbidden',
    `This API key lacks the scope ${scope}. Send a key that has it; a key with api-keys:write and ${scope} can make one.`,
  );
}

/** Whether the key may see and touch what belongs to this issuer. */
export function mayActFor(actor: Actor, issuerId: string): boolean {
  return isAdmin(actor) || actor.issuerId === issuerId;
}

/** The tenant in which to look for a thing: the key's own, or for an admin key the thing's; null when there is none. */
export async function tenantFor(actor: Actor, id: string, tenantOf: (id: string) => Promise<string | null>): Promise<string | null> {
  return isAdmin(actor) ? tenantOf(id) : actor.issuerId;
}
