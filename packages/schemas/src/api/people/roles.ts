import { SCOPES, type Scope } from './scopes.js';

/** What somebody is in an organisation. */
export const ROLES = ['owner', 'issuer', 'assessor', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/**
 * What each role may do, in the scopes of API keys, so that an operation is allowed by one scope to keys and people alike. What cannot be taken back
 * (erasing people, keys) and what reaches beyond badges (keys of the API, webhooks, the audit log) is for owners.
 */
export const ROLE_SCOPES: Readonly<Record<Role, readonly Scope[]>> = {
  owner: SCOPES,
  issuer: [
    'achievements:read',
    'achievements:write',
    'credentials:read',
    'credentials:issue',
    'credentials:revoke',
    'credentials:suspend',
    'credentials:endorse',
    'recipients:read',
    'viewing-links:write',
    'webhooks:read',
  ],
  assessor: ['achievements:read', 'credentials:read', 'credentials:endorse'],
  viewer: ['achievements:read', 'credentials:read'],
};

/** The roles that may do what needs a scope. */
export function rolesWith(scope: Scope): readonly Role[] {
  return ROLES.filter((role) => ROLE_SCOPES[role].includes(scope));
}
