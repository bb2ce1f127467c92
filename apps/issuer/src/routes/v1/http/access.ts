import { ROLES, type Role, rolesWith, type Scope } from '@proofmark/schemas/api';
import { type Actor, lacks, lacksRole } from '../../../issuing/access/actor.js';
import type { Refused } from '../../../issuing/result.js';

/** Who may do what an operation does: keys by their scope, people by their role. */
export interface Access {
  /** Null when any valid key will do; `admin` for admin keys alone; `person` for people alone; `public` for anybody. */
  readonly scope: Scope | 'admin' | 'person' | 'public' | null;
  readonly roles: readonly Role[];
}

interface Asked {
  readonly scope: Access['scope'];
  readonly roles?: readonly Role[];
  readonly alsoScope?: { readonly member: string | null; readonly scope: Scope };
}

/** The roles that may: those that the operation names, else those that have its scopes. */
export function rolesOf({ scope, roles, alsoScope }: Asked): readonly Role[] {
  if (roles !== undefined) return roles;
  if (scope === null || scope === 'person') return ROLES;
  if (scope === 'admin' || scope === 'public') return [];
  const also = alsoScope?.member === null ? rolesWith(alsoScope.scope) : ROLES;
  return rolesWith(scope).filter((role) => also.includes(role));
}

/** A refusal of a person whose role may not do it; null when it may. */
export function lacksAccess(actor: Actor, { scope, roles }: Access): Refused | null {
  // Who has just come in is in no organisation yet, and has to see that.
  if (roles.length === ROLES.length && (scope === null || scope === 'person')) return null;
  const role = actor.person?.role ?? null;
  if (role === null || !roles.includes(role)) return lacksRole({ role }, roles);
  return scope === null || scope === 'admin' || scope === 'person' || scope === 'public' ? null : lacks(actor, scope);
}
