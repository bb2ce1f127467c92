import type { AssessmentState } from '@proofmark/schemas/api';
import { type Kysely, sql } from 'kysely';
import { credentialsOf, toCredential } from '../credentials.js';
import { issuerNumberOf, type PublicIds } from '../distributed/public-ids.js';
import type { OrderedPage } from '../listing/credential-list.js';
import type { AssessmentRecord, CredentialKey, CredentialRecord, EndorsementRecord } from '../records.js';
import type { Tables } from '../schema/tables.js';

/** An assessment with its badge, and who had to do with it. */
export interface FoundAssessment extends AssessmentRecord {
  readonly credential: CredentialRecord;
  /** The person who asked; null where an API key did. */
  readonly asker: NamedPersonRow | null;
  readonly decider: NamedPersonRow | null;
  /** The people who issued the badge or asked for the assessment, also by API keys that they made, and by keys that those made. */
  readonly involved: readonly string[];
  readonly endorsement: EndorsementRecord | null;
}

/** `name` is null of somebody who is not known here. */
interface NamedPersonRow {
  readonly id: string;
  readonly name: string | null;
}

/** Null: of any. */
export interface AssessmentChoice {
  readonly credentialId: string | null;
  readonly state: AssessmentState | null;
}

type Decision = Pick<AssessmentRecord, 'decidedBy' | 'decidedAt'> &
  ({ readonly state: 'endorsed'; readonly endorsementId: string } | { readonly state: 'sent-back'; readonly reason: string });

/**
 * Whether an assessor is shown a badge (`c`) that waits: it is not withdrawn, and the badge that renews or corrects it was not asked about. Where that one
 * wants no assessment, whoever asked about the earlier one still gets an answer.
 */
export const isShown = (issuerId: string) => sql<boolean>`c.revoked_at IS NULL AND NOT coalesce((
  SELECT true FROM credential s JOIN assessment t ON t.issuer_id = ${issuerId} AND t.credential_id = s.id
  WHERE s.issuer_id = ${issuerId} AND s.predecessor_id = c.id AND s.revoked_at IS NULL AND s.erased_at IS NULL LIMIT 1), false)`;

/** What waits for a second pair of eyes, and what became of it. */
export function assessmentRepository(db: Kysely<Tables>, ids: PublicIds) {
  const read = async (issuerId: string, query: ReturnType<typeof rowsOf>): Promise<readonly FoundAssessment[]> =>
    complete(db, issuerId, await query.execute());
  return {
    /** False when one waits for the badge already. */
    async insert(assessment: AssessmentRecord): Promise<boolean> {
      const done = await db
        .insertInto('assessment')
        .values(assessment)
        .onConflict((conflict) => conflict.columns(['issuerId', 'credentialId']).where(sql<boolean>`state = 'waiting'`).doNothing())
        .executeTakeFirst();
      return done.numInsertedOrUpdatedRows === 1n;
    },
    /** Those of an issuer in a state, or of one badge. Of those that wait, the ones that are shown. */
    async list(
      issuerId: string,
      { credentialId, state }: AssessmentChoice,
      { limit, after, order }: OrderedPage,
    ): Promise<readonly FoundAssessment[]> {
      const direction = order === 'oldest' ? 'asc' : 'desc';
      let query = rowsOf(db, issuerId).orderBy('a.id', direction).limit(limit);
      if (credentialId !== null) query = query.where('a.credentialId', '=', credentialId);
      if (state !== null) query = query.where('a.state', '=', state);
      if (state === 'waiting') query = query.where(isShown(issuerId));
      if (after !== null) query = query.where('a.id', direction === 'asc' ? '>' : '<', after);
      return read(issuerId, query);
    },
    /** The assessment with an id; null when there is none. */
    find(id: string): Promise<FoundAssessment | null> {
      const ask = async (issuerId: string) => (await read(issuerId, rowsOf(db, issuerId).where('a.id', '=', id)))[0] ?? null;
      return ids.findBy(db, issuerNumberOf(id), ask, async () => undefined);
    },
    /** Those of a badge, the oldest first. */
    async ofBadge({ issuerId, credentialId }: CredentialKey): Promise<readonly FoundAssessment[]> {
      return read(issuerId, rowsOf(db, issuerId).where('a.credentialId', '=', credentialId).orderBy('a.id'));
    },
    /** Writes down what was decided; false when somebody has decided it before. */
    async decide({ issuerId, id }: Pick<AssessmentRecord, 'issuerId' | 'id'>, decision: Decision): Promise<boolean> {
      const done = await db
        .updateTable('assessment')
        .set(decision)
        .where('issuerId', '=', issuerId)
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .executeTakeFirst();
      return done.numUpdatedRows === 1n;
    },
  };
}

/** The people who made these keys, or the keys that made them, by the key. */
async function makersOf(db: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; personId: string }>`
    WITH RECURSIVE line AS (
      SELECT id, created_by, person_id FROM api_key WHERE id = ANY(${ids}::uuid[])
      UNION ALL SELECT l.id, k.created_by, k.person_id FROM line l JOIN api_key k ON k.id = l.created_by)
    SELECT id, person_id FROM line WHERE person_id IS NOT NULL`.execute(db);
  return new Map(rows.map(({ id, personId }) => [id, personId]));
}

/** The columns of an assessment, and who stands behind the ids in it. Only an id that is a person's leads to one. */
function rowsOf(db: Kysely<Tables>, issuerId: string) {
  return db
    .selectFrom('assessment as a')
    .innerJoin('credential as c', (join) => join.onRef('c.id', '=', 'a.credentialId').on('c.issuerId', '=', issuerId))
    .leftJoin('person as p', 'p.id', 'a.askedBy')
    .leftJoin('person as d', 'd.id', 'a.decidedBy')
    .selectAll('a')
    .select(['p.name as askerName', 'd.name as deciderName', 'c.apiKeyId as issuedBy'])
    .select(sql<boolean>`p.id IS NOT NULL`.as('byPerson'))
    .where('a.issuerId', '=', issuerId);
}

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number];

/** The keys and people who asked, and who issued the badge. */
function actedIn({ askedBy, issuedBy }: Pick<Row, 'askedBy' | 'issuedBy'>): readonly string[] {
  return issuedBy === null ? [askedBy] : [askedBy, issuedBy];
}

async function complete(db: Kysely<Tables>, issuerId: string, rows: readonly Row[]): Promise<readonly FoundAssessment[]> {
  if (rows.length === 0) return [];
  const badges = rows.map(({ credentialId }) => credentialId);
  const credentials = await credentialsOf(db, issuerId).where(sql<boolean>`id = ANY(${badges}::uuid[])`).execute();
  const byId = new Map(credentials.map((row) => [row.id, toCredential(row)]));
  const signed = rows.flatMap(({ endorsementId }) => endorsementId ?? []);
  const endorsements =
    signed.length === 0
      ? []
      : await db
          .selectFrom('endorsement')
          .selectAll()
          .where('issuerId', '=', issuerId)
          .where(sql<boolean>`credential_id = ANY(${badges}::uuid[])`)
          .where(sql<boolean>`id = ANY(${signed}::uuid[])`)
          .execute();
  const makers = await makersOf(db, [...new Set(rows.flatMap(actedIn))]);
  return rows.flatMap(({ askerName, deciderName, byPerson, issuedBy, ...row }) => {
    const credential = byId.get(row.credentialId);
    if (credential === undefined) return [];
    const acted = actedIn({ ...row, issuedBy });
    return {
      ...row,
      credential,
      involved: [...acted, ...acted.flatMap((id) => makers.get(id) ?? [])],
      asker: byPerson ? { id: row.askedBy, name: askerName } : null,
      decider: row.decidedBy === null ? null : { id: row.decidedBy, name: deciderName },
      endorsement: endorsements.find(({ id }) => id === row.endorsementId) ?? null,
    };
  });
}
