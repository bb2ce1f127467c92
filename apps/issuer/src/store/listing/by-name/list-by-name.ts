import { type Kysely, sql } from 'kysely';
import { credentialsOf, toCredential } from '../../credentials.js';
import type { CredentialRecord } from '../../records.js';
import type { Tables } from '../../schema/tables.js';
import type { CredentialFilter } from '../credential-filter.js';
import { sortFew } from './few.js';
import { type FoundBadge, PARTS, type PageByName, placeOf } from './places.js';
import { type Bounds, type Walked, walkNobody, walkPeople } from './walk.js';

/** A page of badges. */
export interface PageOfNames {
  readonly credentials: readonly CredentialRecord[];
  /** What a page goes on after, behind each of them, by their ids. */
  readonly anchors: ReadonlyMap<string, string>;
}

/** `reached` is the anchor after which the search goes on; null when no others follow, or when the page is full. */
export interface FoundByName extends PageOfNames {
  readonly reached: string | null;
}

/**
 * Badges in the order of the names of their recipients, in pages, whose places are found by an index however far they are. The order is total: name,
 * recipient, badge. People without a name come after all others, and badges of nobody, such as erased ones, come last, in both directions.
 */
export function listByNameRepository(db: Kysely<Tables>) {
  /** The badges as they are by now, in the order in which they were found. */
  async function read(issuerId: string, found: readonly FoundBadge[]): Promise<PageOfNames> {
    const anchors = new Map(found.map(({ id, anchor }) => [id, anchor]));
    if (found.length === 0) return { credentials: [], anchors };
    const rows = await credentialsOf(db, issuerId)
      .where(sql<boolean>`id = ANY(${[...anchors.keys()]}::uuid[])`)
      .execute();
    const byId = new Map(rows.map((row) => [row.id, toCredential(row)]));
    return { credentials: found.flatMap(({ id }) => byId.get(id) ?? []), anchors };
  }
  return {
    /** Goes through people by their names within bounds. Null when the page begins after an anchor that leads nowhere, or nowhere any more. */
    async walkByName(
      issuerId: string,
      filter: CredentialFilter,
      { order, limit, after }: PageByName,
      bounds: Bounds,
    ): Promise<FoundByName | null> {
      const start = after === null ? null : await placeOf(db, issuerId, after);
      if (after !== null && start === null) return null;
      const found: FoundBadge[] = [];
      let reached: string | null = null;
      for (const part of PARTS) {
        if (start !== null && PARTS.indexOf(part) < PARTS.indexOf(start.part)) continue;
        if (part !== 'named' && filter.namePattern !== null) continue;
        // What was erased is nobody's any more.
        if (part !== 'nobody' && filter.state === 'erased') continue;
        if (part === 'nobody' && filter.recipientIds !== null) continue;
        const page = { order, limit: limit - found.length };
        const walk = { ...{ issuerId, filter, page, bounds }, from: start?.part === part ? start : null };
        const walked: Walked = part === 'nobody' ? await walkNobody(db, walk) : await walkPeople(db, part, walk);
        found.push(...walked.found);
        reached = walked.reached;
        if (reached !== null || found.length >= limit) break;
      }
      return { ...(await read(issuerId, found)), reached };
    },
    /**
     * As `walkByName`, of filters that few badges fit: all of them are found and sorted. `found` is null when there are more than `most`.
     * Null as there.
     */
    async sortedByName(
      issuerId: string,
      filter: CredentialFilter,
      { order, limit, after }: PageByName,
      most: number,
    ): Promise<{ readonly found: PageOfNames | null } | null> {
      const from = after === null ? null : await placeOf(db, issuerId, after);
      if (after !== null && from === null) return null;
      const found = await sortFew(db, issuerId, filter, { order, limit, from, most });
      return { found: found === null ? null : await read(issuerId, found) };
    },
  };
}
