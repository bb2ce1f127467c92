import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSetBack, type NotedList, type SetBack, type SetBackSearch } from '../issuing/status-lists/set-back.js';
import type { PublicChange } from '../public/cache/public-change.js';
import type { Logger } from '../server/logger.js';
import { describeError } from '../server/logger.js';
import { HEAD, openNotes, readNotes, toLine } from './note-file.js';
import { recentChanges } from './recent-changes.js';

/** Keeps what the database could lose by a restore, and says when it has. */
export interface SetBackWatch {
  /** Notes what the journal has of each list that was signed anew. */
  published(changes: readonly PublicChange[]): void;
  /** Compares, and tells what is missing. For the start, and when something speaks for a restore. From then on it looks by itself. */
  check(): Promise<void>;
  /** Codes for operators of what the last comparison found. */
  warnings(): readonly string[];
  close(): Promise<void>;
}

export interface SetBackOptions extends SetBackSearch {
  readonly dataDir: string;
  readonly logger: Logger;
  /** The lists that this process and those before it took places of. */
  readonly lists: () => readonly NotedList[];
  /** Milliseconds between two looks for the changes that were noted last; null never looks by itself. */
  readonly interval?: number | null;
  /** Hears that something is missing: what was read before may be of the database as it was. */
  readonly onMissing?: () => void;
}

const INTERVAL = 10_000;
const WITHDRAWALS = 'withdrawals-missing';
const PLACES = 'places-missing';

/** So many badges and lists stand in a line of the log. */
const NAMED = 20;
const MISSING = 'missing.csv';

export function watchSetBack(options: SetBackOptions): SetBackWatch {
  const { store, baseUrl, dataDir, logger, lists, interval = INTERVAL, onMissing } = options;
  const folder = join(dataDir, 'withdrawn');
  const notes = openNotes(folder);
  /** The last entry of each list that was noted. */
  const noted = new Map<string, number>();
  const recent = recentChanges();
  let timer: NodeJS.Timeout | null = null;
  let looking = false;
  /** What was told last, to tell it once. */
  let told = '';
  /** The lists that are compared: while something is missing, those of the moment in which it was found. */
  let known: readonly NotedList[] = [];
  const open = new Set<Promise<void>>();
  const again = new Set<string>();
  let found: readonly string[] = [];
  let checked: Promise<void> = Promise.resolve();

  async function follow(issuerId: string, listId: number): Promise<void> {
    const key = `${issuerId} ${listId}`;
    const changes = await store.journal.changesSince(issuerId, listId, noted.get(key) ?? 0);
    if (changes.length === 0) return;
    await notes.add(changes);
    recent.add(changes);
    noted.set(key, Math.max(...changes.map(({ seq }) => seq)));
  }

  function tell({ changes, lists: behind }: SetBack): void {
    const now = JSON.stringify([changes, behind]);
    if (now === told) return;
    told = now;
    if (changes.length > 0) {
      const times = changes.map(({ at }) => at);
      const span = { first: new Date(Math.min(...times)).toISOString(), last: new Date(Math.max(...times)).toISOString() };
      const issuers = [...new Set(changes.map(({ issuerId }) => issuerId))].slice(0, NAMED);
      const file = join(folder, MISSING);
      writeFileSync(file, `${[HEAD, ...changes.map(toLine)].join('\n')}\n`, { mode: 0o600 });
      const badges = changes.slice(0, NAMED).map(({ credentialId }) => credentialId);
      logger.error(
        { count: changes.length, ...span, issuers, badges, file },
        'withdrawals are missing from the database: it was set back. Withdraw these badges again',
      );
    } else rmSync(join(folder, MISSING), { force: true });
    for (const { url, taken, known } of behind.slice(0, NAMED)) {
      logger.error(
        { list: url, taken, known },
        'places are missing from the database: it was set back. Badges that were issued since are not in it',
      );
    }
    // The journal gives the numbers again that it gave before.
    if (changes.length > 0 || behind.length > 0) {
      noted.clear();
      onMissing?.();
    }
    found = [...(changes.length > 0 ? [WITHDRAWALS] : []), ...(behind.length > 0 ? [PLACES] : [])];
  }

  async function compare(compared: readonly NotedList[]): Promise<void> {
    try {
      tell(await findSetBack({ store, baseUrl }, { changes: readNotes(folder), lists: compared }));
    } catch (error) {
      logger.error(describeError(error), 'whether the database was set back could not be found out');
    }
  }

  function check(): Promise<void> {
    // Now: the process gives the lists up in the next moment.
    const now = lists();
    checked = checked.then(() => {
      told = '';
      known = now;
      return compare(now);
    });
    if (interval !== null) timer ??= setInterval(() => void look(), interval).unref();
    return checked;
  }

  /** One question about the changes that were noted last: a restore under a running process may show nowhere else. While something is missing, all is compared. */
  async function look(): Promise<void> {
    const seen = recent.all();
    if (looking || (seen.length === 0 && found.length === 0)) return;
    looking = true;
    try {
      const { changes } = await findSetBack({ store, baseUrl }, { changes: seen, lists: [] });
      if (changes.length === 0) recent.found(seen);
      if (found.length === 0) known = lists();
      if (changes.length > 0 || found.length > 0) await compare(known);
    } catch (error) {
      logger.warn(describeError(error), 'whether the last withdrawals are in the database could not be asked');
    } finally {
      looking = false;
    }
  }

  function note(issuerId: string, listId: number): void {
    const key = `${issuerId} ${listId}`;
    if (again.has(key)) return;
    again.add(key);
    // One after the other; what is published meanwhile is read by the next.
    const work = Promise.all(open)
      .then(() => {
        again.delete(key);
        return follow(issuerId, listId);
      })
      .catch((error: unknown) => logger.warn(describeError(error), 'a withdrawal was not noted in the data folder'))
      .finally(() => open.delete(work));
    open.add(work);
  }

  return {
    published(changes) {
      for (const { issuerId, kind, objectId } of changes) if (kind === 'status-list') note(issuerId, Number(objectId));
    },
    check,
    warnings: () => found,
    async close() {
      if (timer !== null) clearInterval(timer);
      await Promise.all([checked, ...open]);
      await notes.close();
    },
  };
}
