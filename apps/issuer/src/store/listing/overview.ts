import { type Kysely, sql } from 'kysely';
import { credentialsOf, isSuperseded, toCredential } from '../credentials.js';
import type { CredentialRecord } from '../records.js';
import type { Tables } from '../schema/tables.js';
import { firstIdOf } from './first-id.js';

/** What happened on one day of UTC. */
export interface DayCounts {
  /** Its beginning. */
  readonly day: Date;
  /** Badges that were issued, by the time that stands in their ids. */
  readonly issued: number;
  /** Badges that their learners claimed. */
  readonly claimed: number;
  /** Looks at pieces of work that found an answer. */
  readonly checked: number;
  /** Badges of which such an answer was another one than before. */
  readonly changed: number;
}

/** Badges that end soon. */
export interface EndingBadges {
  /** How many end in the first week, in the second, and so on. */
  readonly byWeek: readonly number[];
  /** Not all were counted, since there are very many. */
  readonly more: boolean;
  /** Those that end first. */
  readonly first: readonly string[];
}

/** A badge whose work is not what it was, and the worst that is found now. */
export interface ChangedWork {
  readonly credentialId: string;
  readonly at: Date;
  readonly found: 'gone' | 'changed' | 'private' | 'matches';
}

const WEEK_SECONDS = 604_800;
/** Badges that are gone through to count those that end soon. */
const MOST_ENDING = 20_000;
/** Events that are gone through to find the badges of whose work something changed last. */
const MOST_CHANGES = 100;

/** Numbers of one issuer, each found by an index. */
export function overviewRepository(db: Kysely<Tables>) {
  return {
    /** Counts days anew. */
    async count(issuerId: string, days: readonly Date[]): Promise<readonly DayCounts[]> {
      const ends = days.map((day) => new Date(day.getTime() + 86_400_000));
      const ids = (instants: readonly Date[]) => instants.map((instant) => firstIdOf(instant.getTime()));
      const { rows } = await sql<DayCounts>`
        SELECT d.day,
          (SELECT count(*)::int FROM credential c WHERE c.issuer_id = ${issuerId} AND c.id >= d.first_id AND c.id < d.next_id) AS issued,
          (SELECT count(*)::int FROM credential c WHERE c.issuer_id = ${issuerId} AND c.claimed_at >= d.day AND c.claimed_at < d.next) AS claimed,
          (SELECT count(*)::int FROM work_look w
            WHERE w.issuer_id = ${issuerId} AND w.at >= d.day AND w.at < d.next AND w.same_bytes <> 'not-checked') AS checked,
          (SELECT count(*)::int FROM api_event e
            WHERE e.issuer_id = ${issuerId} AND e.at >= d.day AND e.at < d.next AND e.type = 'evidence.changed') AS changed
        FROM unnest(${days}::timestamptz[], ${ends}::timestamptz[], ${ids(days)}::uuid[], ${ids(ends)}::uuid[]) AS d (day, next, first_id, next_id)
        ORDER BY d.day`.execute(db);
      return rows;
    },
    /** When the first badge of an issuer was begun; null where there is none, or its id tells no time. */
    async began(issuerId: string): Promise<Date | null> {
      const query = db.selectFrom('credential').select('id').where('issuerId', '=', issuerId).orderBy('id').limit(1);
      const id = (await query.executeTakeFirst())?.id;
      return id?.[14] === '7' ? new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16)) : null;
    },
    /** Days that were counted when they were over, the oldest first. */
    async kept(issuerId: string): Promise<readonly DayCounts[]> {
      const { rows } = await sql<DayCounts>`
        SELECT day, issued, claimed, checked, changed FROM overview_day
        WHERE issuer_id = ${issuerId} ORDER BY day`.execute(db);
      return rows;
    },
    /** Keeps the counts of days that are over. Who counted them at the same time found the same. */
    async keep(issuerId: string, days: readonly DayCounts[]): Promise<void> {
      const column = <K extends keyof DayCounts>(name: K) => days.map((one) => one[name]);
      await sql`
        INSERT INTO overview_day (issuer_id, day, issued, claimed, checked, changed)
        SELECT ${issuerId}::uuid, d.day, d.issued, d.claimed, d.checked, d.changed
        FROM unnest(${column('day')}::timestamptz[], ${column('issued')}::int[], ${column('claimed')}::int[], ${column('checked')}::int[],
          ${column('changed')}::int[]) AS d (day, issued, claimed, checked, changed)
        ON CONFLICT (issuer_id, day) DO NOTHING`.execute(db);
    },
    /** Badges in force that end in so many weeks and that nothing renews. */
    async ending(issuerId: string, now: Date, weeks: number, first: number): Promise<EndingBadges> {
      const until = new Date(now.getTime() + weeks * WEEK_SECONDS * 1000);
      const { rows } = await sql<{ week: number; badges: number; ids: readonly string[]; seen: number }>`
        WITH near AS MATERIALIZED (
          SELECT id, valid_until, revoked_at, erased_at, suspended_at FROM credential
          WHERE issuer_id = ${issuerId} AND valid_until > ${now} AND valid_until <= ${until} ORDER BY valid_until LIMIT ${MOST_ENDING}),
        standing AS MATERIALIZED (
          SELECT credential.id, valid_until, floor(extract(epoch FROM valid_until - ${now}::timestamptz) / ${WEEK_SECONDS})::int AS week FROM near credential
          WHERE revoked_at IS NULL AND erased_at IS NULL AND suspended_at IS NULL AND NOT ${isSuperseded(issuerId)})
        SELECT s.week, count(*)::int AS badges, (SELECT count(*)::int FROM near) AS seen,
          (array_agg(s.id ORDER BY s.valid_until, s.id))[1:${first}::int] AS ids
        FROM standing s GROUP BY s.week ORDER BY s.week`.execute(db);
      const byWeek = Array.from({ length: weeks }, (_, week) => rows.find((row) => row.week === week)?.badges ?? 0);
      return { byWeek, more: (rows[0]?.seen ?? 0) >= MOST_ENDING, first: rows.flatMap(({ ids }) => ids).slice(0, first) };
    },
    /** The badges of whose work an answer changed last, each once. */
    async changed(issuerId: string, most: number): Promise<readonly ChangedWork[]> {
      const { rows } = await sql<ChangedWork>`
        SELECT e.credential_id, max(e.at) AS at, coalesce((
          SELECT l.same_bytes FROM (
            SELECT DISTINCT ON (w.piece) w.same_bytes FROM work_look w
            WHERE w.issuer_id = ${issuerId} AND w.credential_id = e.credential_id AND w.same_bytes <> 'not-checked'
            ORDER BY w.piece, w.seq DESC) l
          ORDER BY array_position(ARRAY['gone', 'changed', 'private', 'matches'], l.same_bytes) LIMIT 1), 'matches') AS found
        FROM (
          SELECT v.credential_id, v.at FROM api_event v WHERE v.issuer_id = ${issuerId} AND v.type = 'evidence.changed' AND v.credential_id IS NOT NULL
          ORDER BY v.at DESC LIMIT ${MOST_CHANGES}) e
        GROUP BY e.credential_id ORDER BY max(e.at) DESC LIMIT ${most}`.execute(db);
      return rows;
    },
    /** Badges by their ids. */
    async badges(issuerId: string, ids: readonly string[]): Promise<ReadonlyMap<string, CredentialRecord>> {
      if (ids.length === 0) return new Map();
      const rows = await credentialsOf(db, issuerId).where(sql<boolean>`id = ANY(${ids}::uuid[])`).execute();
      return new Map(rows.map((row) => [row.id, toCredential(row)]));
    },
  };
}
