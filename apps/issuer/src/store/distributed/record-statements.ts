import { loadModule, parseSync } from 'libpg-query';
import pg from 'pg';
import { type TransactionLog, transactionLog } from '../public-side/untold-writes.js';
import { exceptionFor } from './exceptions.js';
import { readLayout } from './layout.js';
import { refusals, type Volatility } from './refusals.js';
import type { Layout } from './tables-of.js';

/** The statements that the code of this process sent: `sent` are those that nobody has looked at yet. */
interface Statements {
  readonly sent: Set<string>;
  readonly judged: Set<string>;
  /** What it changed of what public documents show. */
  readonly transactions: TransactionLog;
}
type Query = ((this: pg.Client, ...values: unknown[]) => unknown) & { statements?: Statements };

const client = pg.Client.prototype as unknown as { query: Query };

/** From now on, remembers each statement that the product sends in this process; what tests ask for themselves is left out. */
export function recordStatements(): void {
  const { query } = client;
  if (query.statements !== undefined) return;
  const sent = new Set<string>();
  const judged = new Set<string>();
  const transactions = transactionLog();
  const recording: Query = function (this: pg.Client, ...values: unknown[]) {
    const [first] = values;
    const text = typeof first === 'string' ? first : (first as { readonly text?: unknown } | null)?.text;
    if (typeof text === 'string' && text !== '' && !judged.has(text) && !sent.has(text) && !askedByTest()) sent.add(text);
    const answer = query.apply(this, values);
    if (typeof text === 'string' && (judged.has(text) || sent.has(text)) && answer instanceof Promise) {
      const answered = (result: { readonly rowCount?: number | null }) => transactions.asked(this, text, values, result.rowCount ?? null);
      answer.then(answered, () => undefined);
    }
    return answer;
  };
  // Kept at the client and not in this module, of which a process has two once a test has reset its modules.
  recording.statements = { sent, judged, transactions };
  client.query = recording;
}

/** Frames between whoever asks and the recording. */
const BETWEEN = /record-statements\.|store\/database\/client\./;

/**
 * Whether a test or a fixture calls `query` itself, on a connection or on the pool: the product asks about tenants through its store alone. The programs by which
 * an operator writes a backup, or brings an issuer into another database, are no part of the running service.
 */
function askedByTest(): boolean {
  const frames = new Error('who asks').stack?.split('\n').slice(1) ?? [];
  const caller = frames.find((frame) => !BETWEEN.test(frame));
  return (
    caller !== undefined &&
    /\.(test|fixture)\.[jt]s|store\/database\/pool\.|node_modules\/pg-pool\/|issuer\/src\/(?:moving|backup)\//.test(caller)
  );
}

let known: Promise<{ readonly layout: Layout; readonly volatility: Volatility }> | null = null;

/** Why Citus would refuse statements that were recorded since the last time, each with its text; empty when it would refuse none. */
export async function refusedStatements(pool: pg.Pool): Promise<readonly string[]> {
  const { statements } = client.query;
  if (statements === undefined || statements.sent.size === 0) return [];
  const { sent, judged } = statements;
  const texts = [...sent];
  sent.clear();
  known ??= Promise.all([readLayout(pool), readVolatility(pool), loadModule()]).then(([layout, volatility]) => ({ layout, volatility }));
  const { layout, volatility } = await known;
  return texts.flatMap((text) => {
    judged.add(text);
    return judge(text, layout, volatility).map((fault) => `${fault}: ${text}`);
  });
}

/** Transactions that changed what public documents show and noted nothing of it, of those since the last time. */
export async function untoldWrites(): Promise<readonly string[]> {
  return (await client.query.statements?.transactions.untold()) ?? [];
}

/** Why a text would be refused, but for what is excepted. */
export function judge(text: string, layout: Layout, volatility: Volatility): readonly string[] {
  // Only migrations send several statements as one text.
  const { stmts = [] } = parseSync(text) as { readonly stmts?: readonly { readonly stmt?: unknown }[] };
  const [only] = stmts;
  if (stmts.length !== 1 || only === undefined) return [];
  const faults = refusals(only.stmt, layout, volatility);
  const exception = exceptionFor(text);
  return exception === null ? faults : faults.filter((fault) => !exception.allows.test(fault));
}

async function readVolatility(pool: Pick<pg.ClientBase, 'query'>): Promise<Volatility> {
  const { rows } = await pool.query<{ name: string; volatile: boolean }>(
    "SELECT proname AS name, bool_or(provolatile = 'v') AS volatile FROM pg_proc GROUP BY proname HAVING bool_or(provolatile <> 'i')",
  );
  return new Map(rows.map(({ name, volatile }) => [name, volatile ? 'volatile' : 'stable']));
}
