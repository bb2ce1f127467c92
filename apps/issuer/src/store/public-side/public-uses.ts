import { as, below, isTree, list, names, type Statement, statementsOf } from '../distributed/statement-tree.js';

/** The names of the columns of each table. */
export type Columns = ReadonlyMap<string, ReadonlySet<string>>;

/** What a statement reads: table and column. A column without its table counts for each table of the statement that has one of this name. */
export function columnsRead(tree: unknown, columns: Columns): ReadonlySet<string> {
  const tables = new Map<string, string>();
  for (const { relname, alias } of below(tree, ['RangeVar'])) {
    tables.set(isTree(alias) ? String(alias.aliasname) : String(relname), String(relname));
  }
  const read = new Set<string>();
  for (const { fields } of below(tree, ['ColumnRef'])) {
    const path = names(fields);
    const [column, owner] = [path.at(-1) ?? '', path.at(-2)];
    const of = owner === undefined ? [...tables.values()] : [tables.get(owner) ?? ''];
    for (const table of of) if (columns.get(table)?.has(column)) read.add(`${table}.${column}`);
  }
  return read;
}

/** What a statement changes of one table. */
export interface Write {
  readonly table: string;
  readonly adds: boolean;
  readonly removes: boolean;
  /** The columns of rows that were there that it sets. */
  readonly sets: readonly string[];
}

export function writesOf(tree: unknown): readonly Write[] {
  return statementsOf(tree).flatMap(({ kind, tree: one }): readonly Write[] => {
    const table = isTree(one.relation) ? String(one.relation.relname) : '';
    switch (kind) {
      case 'InsertStmt':
        return [{ table, adds: true, removes: false, sets: targets(isTree(one.onConflictClause) ? one.onConflictClause : {}) }];
      case 'UpdateStmt':
        return [{ table, adds: false, removes: false, sets: targets(one) }];
      case 'DeleteStmt':
        return [{ table, adds: false, removes: true, sets: [] }];
      default:
        return [];
    }
  });
}

function targets({ targetList }: Statement['tree']): readonly string[] {
  return list(targetList).flatMap((target) => String(as(target, 'ResTarget')?.name ?? ''));
}
