import { createHash } from 'node:crypto';
import type { NameOrder } from '@proofmark/schemas/api';
import { type Kysely, sql } from 'kysely';
import type { PageRequest } from '../../records.js';
import type { Tables } from '../../schema/tables.js';

/** `after` is an anchor: that of the last badge of the page before, or where the search ended. */
export interface PageByName extends PageRequest {
  readonly order: NameOrder;
}

/** Whose badges come first: of people with a name, of people without one, and of nobody. The same in both directions. */
export const PARTS = ['named', 'nameless', 'nobody'] as const;
export type Part = (typeof PARTS)[number];

/** Where a badge stands in the order of names: by name, person and place in the order of commits. */
export interface NamePlace {
  readonly part: Part;
  /** As it is ordered; empty where there is none. */
  readonly name: string;
  readonly recipientId: string;
  /** Null behind all badges of the person. */
  readonly badge: { readonly ordinal: number; readonly id: string } | null;
}

/** The name of a recipient `r` as it is ordered, byte by byte; exactly as in the index `recipient_by_name`. */
export const NAME_KEY = sql<string | null>`(left(translate(r.name_search, 'łøđðħŧıßæœþ', 'loddhtisaot'), 100) COLLATE "C")`;

/** Stands for nobody's id. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

export const directionOf = (order: NameOrder) =>
  order === 'name' ? { way: sql`ASC`, beyond: sql`>` } : { way: sql`DESC`, beyond: sql`<` };

/** When a recipient `r` was changed last, as a text that is the same for every session. */
export const CHANGED = sql<string | null>`extract(epoch FROM r.updated_at)::text`;

/** The id of a badge or a person, whose it is, and when whoever it is was changed last; the two are null of a badge of nobody. */
interface StandingThen {
  readonly id: string;
  readonly recipient: string | null;
  readonly changed: string | null;
}

/** A badge that was found, and the anchor behind it: of the moment in which it was found. */
export interface FoundBadge {
  readonly id: string;
  readonly anchor: string;
}

/**
 * What a page goes on after: the id of a badge or, behind all badges of a person, of the person; and eight bytes in hex by which a place is known again.
 * Whoever was renamed or erased meanwhile stands elsewhere, and to go on there would leave out others. Nothing in it is made of a name: cursors stand in URLs.
 */
export function anchorOf({ id, recipient, changed }: StandingThen): string {
  return `${id}${createHash('sha256')
    .update(JSON.stringify([recipient, changed]))
    .digest('hex')
    .slice(0, 16)}`;
}

/** The place of an anchor; null where there is none, or where whoever stood there was changed since, or erased. */
export async function placeOf(db: Kysely<Tables>, issuerId: string, anchor: string): Promise<NamePlace | null> {
  const id = anchor.slice(0, NOBODY.length);
  const { rows } = await sql<{ recipient: string | null; changed: string | null; key: string | null; ordinal: number | null }>`
    SELECT r.id AS recipient, ${CHANGED} AS changed, ${NAME_KEY} AS key, NULL::bigint AS ordinal
    FROM recipient r WHERE r.issuer_id = ${issuerId} AND r.id = ${id}::uuid
    UNION ALL
    SELECT r.id, ${CHANGED}, ${NAME_KEY}, coalesce(c.tx, c.position)
    FROM credential c LEFT JOIN recipient r ON r.issuer_id = ${issuerId} AND r.id = c.recipient_id
    WHERE c.issuer_id = ${issuerId} AND c.id = ${id}::uuid`.execute(db);
  const row = rows.find(({ recipient, changed }) => anchorOf({ id, recipient, changed }) === anchor);
  if (row === undefined) return null;
  const { recipient, key, ordinal } = row;
  return {
    part: recipient === null ? 'nobody' : key === null ? 'nameless' : 'named',
    ...{ name: key ?? '', recipientId: recipient ?? NOBODY },
    badge: ordinal === null ? null : { ordinal, id },
  };
}
