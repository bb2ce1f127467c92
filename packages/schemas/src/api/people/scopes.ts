/** What an API key may do. An admin key may do everything, for every issuer. `keys` are those that sign badges. */
export const SCOPES = [
  'issuers:write',
  'achievements:read',
  'achievements:write',
  'credentials:read',
  'credentials:issue',
  'credentials:revoke',
  'credentials:suspend',
  'credentials:erase',
  'credentials:endorse',
  'recipients:read',
  'viewing-links:write',
  'keys:write',
  'api-keys:write',
  'audit-log:read',
  'webhooks:read',
  'webhooks:write',
] as const;
export type Scope = (typeof SCOPES)[number];
