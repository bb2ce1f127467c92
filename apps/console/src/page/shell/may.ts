import type { Scope } from '@proofmark/schemas/api';
import { ROLE_SCOPES, type Role } from '@proofmark/schemas/roles';

/** Whether a role has a scope. */
export const mayOf = (role: Role, scope: Scope): boolean => ROLE_SCOPES[role].includes(scope);
