import type { Kysely } from 'kysely';
import type { Tables } from '../schema/tables.js';

/** Numbers that are remembered at most. Old ids end in random bits, which are remembered as numbers of nobody. */
const REMEMBERED = 10_000;

/** What each row of which has a public id of its own. */
type Named = 'credential' | 'achievement';

/** Leads from public ids and links to their issuers. One for each process, so that a number is looked up once. */
export interface PublicIds {
  /**
   * What `ask` finds with the issuer of an id: the one whose number the id carries, or, for an id that was made before ids carried one, the one that
   * has the row.
   */
  find<T>(db: Kysely<Tables>, table: Named, id: string, ask: (issuerId: string) => Promise<T | null>): Promise<T | null>;
  /**
   * What `ask` finds with the issuer of a number, or else with the one that `search` finds. The number is never more than a hint: what is older
   * than the numbers may look like one by chance.
   */
  findBy<T>(
    db: Kysely<Tables>,
    number: number,
    ask: (issuerId: string) => Promise<T | null>,
    search: () => Promise<{ readonly issuerId: string } | undefined>,
  ): Promise<T | null>;
}

/** The number of the issuer that an id of `newPublicId` names. An older id has random bits there. */
export function issuerNumberOf(id: string): number {
  return Number.parseInt(id.slice(-8), 16);
}

export function publicIds(): PublicIds {
  const known = new Map<number, string | null>();
  const issuerOf = async (db: Kysely<Tables>, number: number): Promise<string | null> => {
    const remembered = known.get(number);
    if (remembered !== undefined) return remembered;
    const row = await db.selectFrom('issuer').select('id').where('number', '=', number).executeTakeFirst();
    if (known.size >= REMEMBERED) known.delete(known.keys().next().value!);
    known.set(number, row?.id ?? null);
    return row?.id ?? null;
  };
  const findBy: PublicIds['findBy'] = async (db, number, ask, search) => {
    const named = await issuerOf(db, number);
    const found = named === null ? null : await ask(named);
    if (found !== null) return found;
    const row = await search();
    return row === undefined || row.issuerId === named ? null : ask(row.issuerId);
  };
  return {
    findBy,
    find: (db, table, id, ask) =>
      findBy(db, issuerNumberOf(id), ask, () =>
        db
          .selectFrom(table as 'credential')
          .select('issuerId')
          .where('id', '=', id)
          .executeTakeFirst(),
      ),
  };
}
