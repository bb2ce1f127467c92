import { loadModule, parseSync } from 'libpg-query';
import { CHANGE_KINDS, type ChangeKind } from '../../public/cache/public-change.js';
import { PUBLIC_TABLES } from './public-columns.js';
import { writesOf } from './public-uses.js';

/** What one transaction wrote, and what it noted of that. */
interface Done {
  readonly writes: Set<string>;
  readonly kinds: Set<ChangeKind>;
}

/** Follows the transactions of connections; those that are alike count once. */
export interface TransactionLog {
  /** A statement of the product, on its connection, that was answered. `count` is the number of rows, null where it is not known of which. */
  asked(connection: object, text: string, query: readonly unknown[], count: number | null): void;
  /** Those that changed what public documents show and noted nothing, of those since the last time. */
  untold(): Promise<readonly string[]>;
}

const WRITE = /^\s*(?:with|insert|update|delete)\b/i;
const NOTE = /^\s*INSERT INTO public_change\b/;

export function transactionLog(): TransactionLog {
  const running = new WeakMap<object, Done>();
  const ended = new Map<string, Done>();
  const end = (done: Done | undefined): void => {
    if (done === undefined || done.writes.size === 0) return;
    const name = JSON.stringify([[...done.kinds].sort(), [...done.writes].sort()]);
    ended.set(name, done);
  };
  return {
    asked(connection, text, query, count) {
      const done = running.get(connection);
      if (/^begin\b/i.test(text)) running.set(connection, { writes: new Set(), kinds: new Set() });
      else if (/^(?:commit|rollback)$/i.test(text)) {
        running.delete(connection);
        if (/^commit/i.test(text)) end(done);
      } else if (NOTE.test(text)) for (const kind of kindsIn(query)) done?.kinds.add(kind);
      else if (WRITE.test(text) && (count !== 0 || /^\s*with\b/i.test(text))) {
        if (done === undefined) end({ writes: new Set([text]), kinds: new Set() });
        else done.writes.add(text);
      }
    },
    async untold() {
      await loadModule();
      const all = [...ended.values()];
      ended.clear();
      return all.flatMap(({ writes, kinds }) => [...writes].flatMap((text) => missing(text, kinds)));
    },
  };
}

/** The kinds among the parameters of the statement that notes changes. */
function kindsIn(query: readonly unknown[]): readonly ChangeKind[] {
  return CHANGE_KINDS.filter((kind) => JSON.stringify(query).includes(`"${kind}"`));
}

/** What an earlier release committed and had not signed is not shown: when it is signed, it begins to be there. */
const BEGINS = /^update "credential" set .* and "signed_at" is null$/;

function missing(text: string, kinds: ReadonlySet<ChangeKind>): readonly string[] {
  if (BEGINS.test(text)) return [];
  const { stmts = [] } = parseSync(text) as { readonly stmts?: readonly { readonly stmt?: unknown }[] };
  return stmts
    .flatMap(({ stmt }) => writesOf(stmt))
    .flatMap(({ table, adds, removes, sets }) => {
      const known = PUBLIC_TABLES[table];
      if (known === undefined || known.kinds.some((kind) => kinds.has(kind))) return [];
      const columns = known.columns.split(' ');
      const shown = sets.filter((column) => columns.includes(column) && !Object.hasOwn(known.silent ?? {}, column));
      const [what] = [adds && known.added === true ? 'a row is added' : null, removes ? 'a row is removed' : null, shown[0] ?? null].filter(
        (one) => one !== null,
      );
      return what === undefined ? [] : [`${table}: ${what}, and nothing of ${known.kinds.join(' or ')} is noted: ${text}`];
    });
}
