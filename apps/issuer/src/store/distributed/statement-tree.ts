/** A node of the tree of a statement, as libpg_query gives it: `{ SelectStmt: { … } }`, or the members of one. */
export type Tree = { readonly [member: string]: unknown };

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The members of a node of this kind; null for a node of another kind. */
export function as(node: unknown, kind: string): Tree | null {
  const inner = isTree(node) ? node[kind] : undefined;
  return isTree(inner) ? inner : null;
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The texts of a dotted name. */
export function names(fields: unknown): readonly string[] {
  return list(fields).flatMap((field) => {
    const text = as(field, 'String')?.sval;
    return typeof text === 'string' ? [text] : [];
  });
}

/** The nodes of a kind at or below a node, outermost first. `within` false stops at statements within the statement. */
export function below(node: unknown, kinds: readonly string[], within = true): readonly Tree[] {
  if (Array.isArray(node)) return node.flatMap((one) => below(one, kinds, within));
  if (!isTree(node)) return [];
  return Object.entries(node).flatMap(([name, value]) => {
    if (!within && name.endsWith('Stmt')) return [];
    const found = kinds.includes(name) && isTree(value) ? [value] : [];
    return [...found, ...below(value, kinds, within)];
  });
}

/** `SELECT`, `INSERT`, `UPDATE` or `DELETE`, on its own or inside another statement. */
export interface Statement {
  readonly kind: 'SelectStmt' | 'InsertStmt' | 'UpdateStmt' | 'DeleteStmt' | 'MergeStmt';
  readonly tree: Tree;
  /** The statement around it; null for the whole. */
  readonly around: Statement | null;
  /** What it is to the statement around it. */
  readonly place: 'whole' | 'cte' | 'subquery' | 'from' | 'source';
  /** The names of common table expressions that it sees. */
  readonly ctes: ReadonlySet<string>;
}

const KINDS = ['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt'] as const;

/** A statement and all statements inside it. */
export function statementsOf(node: unknown): readonly Statement[] {
  return gather(node, { around: null, place: 'whole', ctes: new Set() });
}

function gather(node: unknown, place: Omit<Statement, 'kind' | 'tree'>): readonly Statement[] {
  if (Array.isArray(node)) return node.flatMap((one) => gather(one, place));
  if (!isTree(node)) return [];
  return Object.entries(node).flatMap(([name, value]) => {
    const kind = KINDS.find((known) => known === name);
    if (kind !== undefined && isTree(value)) return insideOf(kind, value, place);
    const inner = name === 'SubLink' ? 'subquery' : name === 'RangeSubselect' ? 'from' : place.place;
    return gather(value, { ...place, place: inner });
  });
}

function insideOf(kind: Statement['kind'], tree: Tree, place: Omit<Statement, 'kind' | 'tree'>): readonly Statement[] {
  const withClause = isTree(tree.withClause) ? list(tree.withClause.ctes) : [];
  const own = withClause.flatMap((cte) => String(as(cte, 'CommonTableExpr')?.ctename));
  const statement: Statement = { ...place, kind, tree, ctes: new Set([...place.ctes, ...own]) };
  const { withClause: _, larg, rarg, selectStmt, ...rest } = tree;
  const inside = { around: statement, ctes: statement.ctes };
  return [
    statement,
    ...gather(withClause, { ...inside, place: 'cte' }),
    // The arms of a UNION stand for the whole.
    ...[larg, rarg].flatMap((arm) => (isTree(arm) ? insideOf('SelectStmt', arm, { ...inside, place: place.place }) : [])),
    ...gather(selectStmt, { ...inside, place: 'source' }),
    ...gather(rest, { ...inside, place: 'subquery' }),
  ];
}
