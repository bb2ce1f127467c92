import type { Migration } from './migrations.js';

/** The files up to this one are of releases before the rules, which no process survived: a service that does not know them cannot use the database. */
export const BEFORE_THE_RULES = 20;

/** A list of allowed texts that grows: what older code writes is still among them. */
const GROWN_LIST = /^ALTER TABLE \w+ DROP CONSTRAINT (\w+_check), ADD CONSTRAINT \1 CHECK \(\w+ IN \([^()]*\)\) NOT VALID$/i;

const HEADER = /^-- (?:expand|contract (\d{4})): \S/;

/** Each says what a statement must not do, and what is done instead. `expand`: only in a file that other releases run beside. */
const FORBIDDEN: readonly { readonly pattern: RegExp; readonly expand: boolean; readonly fault: string }[] = [
  { pattern: /^DROP (?!INDEX CONCURRENTLY)/i, expand: true, fault: 'removes something that older code may use: contract it later' },
  {
    pattern: /^ALTER TABLE .*\bDROP (?:COLUMN|CONSTRAINT)\b/i,
    expand: true,
    fault: 'removes something that older code may use: contract it later',
  },
  { pattern: /\bRENAME\b/i, expand: true, fault: 'renames: add the new name, write both, contract the old one later' },
  {
    pattern: /\bALTER (?:COLUMN )?\w+ (?:SET DATA )?TYPE\b/i,
    expand: false,
    fault: 'changes a type, which writes the table anew: add a column',
  },
  { pattern: /\bSET NOT NULL\b/i, expand: true, fault: 'demands what older code does not write: contract it later' },
  { pattern: /^LOCK\b/i, expand: false, fault: 'locks a table' },
];

/** What a file does against the rules of `docs/decisions/migrations.md`, one sentence each. */
export function faultsOf({ name, version, sql, transactional }: Migration, others: readonly Migration[]): readonly string[] {
  if (version <= BEFORE_THE_RULES) return [];
  const [header, since] = HEADER.exec(sql) ?? [];
  if (header === undefined) return [`${name}: the first line says neither \`-- expand: …\` nor \`-- contract NNNN: …\``];
  const known = others.find((other) => other.version === Number(since));
  const faults: string[] = [];
  if (since !== undefined && (known === undefined || Number(since) >= version)) faults.push(`${name}: there is no file ${since} before it`);
  const statements = statementsOf(sql);
  const fresh = new Set(statements.flatMap((statement) => /^CREATE TABLE (?:IF NOT EXISTS )?(\w+)/i.exec(statement)?.[1] ?? []));
  for (const statement of statements) {
    const fault = transactional ? faultOf(statement, { fresh, expand: since === undefined }) : concurrentFault(statement, statements);
    if (fault !== null) faults.push(`${name}: ${statement.slice(0, 60)} ${fault}`);
  }
  return faults;
}

interface Context {
  /** Tables that the file makes: nobody uses them yet. */
  readonly fresh: ReadonlySet<string>;
  readonly expand: boolean;
}

function faultOf(statement: string, { fresh, expand }: Context): string | null {
  const table =
    /^(?:ALTER TABLE (?:ONLY )?|UPDATE |DELETE FROM |INSERT INTO )(\w+)/i.exec(statement)?.[1] ?? /\bON (\w+)/i.exec(statement)?.[1];
  if ((table !== undefined && fresh.has(table)) || GROWN_LIST.test(statement)) return null;
  const found = FORBIDDEN.find((rule) => (expand || !rule.expand) && rule.pattern.test(statement));
  if (found !== undefined) return found.fault;
  if (/^CREATE (?:UNIQUE )?INDEX/i.test(statement))
    return 'locks a table that is in use: make the index in a file NNNN-name.concurrently.sql';
  if (/^(?:UPDATE|DELETE)\b/i.test(statement)) return 'holds the rows of a whole table: fill them in by a job, some at a time';
  return additionFault(statement);
}

/** What ALTER TABLE adds. */
function additionFault(statement: string): string | null {
  if (!/^ALTER TABLE\b/i.test(statement)) return null;
  if (/\bVALIDATE CONSTRAINT\b/i.test(statement)) return null;
  if (/\bADD (?:CONSTRAINT \w+ )?(?:UNIQUE|PRIMARY KEY|EXCLUDE)\b/i.test(statement) && !/\bUSING INDEX\b/i.test(statement))
    return 'builds an index under a lock: make it concurrently, and add the constraint USING INDEX';
  const constraint = /\bADD (?:CONSTRAINT \w+ )?(?:CHECK|FOREIGN KEY)\b/i.test(statement);
  if (constraint && !/\bNOT VALID\b/i.test(statement))
    return 'checks a whole table under a lock: add it NOT VALID, and validate it in another file';
  const column = /\bADD (?:COLUMN )?(?!CONSTRAINT|CHECK|FOREIGN|UNIQUE|PRIMARY)\w+ /i.test(statement);
  if (column && /\bNOT NULL\b/i.test(statement) && !/\bDEFAULT\b/i.test(statement))
    return 'demands what older code does not write: give it a DEFAULT';
  return column && /\bREFERENCES\b/i.test(statement) ? 'checks a whole table under a lock: add the key NOT VALID on its own' : null;
}

/** A file that runs outside of a transaction is run again from its beginning where it was cut off. */
function concurrentFault(statement: string, all: readonly string[]): string | null {
  const made = /^CREATE (?:UNIQUE )?INDEX CONCURRENTLY (\w+)/i.exec(statement)?.[1];
  if (made !== undefined) {
    const before = all.slice(0, all.indexOf(statement));
    return before.includes(`DROP INDEX CONCURRENTLY IF EXISTS ${made}`)
      ? null
      : 'leaves an invalid index where it is cut off: drop it first, if it exists';
  }
  if (/^(?:DROP INDEX CONCURRENTLY IF EXISTS \w+|ALTER TABLE \w+ VALIDATE CONSTRAINT \w+|ANALYZE \w+)$/i.test(statement)) return null;
  return 'does not belong into a file that runs outside of a transaction';
}

/** The statements without comments, each in one line; bodies of functions are left out. */
function statementsOf(sql: string): readonly string[] {
  const lines = sql.split('\n').filter((line) => !line.trimStart().startsWith('--'));
  const outside = lines
    .join(' ')
    .split('$$')
    .filter((_, index) => index % 2 === 0);
  return outside
    .join('$$')
    .split(';')
    .map((statement) => statement.trim().split(/\s+/).join(' '))
    .filter((statement) => statement !== '');
}
