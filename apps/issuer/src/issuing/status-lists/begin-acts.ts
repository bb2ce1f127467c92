import type { BulkActBadge, BulkActRecord } from '../../store/index.js';
import type { Actor } from '../access/actor.js';
import { newPublicId } from '../identifiers.js';
import type { IdSource, Repositories, Store } from '../ports.js';
import type { StatusOutcome } from './change-status.js';

/** How long what was done to many badges at once can be undone, in milliseconds. */
export const UNDO_WINDOW = 600_000;

/** What came of many badges, and the acts by which it can be undone. */
export interface WithActs<Row> {
  readonly rows: readonly Row[];
  readonly acts: readonly BulkActRecord[];
}

/** Acts that are being made by one request: one for each issuer whose badges it names. */
export interface BeginningActs {
  /** Adds the badges of one list, in the transaction that suspends them. */
  keep(tx: Pick<Repositories, 'bulkActs'>, issuerId: string, outcomes: readonly StatusOutcome[]): Promise<void>;
  /** The acts as they are stored, once the request is done. */
  stored(): Promise<readonly BulkActRecord[]>;
}

/**
 * Makes acts that can be undone. Of `revoke`, badges that were suspended before belong to the act as well, since they are to be revoked; of `suspend`,
 * nothing was done to those.
 */
export function beginActs(deps: IdSource & { readonly store: Store }, actor: Actor, kind: 'revoke' | 'suspend'): BeginningActs {
  const begun = deps.clock.now();
  const acts = new Map<string, Promise<BulkActRecord>>();
  const make = async (issuerId: string): Promise<BulkActRecord> => {
    const issuer = await deps.store.issuers.find(issuerId);
    if (issuer === null) throw new Error('a badge has no issuer');
    return {
      ...{ issuerId, id: newPublicId(deps, issuer), kind, state: 'open', jobId: null, apiKeyId: actor.keyId, badges: 0 },
      ...{ createdAt: begun, dueAt: new Date(begun.getTime() + UNDO_WINDOW), endedAt: null },
    };
  };
  return {
    async keep(tx, issuerId, outcomes) {
      const badges = badgesOf(kind, outcomes);
      if (badges.length === 0) return;
      const made = acts.get(issuerId) ?? make(issuerId);
      acts.set(issuerId, made);
      const act = await made;
      await tx.bulkActs.insert(act);
      // A request that was sent again after a crash finds them suspended by the first one.
      const again = outcomes.filter(({ result }) => result === 'unchanged').map(({ standing }) => standing.id);
      if (again.length > 0) await tx.bulkActs.takeOver(act, again);
      await tx.bulkActs.addBadges({ issuerId, actId: act.id }, badges);
    },
    async stored() {
      const made = await Promise.all(acts.values());
      const found = await Promise.all(made.map(({ issuerId, id }) => deps.store.bulkActs.find({ issuerId, actId: id })));
      return found.filter((act) => act !== null);
    },
  };
}

function badgesOf(kind: 'revoke' | 'suspend', outcomes: readonly StatusOutcome[]): readonly BulkActBadge[] {
  const badges = new Map<string, BulkActBadge>();
  for (const { result, standing } of outcomes) {
    const { id: credentialId, suspended, revoked } = standing;
    const before = result === 'unchanged';
    if (suspended === null || revoked !== null || (before && kind === 'suspend') || (result !== 'changed' && !before)) continue;
    if (!badges.has(credentialId)) badges.set(credentialId, { credentialId, suspendedAt: suspended.at, before, reason: suspended.reason });
  }
  return [...badges.values()];
}
