import type { NotedList } from './set-back.js';

/** Up to where one process took the places of a status list. */
export interface Mark {
  readonly listId: number;
  /** How many places of the list were taken. */
  readonly taken: number;
}

/** What a process knows, apart from the database, of the status lists that are its own: at most one for each issuer. */
export interface PlaceMarks {
  /** Names this process in the rows of its lists. No two have the same. */
  readonly owner: string;
  /** The mark of an issuer's list; null where this process has none, or where it may have been set back together with the database. */
  read(issuerId: string): Mark | null;
  /** Durable when this answers. Rejects with a `MarkError` when it cannot be stored: then no place may be used. */
  write(issuerId: string, mark: Mark): Promise<void>;
  /** The database has what was written: from here on a database that does not have it was set back. */
  confirm(issuerId: string): void;
  /** Every list of which the database had places for certain, of this process and of those that are known to it from before. */
  confirmed(): readonly NotedList[];
  /** Gives the list up for good. */
  forget(issuerId: string): Promise<void>;
}

/** A mark cannot be stored, as on a full disk. */
export class MarkError extends Error {
  override readonly name = 'MarkError';
}
