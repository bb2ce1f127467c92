import type { AuditAction, AuditDetails } from '@proofmark/schemas/api';
import type { StandingRecord } from '../../store/index.js';
import type { Actor } from '../access/actor.js';
import { recordAct } from '../access/record-act.js';
import type { Repositories } from '../ports.js';
import { done, type Result } from '../result.js';
import { type StatusChanging, tooManyChanges } from '../status-lists/change-one.js';
import type { StatusChange, StatusOutcome } from '../status-lists/change-status.js';
import { digestOf, findStandings, push } from './find-standings.js';

/** A badge of a request about many. `id` is in lower case. */
export interface OneOfMany {
  readonly id: string;
  readonly reason: string | null;
  readonly suspendedSince?: Date;
}

/** What is to become of all of them. */
export interface ManyChange extends Pick<StatusChange, 'purpose' | 'value'> {
  /** Of the entry in the audit log, one a list; null where the caller makes one for all. */
  readonly action: AuditAction | null;
  /** Whether a badge stands so already, so that nobody has to wait for its list. */
  readonly stands: (standing: StandingRecord) => boolean;
  /** Writes down more of what came of the badges of one list, in the same transaction. */
  readonly keep?: (tx: Pick<Repositories, 'bulkActs'>, issuerId: string, outcomes: readonly StatusOutcome[]) => Promise<void>;
  /** For the entry in the audit log. */
  readonly details?: AuditDetails;
}

/**
 * Changes the status of many badges; each gets an outcome of its own, in the order of the request, null for one that the actor may not see. Badges of one
 * list are one transaction and one signature. The same request can be sent again at any time.
 */
export async function changeMany(
  deps: StatusChanging,
  actor: Actor,
  wanted: readonly OneOfMany[],
  { purpose, value, action, stands, keep, details }: ManyChange,
): Promise<Result<readonly (StatusOutcome | null)[]>> {
  const found = await findStandings(deps.store, actor, [...new Set(wanted.map(({ id }) => id))]);
  const outcomes: (StatusOutcome | null)[] = wanted.map(({ id }) => {
    const standing = found.get(id);
    return standing !== undefined && stands(standing) ? { result: 'unchanged', standing } : null;
  });
  const lists = new Map<string, number[]>();
  for (const [row, { id }] of wanted.entries()) {
    const standing = found.get(id);
    if (standing !== undefined && outcomes[row] === null) push(lists, `${standing.issuerId}/${standing.statusListId}`, row);
  }
  for (const inList of lists.values()) {
    const changes = inList.map((row) => ({
      ...{ purpose, value, apiKeyId: actor.keyId },
      ...{ credentialId: wanted[row]?.id ?? '', reason: wanted[row]?.reason ?? null, suspendedSince: wanted[row]?.suspendedSince },
    }));
    const { issuerId, statusListId: listId } = found.get(changes[0]?.credentialId ?? '') as StandingRecord;
    const made = await deps.statuses.submit({
      ...{ issuerId, listId, changes },
      record: async (tx, results) => {
        await keep?.(tx, issuerId, results);
        const ids = results.filter(({ result }) => result === 'changed').map(({ standing }) => standing.id);
        if (ids.length === 0 || action === null) return;
        // The object is the list whose badges these are.
        await recordAct(deps, tx, actor, {
          action,
          issuerId,
          objectId: String(listId),
          details: { ...details, count: ids.length, digest: digestOf(ids) },
        });
      },
    });
    // What earlier lists of this request got is committed, and found so when it is sent again.
    if (made === 'busy') return tooManyChanges();
    for (const [i, row] of inList.entries()) outcomes[row] = made[i] as StatusOutcome;
  }
  return done(outcomes);
}
