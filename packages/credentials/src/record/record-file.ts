import { isObject, type Json, type JsonObject, member, textOf } from '@proofmark/primitives';

/** Places of a status list that one file of the record covers: who asks for a file tells little about the badge. */
export const PLACES_A_FILE = 256;

/** Status lists of one issuer that a reader takes; a list has 131,072 places or more. */
const MAX_LISTS = 10_000;

/** What the record says of one place. */
export interface RecordedPlace {
  /** Which badge has it: see `recordTagOf`. */
  readonly tag: string;
  /** See `commitmentOf`; null for a badge that had been erased when the record began. */
  readonly commitment: string | null;
}

/** One file of a record: all that is known of 256 places of one status list. Signed by the issuer's record key. */
export interface RecordFile {
  /** The issuer's id. */
  readonly iss: string;
  /** When it was signed, in seconds since 1970 UTC. */
  readonly iat: number;
  /** The address of the status list. */
  readonly list: string;
  /** The number of the file: places `block * 256` and the 255 that follow. */
  readonly block: number;
  /** By index; a place that no badge has is absent. */
  readonly places: ReadonlyMap<number, RecordedPlace>;
}

/** What leads to the files of a record. Signed by the issuer's record key. */
export interface RecordHead {
  readonly iss: string;
  /** In seconds since 1970 UTC. */
  readonly iat: number;
  /** Where the files of each status list are: `<files>/<block>`. */
  readonly lists: readonly { readonly list: string; readonly files: string }[];
  /**
   * Since when the record holds everything that a revoked key signed for the issuer, by the id of the key, in seconds since 1970 UTC: in a
   * file that was signed then or later, an empty place is one that no badge has.
   */
  readonly complete: Readonly<Record<string, number>>;
}

const PLACE = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})?$/;

/** The payload of a file's token. */
export function writeRecordFile({ places, ...rest }: RecordFile): JsonObject {
  const indexes = [...places.keys()].sort((a, b) => a - b);
  const written = indexes.map((index) => {
    const { tag = '', commitment = null } = places.get(index) ?? {};
    return [index, `${tag}.${commitment ?? ''}`] as const;
  });
  return { ...rest, places: Object.fromEntries(written) };
}

/** The payload of a file's token; null when it is none. A place that is spelled in another way makes the whole file unreadable. */
export function readRecordFile(payload: Json): RecordFile | null {
  const { iss, iat, list } = commonOf(payload);
  const block = member(payload, 'block');
  const written = member(payload, 'places');
  if (iss === null || iat === null || list === null || !isIndex(block) || !isObject(written)) return null;
  const entries = Object.entries(written);
  if (entries.length > PLACES_A_FILE) return null;
  const places = new Map<number, RecordedPlace>();
  for (const [key, value] of entries) {
    const found = typeof value === 'string' ? PLACE.exec(value) : null;
    const index = Number(key);
    if (found === null || String(index) !== key || Math.floor(index / PLACES_A_FILE) !== block) return null;
    places.set(index, { tag: found[1] ?? '', commitment: found[2] ?? null });
  }
  return { iss, iat, list, block, places };
}

/** The payload of a head's token. */
export function writeRecordHead({ lists, ...rest }: RecordHead): JsonObject {
  return { ...rest, lists: Object.fromEntries(lists.map(({ list, files }) => [list, files])) };
}

/** The payload of a head's token; null when it is none. */
export function readRecordHead(payload: Json): RecordHead | null {
  const { iss, iat } = commonOf(payload);
  const [lists, complete] = [member(payload, 'lists'), member(payload, 'complete')];
  if (iss === null || iat === null || !isObject(lists) || !isObject(complete)) return null;
  const [addresses, times] = [Object.entries(lists), Object.entries(complete)];
  if (addresses.length > MAX_LISTS || times.length > MAX_LISTS) return null;
  if (addresses.some(([, files]) => typeof files !== 'string') || times.some(([, since]) => !isIndex(since))) return null;
  return {
    iss,
    iat,
    lists: addresses.map(([list, files]) => ({ list, files: files as string })),
    complete: Object.fromEntries(times) as Record<string, number>,
  };
}

function commonOf(payload: Json): { readonly iss: string | null; readonly iat: number | null; readonly list: string | null } {
  const iat = member(payload, 'iat');
  return { iss: textOf(payload, 'iss'), iat: isIndex(iat) ? iat : null, list: textOf(payload, 'list') };
}

function isIndex(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
