import type { AuditAction, AuditDetails, AuditObject } from '@proofmark/schemas/api';
import type { NewAuditEntry } from '../../store/index.js';
import { newId } from '../identifiers.js';
import type { IdSource, Repositories } from '../ports.js';
import type { Actor } from './actor.js';

/** One act for the audit log. */
export interface Act {
  readonly action: AuditAction;
  /** In whose log it stands; null for the service's own. */
  readonly issuerId: string | null;
  /** The id of the thing that was acted on, whose kind the action names. */
  readonly objectId: string;
  /** More ids and words of closed sets. Nothing personal, and nothing that leads from one badge to another of the same person. */
  readonly details?: AuditDetails;
}

/** The actor of an audit entry: an API key, a person, the operator (a command on the machine of the service), or the service itself. */
export type ActingParty = Pick<Actor, 'keyId' | 'requestId' | 'person'> | 'operator' | 'service';

/** The entry for an act, for what writes several at once. */
export function auditEntryOf(deps: IdSource, party: ActingParty, { action, issuerId, objectId, details = {} }: Act): NewAuditEntry {
  const asked = typeof party === 'string' ? null : party;
  const byPerson = asked?.person !== undefined;
  return {
    issuerId,
    id: newId(deps),
    at: deps.clock.now(),
    actor: typeof party === 'string' ? party : byPerson ? 'person' : 'api-key',
    apiKeyId: asked === null || byPerson ? null : asked.keyId,
    requestId: asked?.requestId ?? null,
    action,
    objectType: action.slice(0, action.indexOf('.')) as AuditObject,
    objectId,
    details: asked !== null && byPerson ? { ...details, personId: asked.keyId } : details,
  };
}

/**
 * Writes an act into the audit log, in the transaction that carries it out: both are committed or neither is. Each changing use case calls
 * this once; a request that changes nothing leaves no entry.
 *
 * @example
 * await recordAct(deps, tx, actor, { action: 'signing-key.revoked', issuerId: issuer.id, objectId: key.id });
 */
export async function recordAct(deps: IdSource, tx: Pick<Repositories, 'audit'>, party: ActingParty, act: Act): Promise<void> {
  await tx.audit.append(auditEntryOf(deps, party, act));
}

/** The names of the members that a change gives, without their values. */
export function membersOf(changes: object): readonly string[] {
  return Object.entries(changes)
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name)
    .sort();
}
