import type { Kysely } from 'kysely';
import type { Tables } from './schema/tables.js';

/** Numbers that are remembered at most. Old ids end in random bits, which are remembered as numbers of nobody. */
const REMEMBERED = 10_000;

/** What each row of which has a public id of its own. */
type Named = 'credential' | 'achievement';

/** Leads from public ids to their issuers. One for each process, so that a number is looked up once. */
export interface PublicIds {
  /**
   * What `ask` finds with the issuer of an id: the one whose number the id carries, or, for an id that was made before ids carried one, the one that
   * has the row. The number is never taken for more than a hint: an old id may end in one by chance.
   */
  find<T>(db: Kysely<Tables>, table: Named, id: string, ask: (issuerId: string) => Promise<T | null>): Promise<T | null>;
}

/** The number of the issuer that an id of `newPublicId` names. An older id has random bits there. */
export function issuerNumberOf(id: string): number {
  return Number.parseInt(id.slice(-8), 16);
}

export function publicIds(): PublicIds {
  const known = new Map<number, string | null>();
  const issuerIn = async (db: Kysely<Tables>, id: string): Promise<string | null> => {
    const number = issuerNumberOf(id);
    const remembered = known.get(number);
    if (remembered !== undefined) return remembered;
    const row = await db.selectFrom('issuer').select('id').where('number', '=', number).executeTakeFirst();
    if (known.size >= REMEMBERED) known.delete(known.keys().next().value!);
    known.set(number, row?.id ?? null);
    return row?.id ?? null;
  };
  return {
    async find(db, table, id, ask) {
      const named = await issuerIn(db, id);
      const found = named === null ? null : await ask(named);
      if (found !== null) return found;
      const row = await db
        .selectFrom(table as 'credential')
        .select('issuerId')
        .where('id', '=', id)
        .executeTakeFirst();
      return row === undefined || row.issuerId === named ? null : ask(row.issuerId);
    },
  };
}
