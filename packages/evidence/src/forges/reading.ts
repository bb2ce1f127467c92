import { formatInstant, type Json, member, parseDateTimeZ, textOf } from '@proofmark/primitives';
import type { ForgeEntry } from './forge-api.js';

/** The id of a git object of SHA-1, or null. */
export function idOf(value: unknown, key: string): string | null {
  const text = textOf(value, key);
  return text !== null && /^[0-9a-f]{40}$/.test(text) ? text : null;
}

/** The year 9999. A commit may state any time. */
const LATEST = 253_370_764_800_000;

/** A time since 1970 in our one form; null for what is none. */
export function timeOf(value: unknown, key: string): string | null {
  const text = textOf(value, key);
  const time = text === null ? null : parseDateTimeZ(text);
  return time === null || time < 0 || time > LATEST ? null : formatInstant(time);
}

/** A number of things; null for what is none. */
export function countOf(value: unknown, key: string): number | null {
  const found = member(value, key);
  return typeof found === 'number' && Number.isSafeInteger(found) && found >= 0 ? found : null;
}

/** `PATH_MAX` of Linux. */
const LONGEST_PATH = 4096;

/** The entries of a list of files; null when one of them is none. @param idKey the member that holds the id of the object */
export function entriesOf(value: Json | undefined, idKey: 'sha' | 'id'): readonly ForgeEntry[] | null {
  if (!Array.isArray(value)) return null;
  const entries = value.map((entry): ForgeEntry | null => {
    const path = textOf(entry, 'path');
    const mode = textOf(entry, 'mode');
    const id = idOf(entry, idKey);
    if (path === null || path === '' || path.length > LONGEST_PATH || mode === null || !/^0?[0-7]{5,6}$/.test(mode) || id === null)
      return null;
    return { path, mode: mode.replace(/^0+/, ''), id, size: countOf(entry, 'size') };
  });
  return entries.includes(null) ? null : (entries as readonly ForgeEntry[]);
}
