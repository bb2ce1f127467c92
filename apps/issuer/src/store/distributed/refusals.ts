import { as, below, isTree, list, names, type Statement, statementsOf } from './statement-tree.js';
import { type Layout, tablesOf, unbound } from './tables-of.js';

/** What is known of the functions of the server, by name: the worst of those that share one. Those that are not listed are IMMUTABLE. */
export type Volatility = ReadonlyMap<string, 'stable' | 'volatile'>;

/**
 * Functions whose answer depends on when or where they are called. A node that holds rows may have another clock, other transactions and another history than the
 * one that is asked, so what they say has to come in as a parameter.
 */
const OF_THE_NODE =
  /^(now|clock_timestamp|statement_timestamp|transaction_timestamp|random|gen_random_uuid|pg_current_snapshot|pg_current_xact_id|pg_current_wal_lsn|pg_control_\w+|txid_\w+|inet_server_\w+|set_config)$/;

/** A change is evaluated where it was asked, so that the number of its transaction is the one that is meant. */
const IN_CHANGE = /^pg_current_xact_id$/;

/** Rules that hold for every statement, each with what it says of the statement. */
const RULES: readonly ((statement: Statement, layout: Layout, volatility: Volatility) => readonly string[])[] = [
  unboundTables,
  nodeFunctions,
  insertRules,
  modificationRules,
  returningRules,
  cteRules,
  lockRules,
  columnRules,
  localTables,
];

/** Why Citus would refuse a statement, or send it to every node; empty when it would do neither. `tree` is one statement as libpg_query gives it. */
export function refusals(tree: unknown, layout: Layout, volatility: Volatility): readonly string[] {
  const statements = statementsOf(tree);
  if (!statements.some((one) => tablesOf(one, layout).some(({ kind }) => kind !== 'local'))) return [];
  return [...new Set(statements.flatMap((one) => RULES.flatMap((rule) => rule(one, layout, volatility))))];
}

function unboundTables(statement: Statement, layout: Layout): readonly string[] {
  return unbound(statement, layout).map(({ name }) =>
    statement.kind === 'InsertStmt'
      ? `issuer_id of ${name} is not given by a parameter`
      : statement.place === 'whole'
        ? `${name} is asked without issuer_id = $n`
        : `${name} is asked without issuer_id = $n in a ${statement.place}`,
  );
}

function nodeFunctions(statement: Statement, layout: Layout): readonly string[] {
  const whole = outermost(statement);
  if (whole !== statement || !statementsOf({ [whole.kind]: whole.tree }).some((one) => hasKind(one, layout, 'tenant'))) return [];
  const changes = whole.kind !== 'SelectStmt' || below(whole.tree, ['InsertStmt']).length > 0;
  const called = [...functionsIn(whole.tree), ...below(whole.tree, ['SQLValueFunction']).map(({ op }) => String(op))];
  return called
    .filter((name) => (OF_THE_NODE.test(name) && !(changes && IN_CHANGE.test(name))) || name.startsWith('SVFOP_CURRENT'))
    .map((name) => `${name} is called where a node may answer for itself: give its value as a parameter`);
}

function insertRules({ kind, tree, place, around }: Statement, _: Layout, volatility: Volatility): readonly string[] {
  if (kind !== 'InsertStmt') return [];
  const source = as(tree.selectStmt, 'SelectStmt');
  const faults: string[] = [];
  if (list(source?.valuesLists).length > 0 && below(source, ['SubLink']).length > 0) faults.push('an INSERT of values holds a subquery');
  if (place === 'cte' && around?.kind !== 'SelectStmt') faults.push('an INSERT stands in a common table expression of another change');
  if (isTree(tree.withClause)) faults.push('an INSERT has common table expressions');
  const conflict = isTree(tree.onConflictClause) ? tree.onConflictClause : {};
  const mutable = [...functionsIn(conflict), ...below(conflict, ['SQLValueFunction']).map(({ op }) => String(op))].filter(
    (name) => volatility.has(name) || name.startsWith('SVFOP_'),
  );
  faults.push(...mutable.map((name) => `ON CONFLICT calls ${name}, which is not IMMUTABLE`));
  if (below(conflict, ['SubLink']).length > 0) faults.push('ON CONFLICT holds a subquery');
  if (setsIssuer(conflict.targetList)) faults.push('ON CONFLICT changes issuer_id');
  return faults;
}

function modificationRules({ kind, tree }: Statement, _: Layout, volatility: Volatility): readonly string[] {
  if (kind === 'MergeStmt') return ['MERGE is refused where rows are matched by more than issuer_id'];
  if (kind !== 'UpdateStmt' && kind !== 'DeleteStmt') return [];
  const faults: string[] = [];
  if (setsIssuer(tree.targetList)) faults.push('an UPDATE changes issuer_id');
  const { targetList, whereClause } = tree;
  const calls = below([targetList, whereClause], ['FuncCall'], false);
  for (const call of calls) {
    const name = names(call.funcname).at(-1) ?? '';
    if (volatility.get(name) === 'volatile') faults.push(`${word(kind)} calls ${name}, which is VOLATILE`);
    if (volatility.get(name) === 'stable' && below(call.args, ['ColumnRef']).length > 0) {
      faults.push(`${word(kind)} calls ${name}, which is STABLE, with a column`);
    }
  }
  for (const choice of below([targetList, whereClause], ['CaseExpr', 'CoalesceExpr'], false)) {
    const mutable = functionsIn(choice).filter((name) => volatility.has(name));
    faults.push(...mutable.map((name) => `CASE or COALESCE calls ${name}, which is not IMMUTABLE`));
  }
  return faults;
}

function returningRules({ kind, tree }: Statement, _: Layout, volatility: Volatility): readonly string[] {
  if (kind === 'SelectStmt') return [];
  const mutable = functionsIn(tree.returningClause).filter((name) => volatility.has(name));
  return mutable.map((name) => `RETURNING calls ${name}, which is not IMMUTABLE`);
}

function cteRules(statement: Statement, layout: Layout): readonly string[] {
  const { kind, tree, place } = statement;
  const modifies = kind !== 'SelectStmt';
  const faults: string[] = [];
  if (place === 'cte' && modifies && hasKind(statement, layout, 'reference')) {
    faults.push('a common table expression changes a reference table');
  }
  const recursive = isTree(tree.withClause) && tree.withClause.recursive === true;
  if (recursive && statementsOf({ [kind]: tree }).some((one) => hasKind(one, layout, 'tenant'))) {
    faults.push('WITH RECURSIVE asks tables of tenants');
  }
  return faults;
}

function lockRules(statement: Statement, layout: Layout): readonly string[] {
  const { tree, place } = statement;
  if (list(tree.lockingClause).length === 0) return [];
  const faults: string[] = [];
  const outer = below({ ...tree, withClause: undefined }, ['SubLink']).flatMap(({ subselect }) =>
    statementsOf(subselect).flatMap((one) => unbound({ ...one, ctes: statement.ctes }, layout)),
  );
  faults.push(...outer.map(({ name }) => `FOR UPDATE or FOR SHARE with a subquery that asks ${name} without issuer_id = $n`));
  if (place === 'cte' && hasKind(statement, layout, 'reference')) {
    faults.push('a common table expression locks rows of a reference table');
  }
  return faults;
}

/** What one part answers, Citus hands to the others as records with a list of their columns, and refuses its own empty list. */
function columnRules({ kind, tree, place }: Statement): readonly string[] {
  const none = kind === 'SelectStmt' && !isTree(tree.larg) && list(tree.targetList).length === 0 && list(tree.valuesLists).length === 0;
  if (!none || (place !== 'cte' && place !== 'from')) return [];
  return [`${place === 'cte' ? 'a common table expression' : 'a subquery in FROM'} answers rows without columns`];
}

function localTables(statement: Statement, layout: Layout): readonly string[] {
  if (statement.around !== null) return [];
  const uses = statementsOf({ [statement.kind]: statement.tree }).flatMap((one) => tablesOf(one, layout));
  if (!uses.some(({ kind }) => kind === 'tenant')) return [];
  return uses.filter(({ kind }) => kind === 'local').map(({ name }) => `${name} stays on one node and is joined with tables of tenants`);
}

function hasKind(statement: Statement, layout: Layout, kind: 'tenant' | 'reference'): boolean {
  return tablesOf(statement, layout).some((use) => use.kind === kind);
}

function outermost(statement: Statement): Statement {
  return statement.around === null ? statement : outermost(statement.around);
}

function functionsIn(node: unknown): readonly string[] {
  return below(node, ['FuncCall']).map((call) => names(call.funcname).at(-1) ?? '');
}

function setsIssuer(targets: unknown): boolean {
  return list(targets).some((target) => as(target, 'ResTarget')?.name === 'issuer_id');
}

function word(kind: 'UpdateStmt' | 'DeleteStmt'): string {
  return kind === 'UpdateStmt' ? 'an UPDATE' : 'a DELETE';
}
