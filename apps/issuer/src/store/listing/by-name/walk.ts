import { type Kysely, type RawBuilder, sql } from 'kysely';
import { ORDINAL, READABLE } from '../../credentials.js';
import type { Tables } from '../../schema/tables.js';
import { type CredentialFilter, filtered } from '../credential-filter.js';
import { anchorOf, CHANGED, directionOf, type FoundBadge, NAME_KEY, type NamePlace, type PageByName, type Part } from './places.js';

/** How far one page is looked for. */
export interface Bounds {
  /** People whose names are looked at. */
  readonly names: number;
  /** People whose badges are looked up, and badges of nobody. */
  readonly people: number;
}

/** `reached`: the anchor of whoever was looked at last, or null when nobody follows in this part. */
export interface Walked {
  readonly found: readonly FoundBadge[];
  readonly reached: string | null;
}

interface Walk {
  readonly issuerId: string;
  readonly filter: CredentialFilter;
  readonly page: Pick<PageByName, 'order' | 'limit'>;
  /** In this part; null from its beginning. */
  readonly from: NamePlace | null;
  readonly bounds: Bounds;
}

/** By what badges are filtered and ordered: no more, since these rows are copied. */
const LOOKED_AT = [
  ...(['issuerId', 'id', 'achievementId', 'recipientId', 'recipientLookup', 'tx', 'position', 'createdAt'] as const),
  ...(['validFrom', 'validUntil', 'claimedAt', 'suspendedAt', 'revokedAt', 'erasedAt'] as const),
] as const;

/** Goes through people in the order of their names, with an index, and looks up the badges of each. */
export async function walkPeople(
  db: Kysely<Tables>,
  part: Exclude<Part, 'nobody'>,
  { issuerId, filter, page: { order, limit }, from, bounds: { names, people } }: Walk,
): Promise<Walked> {
  const { way, beyond } = directionOf(order);
  const { recipientIds, namePattern } = filter;
  // Who was found already is sorted; without OFFSET 0 PostgreSQL might go through everybody to find them in order.
  const source =
    recipientIds === null
      ? sql`recipient r`
      : sql`(SELECT * FROM recipient WHERE issuer_id = ${issuerId} AND id = ANY (${recipientIds}::uuid[]) OFFSET 0) r`;
  const there = part === 'named' ? sql`IS NOT NULL` : sql`IS NULL`;
  // Here too: by whatever else fits, PostgreSQL might look up the badges of everybody, for each person again.
  const theirs = db
    .selectFrom('credential')
    .select(LOOKED_AT)
    .where('issuerId', '=', issuerId)
    .where(READABLE)
    .where(sql<boolean>`recipient_id = p.id`)
    .orderBy(sql`${ORDINAL} ${way}, id ${way}`)
    .offset(0);
  const fitting = db.selectFrom(theirs.as('credential')).select(['id', ORDINAL.as('ordinal')]);
  let badges = filtered(fitting, issuerId, { ...filter, recipientIds: null, namePattern: null })
    .where(sql<boolean>`p.fits`)
    .orderBy(sql`${ORDINAL} ${way}, id ${way}`)
    .limit(limit);
  if (from !== null && from.badge !== null) {
    const { ordinal, id } = from.badge;
    badges = badges.where(sql<boolean>`(p.id <> ${from.recipientId}::uuid OR (${ORDINAL}, id) ${beyond} (${ordinal}, ${id}::uuid))`);
  }
  const { rows } = await sql<{ id: string | null; recipient: string; changed: string; last: boolean }>`
    SELECT c.id, p.id AS recipient, p.changed, p.n = ${names} OR p.m = ${people} AS last
    FROM (
      SELECT near.*, row_number() OVER (ORDER BY key ${way}, id ${way}) AS m
      FROM (
        SELECT r.id, ${CHANGED} AS changed, ${NAME_KEY} AS key, ${namePattern === null ? sql`true` : sql`r.name_search LIKE ${namePattern}`} AS fits,
          row_number() OVER (ORDER BY ${NAME_KEY} ${way}, r.id ${way}) AS n
        FROM ${source}
        WHERE r.issuer_id = ${issuerId} AND ${NAME_KEY} ${there} ${startingAt(part, from, beyond)}
        ORDER BY ${NAME_KEY} ${way}, r.id ${way} LIMIT ${names}
      ) near
      WHERE fits OR n = ${names}
      ORDER BY key ${way}, id ${way} LIMIT ${people}
    ) p LEFT JOIN LATERAL ${badges} c ON true
    WHERE c.id IS NOT NULL OR p.n = ${names} OR p.m = ${people}
    ORDER BY p.key ${way}, p.id ${way}, c.ordinal ${way}, c.id ${way} LIMIT ${limit}`.execute(db);
  const found = rows.flatMap(({ id, recipient, changed }) => (id === null ? [] : { id, anchor: anchorOf({ id, recipient, changed }) }));
  const last = rows.at(-1);
  const isOver = last === undefined || !last.last || found.length >= limit;
  return { found, reached: isOver ? null : anchorOf({ ...last, id: last.recipient }) };
}

/** Whose badges follow a place; whoever has a badge in front of it may have more. */
function startingAt(part: Part, from: NamePlace | null, beyond: RawBuilder<unknown>): RawBuilder<unknown> {
  if (from === null) return sql``;
  const comparison = from.badge === null ? beyond : sql`${beyond}=`;
  return part === 'named'
    ? sql`AND (${NAME_KEY}, r.id) ${comparison} (${from.name}, ${from.recipientId}::uuid)`
    : sql`AND r.id ${comparison} ${from.recipientId}::uuid`;
}

/** Of an anchor: who a badge of nobody is of. */
const NOBODYS = { recipient: null, changed: null } as const;

/** Goes through badges of nobody: those that were erased, and those of before recipients were rows. */
export async function walkNobody(
  db: Kysely<Tables>,
  { issuerId, filter, page: { order, limit }, from, bounds: { people } }: Walk,
): Promise<Walked> {
  const { way, beyond } = directionOf(order);
  let near = db
    .selectFrom('credential')
    .select(LOOKED_AT)
    .where('issuerId', '=', issuerId)
    .where(READABLE)
    .where('recipientId', 'is', null)
    .orderBy(sql`${ORDINAL} ${way}, id ${way}`)
    .limit(people);
  if (from?.badge != null) near = near.where(sql<boolean>`(${ORDINAL}, id) ${beyond} (${from.badge.ordinal}, ${from.badge.id}::uuid)`);
  const fitting = filtered(db.selectFrom(near.as('credential')).select('id'), issuerId, filter);
  const rows = await fitting.orderBy(sql`${ORDINAL} ${way}, id ${way}`).limit(limit).execute();
  const found = rows.map(({ id }) => ({ id, anchor: anchorOf({ id, ...NOBODYS }) }));
  if (found.length >= limit) return { found, reached: null };
  const last = await near
    .clearSelect()
    .select('id')
    .offset(people - 1)
    .limit(1)
    .executeTakeFirst();
  return { found, reached: last === undefined ? null : anchorOf({ id: last.id, ...NOBODYS }) };
}
