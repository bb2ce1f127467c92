import { type Kysely, sql } from 'kysely';
import type { ChangeKind, ChangePosition, PublicChange, ReadChanges } from '../../public/cache/public-change.js';
import { logPosition } from '../database/log-position.js';
import type { TransactionOrder } from '../issued/transaction-order.js';
import type { Tables } from '../schema/tables.js';

/** Told by a repository, in the transaction of a change, what public documents show of it. */
export type NoteChange = (issuerId: string, kind: ChangeKind, objectIds: readonly string[]) => void;

/** Collects what one transaction changes. */
export function changeNotes(): { readonly note: NoteChange; all(): readonly PublicChange[] } {
  const noted = new Map<string, PublicChange>();
  return {
    note(issuerId, kind, objectIds) {
      for (const objectId of objectIds) noted.set(`${issuerId} ${kind} ${objectId}`, { issuerId, kind, objectId });
    },
    all: () => [...noted.values()],
  };
}

/** For what is not in a transaction: its change and the row that tells of it could part. */
export const refuseChange: NoteChange = (_, kind, objectIds) => {
  if (objectIds.length > 0) throw new Error(`a change of a public ${kind} belongs in a transaction`);
};

/** The rows that tell other processes what changed. */
export function publicChangeRepository(db: Kysely<Tables>, order: TransactionOrder) {
  return {
    /** In the transaction of the changes. */
    async append(changes: readonly PublicChange[]): Promise<void> {
      if (changes.length === 0) return;
      const column = <K extends keyof PublicChange>(name: K) => changes.map((change) => change[name]);
      await sql`
        INSERT INTO public_change (issuer_id, kind, object_id, tx)
        SELECT c.*, pg_current_xact_id()::text::bigint + ${await order.offset()}::bigint
        FROM unnest(${column('issuerId')}::uuid[], ${column('kind')}::text[], ${column('objectId')}::text[]) AS c`.execute(db);
    },
    /** Deletes at most `limit` of the oldest rows, where they are older than so many milliseconds by the clock that dated them; answers how many. */
    async prune(olderThan: number, limit: number): Promise<number> {
      const { numAffectedRows = 0n } = await sql`
        DELETE FROM public_change USING (SELECT issuer_id, tx, kind, object_id, at FROM public_change ORDER BY tx LIMIT ${limit}) o
        WHERE public_change.issuer_id = o.issuer_id AND public_change.tx = o.tx AND public_change.kind = o.kind
          AND public_change.object_id = o.object_id AND o.at < now() - ${olderThan}::double precision * interval '1 millisecond'`.execute(
        db,
      );
      return Number(numAffectedRows);
    },
  };
}

/** More changes than are worth being told one by one. */
const MOST = 5000;

/** Sessions of releases before 0024, also as a pooler calls them that adds the address of its client (`application_name_add_host`). */
const UNTOLD = '^proofmark( - .*)?$';

interface Row {
  readonly origin: string;
  readonly snapshot: string;
  readonly offset: number;
  readonly lsn: string | null;
  readonly untold: boolean;
  readonly issuerId: string | null;
  readonly kind: ChangeKind;
  readonly objectId: string;
}

/**
 * One statement asks for the position and for what was committed since the one before: rows of transactions that the snapshot of then did not
 * show, however long they ran. Nothing older than the oldest of these is read. On a standby, which may lag, the position is of another origin.
 */
export function publicChanges(db: Kysely<Tables>): ReadChanges {
  return async (since) => {
    const [from, offset, snapshot] = since === null ? [0, 0, null] : [oldestOf(since), since.offset, since.snapshot];
    const { rows } = await sql<Row>`
      SELECT p.*, c.issuer_id, c.kind, c.object_id FROM (
        SELECT pg_current_snapshot()::text AS snapshot, coalesce((SELECT value FROM transaction_offset), 0) AS offset,
          CASE WHEN pg_is_in_recovery() THEN 'standby' ELSE concat_ws('/',
            (SELECT system_identifier FROM pg_control_system()),
            substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8),
            (SELECT oid FROM pg_database WHERE datname = current_database()),
            'public_change'::regclass::oid) END AS origin,
          CASE WHEN pg_is_in_recovery() THEN NULL ELSE pg_current_wal_insert_lsn()::text END AS lsn,
          EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name ~ ${UNTOLD}) AS untold) p
      LEFT JOIN public_change c ON ${snapshot}::text IS NOT NULL AND c.tx >= ${from}::bigint
        AND NOT pg_visible_in_snapshot((c.tx - ${offset}::bigint)::text::xid8, ${snapshot}::pg_snapshot)
      LIMIT ${MOST + 1}`.execute(db);
    const [first] = rows;
    if (first === undefined) throw new Error('the database does not tell its position');
    const { origin, lsn, untold } = first;
    const logged = lsn === null ? null : logPosition(lsn);
    const position: ChangePosition = { origin, snapshot: first.snapshot, offset: first.offset };
    const told = since !== null && follows(position, since) && rows.length <= MOST;
    return { position, logged, untold, changes: told || since === null ? rows.flatMap(toChange) : null };
  };
}

function toChange({ issuerId, kind, objectId }: Row): readonly PublicChange[] {
  return issuerId === null ? [] : [{ issuerId, kind, objectId }];
}

/** Whether the later position is one of the same history: a copy of the database that was put back has numbers that were used before. */
function follows(later: ChangePosition, earlier: ChangePosition): boolean {
  return later.origin === earlier.origin && later.offset === earlier.offset && nextOf(later) >= nextOf(earlier);
}

/** A snapshot is the oldest transaction that runs, the next one, and those between that run: `10:20:11,15`. */
function oldestOf({ snapshot, offset }: ChangePosition): number {
  return Number(snapshot.split(':')[0]) + offset;
}

function nextOf({ snapshot }: ChangePosition): number {
  return Number(snapshot.split(':')[1]);
}
