import type { Scope } from '@proofmark/schemas/api';

export type PartName =
  | 'profile'
  | 'look'
  | 'domain'
  | 'signing-keys'
  | 'api-keys'
  | 'sign-on'
  | 'webhooks'
  | 'retention'
  | 'audit-log'
  | 'export';

/** The parts of the settings, in their order, and what a role has to have to open each. */
export const PARTS: readonly { readonly part: PartName; readonly scope: Scope }[] = [
  { part: 'profile', scope: 'issuers:write' },
  { part: 'look', scope: 'issuers:write' },
  { part: 'domain', scope: 'issuers:write' },
  { part: 'signing-keys', scope: 'keys:write' },
  { part: 'api-keys', scope: 'api-keys:write' },
  { part: 'sign-on', scope: 'api-keys:write' },
  { part: 'webhooks', scope: 'webhooks:read' },
  { part: 'retention', scope: 'issuers:write' },
  { part: 'audit-log', scope: 'audit-log:read' },
  { part: 'export', scope: 'recipients:read' },
];
