import { as, isTree, list, names, type Statement, type Tree } from './statement-tree.js';

/** The tables of the schema, by what a distributed database makes of them. */
export interface Layout {
  /** Distributed by issuer_id. */
  readonly tenants: ReadonlySet<string>;
  /** Copied whole to each node. */
  readonly references: ReadonlySet<string>;
}

export type TableKind = 'tenant' | 'reference' | 'local';

/** A table that a statement reads or writes by itself, not in a statement inside it. */
export interface TableUse {
  /** As columns are qualified with. */
  readonly alias: string;
  readonly name: string;
  readonly kind: TableKind;
}

/** The tables in the FROM, USING and target of one statement. */
export function tablesOf({ tree, ctes }: Statement, layout: Layout): readonly TableUse[] {
  const target = isTree(tree.relation) ? [{ RangeVar: tree.relation }] : [];
  return [...target, ...list(tree.fromClause), ...list(tree.usingClause)].flatMap((item) => tablesIn(item, ctes, layout));
}

function tablesIn(item: unknown, ctes: ReadonlySet<string>, layout: Layout): readonly TableUse[] {
  const join = as(item, 'JoinExpr');
  if (join !== null) return [join.larg, join.rarg].flatMap((side) => tablesIn(side, ctes, layout));
  const table = as(item, 'RangeVar');
  if (table === null) return [];
  const name = String(table.relname);
  if (table.schemaname === undefined && ctes.has(name)) return [];
  const alias = isTree(table.alias) ? String(table.alias.aliasname) : name;
  const ours = table.schemaname === undefined || table.schemaname === 'public';
  return [{ alias, name, kind: ours && layout.tenants.has(name) ? 'tenant' : ours && layout.references.has(name) ? 'reference' : 'local' }];
}

/** The tenants' tables of a statement for which it does not say whose rows it means, by a parameter. */
export function unbound(statement: Statement, layout: Layout): readonly TableUse[] {
  const uses = tablesOf(statement, layout);
  const tenants = uses.filter(({ kind }) => kind === 'tenant');
  if (statement.kind === 'InsertStmt') return insertsFor(statement.tree) ? [] : tenants;
  const bound = new Set<string>();
  const pairs: [string, string][] = [];
  for (const condition of conditionsOf(statement.tree)) {
    const [left, right] = [issuerOf(condition.lexpr, tenants), issuerOf(condition.rexpr, tenants)];
    if (left !== null && right !== null) pairs.push([left, right]);
    else if (left !== null && isValue(condition.rexpr)) bound.add(left);
    else if (right !== null && isValue(condition.lexpr)) bound.add(right);
  }
  // What equals a bound issuer_id is bound as well.
  for (let before = -1; before < bound.size; ) {
    before = bound.size;
    for (const [one, other] of pairs) if (bound.has(one) || bound.has(other)) bound.add(one).add(other);
  }
  return tenants.filter(({ alias }) => !bound.has(alias));
}

/** The equations of which all have to hold: those of WHERE and of inner joins. */
function conditionsOf(tree: Tree): readonly Tree[] {
  return [tree.whereClause, ...[...list(tree.fromClause), ...list(tree.usingClause)].flatMap(joinConditions)].flatMap(equations);
}

function joinConditions(item: unknown): readonly unknown[] {
  const join = as(item, 'JoinExpr');
  return join === null ? [] : [join.quals, ...joinConditions(join.larg), ...joinConditions(join.rarg)];
}

function equations(node: unknown): readonly Tree[] {
  const all = as(node, 'BoolExpr');
  if (all !== null) return all.boolop === 'AND_EXPR' ? list(all.args).flatMap(equations) : [];
  const one = as(node, 'A_Expr');
  return one !== null && one.kind === 'AEXPR_OP' && names(one.name).join() === '=' ? [one] : [];
}

/** The alias of the table whose issuer_id this is; null for anything else. */
function issuerOf(node: unknown, tenants: readonly TableUse[]): string | null {
  const fields = names(as(node, 'ColumnRef')?.fields);
  if (fields.at(-1) !== 'issuer_id') return null;
  const alias = fields.length === 1 ? (tenants.length === 1 ? tenants[0]?.alias : undefined) : fields.at(-2);
  return tenants.find((use) => use.alias === alias)?.alias ?? null;
}

/** A parameter or a constant, or a cast of one. */
function isValue(node: unknown): boolean {
  const cast = as(node, 'TypeCast');
  return cast === null ? as(node, 'ParamRef') !== null || as(node, 'A_Const') !== null : isValue(cast.arg);
}

/** Whether each row that an INSERT makes gets its issuer_id from a parameter. */
function insertsFor(tree: Tree): boolean {
  const at = list(tree.cols).findIndex((column) => as(column, 'ResTarget')?.name === 'issuer_id');
  const source = as(tree.selectStmt, 'SelectStmt');
  if (at < 0 || source === null) return false;
  return rowsOf(source).every((values) => isValue(values[at]));
}

function rowsOf(source: Tree): readonly (readonly unknown[])[] {
  if (isTree(source.larg) && isTree(source.rarg)) return [...rowsOf(source.larg), ...rowsOf(source.rarg)];
  const values = list(source.valuesLists);
  if (values.length > 0) return values.map((row) => list(as(row, 'List')?.items));
  return [list(source.targetList).map((target) => as(target, 'ResTarget')?.val)];
}
