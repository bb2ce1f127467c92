import { createHash } from 'node:crypto';
import type { RevokeCredentials, RevokedRow } from '@proofmark/schemas/api';
import type { StandingRecord } from '../../store/index.js';
import { type Actor, isAdmin, type Request } from '../access/actor.js';
import { recordAct } from '../access/record-act.js';
import { done, notFound, type Result } from '../result.js';
import { type StatusChanging, tooManyChanges } from '../status-lists/change-one.js';
import type { StatusOutcome } from '../status-lists/change-status.js';

/**
 * Revokes many badges for good; each gets a row of its own, in the order of the request. Badges of one list are one transaction and one
 * signature. What is revoked already keeps its first reason and date, so that the same request can be sent again at any time.
 */
export async function revokeCredentials(
  deps: StatusChanging,
  { actor, input }: Request<RevokeCredentials>,
): Promise<Result<readonly RevokedRow[]>> {
  const wanted = input.credentials.map(({ id, reason = input.reason ?? null }) => ({ id: id.toLowerCase(), reason }));
  const found = await findAll(deps, actor, [...new Set(wanted.map(({ id }) => id))]);
  const rows = new Map<number, RevokedRow>();
  const lists = new Map<string, number[]>();
  for (const [row, { id }] of wanted.entries()) {
    const standing = found.get(id);
    if (standing === undefined) rows.set(row, unknownRow(id));
    else if (standing.revoked !== null) rows.set(row, rowOf({ result: 'unchanged', standing }));
    else {
      push(lists, `${standing.issuerId}/${standing.statusListId}`, row);
    }
  }
  for (const inList of lists.values()) {
    const changes = inList.map((row) => ({
      ...({ purpose: 'revocation', value: true, apiKeyId: actor.keyId } as const),
      ...{ credentialId: wanted[row]?.id ?? '', reason: wanted[row]?.reason ?? null },
    }));
    const { issuerId, statusListId: listId } = found.get(changes[0]?.credentialId ?? '') as StandingRecord;
    const outcomes = await deps.statuses.submit({
      ...{ issuerId, listId, changes },
      record: async (tx, made) => {
        const ids = made.filter(({ result }) => result === 'changed').map(({ standing }) => standing.id);
        if (ids.length === 0) return;
        const details = { count: ids.length, digest: digestOf(ids) };
        await recordAct(deps, tx, actor, {
          ...{ action: 'credentials.revoked', issuerId, details },
          // The list whose badges these are.
          objectId: String(listId),
        });
      },
    });
    // What earlier lists of this request got is committed, and found revoked when it is sent again.
    if (outcomes === 'busy') return tooManyChanges();
    for (const [i, row] of inList.entries()) rows.set(row, rowOf(outcomes[i] as StatusOutcome));
  }
  return done(wanted.map((_, row) => rows.get(row) as RevokedRow));
}

/** Those of these badges that the actor may see. */
async function findAll({ store }: StatusChanging, actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, StandingRecord>> {
  const tenants = new Map<string, string[]>();
  if (!isAdmin(actor)) tenants.set(actor.issuerId ?? '', [...ids]);
  else {
    for (const [id, issuerId] of await store.standings.tenantsOf(ids)) push(tenants, issuerId, id);
  }
  const found = new Map<string, StandingRecord>();
  for (const [issuerId, own] of tenants) for (const standing of await store.standings.find(issuerId, own)) found.set(standing.id, standing);
  return found;
}

function push<T>(groups: Map<string, T[]>, name: string, one: T): void {
  const group = groups.get(name);
  if (group === undefined) groups.set(name, [one]);
  else group.push(one);
}

function unknownRow(id: string): RevokedRow {
  const { code, detail } = notFound('badge').refusal;
  return { id, result: 'refused', revoked: null, erasedAt: null, problem: { code, detail } };
}

function rowOf({ result, standing: { id, revoked, erasedAt } }: StatusOutcome): RevokedRow {
  const since = revoked === null ? null : { at: revoked.at.toISOString(), reason: revoked.reason };
  return {
    id,
    result: result === 'changed' ? 'revoked' : 'already-revoked',
    revoked: since,
    erasedAt: erasedAt?.toISOString() ?? null,
    problem: null,
  };
}

/** What an auditor compares with the events: SHA-256 over the ids of the badges, sorted, one a line. */
function digestOf(ids: readonly string[]): string {
  return createHash('sha256')
    .update(`${[...ids].sort().join('\n')}\n`)
    .digest('hex');
}
