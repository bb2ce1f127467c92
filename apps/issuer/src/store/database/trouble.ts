import pg from 'pg';

/**
 * What keeps the database from doing what it was asked, where that is no fault of who asks: it cannot be reached or takes no writes, too much
 * waits there for the same thing, or its disk is full.
 */
export type Trouble = 'unavailable' | 'busy' | 'full';

/** Errors that have no SQLSTATE, as no server sent them. */
const MARKED = new WeakMap<object, Trouble>();

/** Says of an error of a connection what it means, and answers it. */
export function mark<E>(error: E, trouble: Trouble): E {
  if (typeof error === 'object' && error !== null) MARKED.set(error, trouble);
  return error;
}

/** SQLSTATEs, or their first two characters (PostgreSQL, appendix A). */
const MEANING: Readonly<Record<string, Trouble>> = {
  '08': 'unavailable',
  '57P01': 'unavailable',
  '57P02': 'unavailable',
  '57P03': 'unavailable',
  '57P05': 'unavailable',
  '25006': 'unavailable',
  '53300': 'unavailable',
  '58': 'unavailable',
  '53100': 'full',
  '53200': 'busy',
  '55P03': 'busy',
  '57014': 'busy',
  '25P03': 'busy',
  '25P04': 'busy',
  '40001': 'busy',
  '40P01': 'busy',
};

/** How many causes of an error are looked at. */
const DEEP = 5;

/** The trouble of which an error, or what caused it, tells; null for every other error. */
export function troubleOf(error: unknown): Trouble | null {
  let at = error;
  for (let depth = 0; depth < DEEP && typeof at === 'object' && at !== null; depth += 1) {
    const trouble = MARKED.get(at) ?? (at instanceof pg.DatabaseError ? meaningOf(at) : null);
    if (trouble !== null) return trouble;
    at = (at as { cause?: unknown }).cause;
  }
  return null;
}

/** EDQUOT and EFBIG in the words of the C library: PostgreSQL has a SQLSTATE for a full disk, and none for a used up quota or a longest file. */
const NO_MORE_ROOM = /: (?:Disk quota exceeded|File too large)$/;

function meaningOf({ code = '', message }: pg.DatabaseError): Trouble | null {
  if (code === 'XX000' && NO_MORE_ROOM.test(message)) return 'full';
  return MEANING[code] ?? MEANING[code.slice(0, 2)] ?? null;
}

/**
 * Whether a transaction that failed so is likely to succeed when it is run again: serialization_failure, deadlock_detected, and a recipient whom another
 * transaction made or erased just then.
 */
export function isWorthAnotherTry(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false;
  return (
    error.code === '40001' ||
    error.code === '40P01' ||
    error.constraint === 'recipient_external' ||
    error.constraint === 'credential_recipient'
  );
}
