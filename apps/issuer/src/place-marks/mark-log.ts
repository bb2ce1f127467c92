import { closeSync, constants, openSync, readFileSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import type { Mark } from '../issuing/status-lists/place-marks.js';

/** A mark as it was stored. */
export interface StoredMark extends Mark {
  /** How many places of the list the database had for certain. */
  readonly confirmed: number;
}

export type StoredMarks = ReadonlyMap<string, StoredMark>;

/** A file of marks, to which lines are added. */
export interface MarkLog {
  /** Answers when the line is in the file and, if it is to last, on the disk (unless it need not be `safe`). What comes meanwhile goes together. */
  add(line: string, safe?: boolean): Promise<void>;
  close(): Promise<void>;
}

/** Beyond this many bytes the file is written anew, with what still counts. */
const LARGE = 1_000_000;
const LINE = /^(?:w ([0-9a-f-]{36}) (\d{1,16}) (\d{1,10})|([cf]) ([0-9a-f-]{36}))$/;

export const written = (issuerId: string, { listId, taken }: Mark): string => `w ${issuerId} ${listId} ${taken}\n`;
export const confirmed = (issuerId: string): string => `c ${issuerId}\n`;
export const forgotten = (issuerId: string): string => `f ${issuerId}\n`;

/** What a file says. A line that a crash cut off says nothing; null when there is no such file, or it is not this user's. */
export function readMarks(path: string): StoredMarks | null {
  const text = read(path);
  if (text === null) return null;
  const marks = new Map<string, StoredMark>();
  for (const line of text.split('\n').slice(0, -1)) apply(marks, line);
  return marks;
}

function read(path: string): string | null {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  } catch {
    return null;
  }
  try {
    return readFileSync(file, 'latin1');
  } finally {
    closeSync(file);
  }
}

function apply(marks: Map<string, StoredMark>, line: string): void {
  const [, issuerId, listId, taken, act, other = ''] = LINE.exec(line) ?? [];
  if (issuerId !== undefined) {
    const before = marks.get(issuerId);
    const same = before?.listId === Number(listId);
    marks.set(issuerId, { listId: Number(listId), taken: Number(taken), confirmed: same ? (before?.confirmed ?? 0) : 0 });
  }
  const known = marks.get(other);
  if (act === 'f') marks.delete(other);
  if (act === 'c' && known !== undefined) marks.set(other, { ...known, confirmed: known.taken });
}

/** @param lasting whether what is written has to survive a power cut */
export async function openMarkLog(
  path: string,
  { lasting, first = '' }: { readonly lasting: boolean; readonly first?: string },
): Promise<MarkLog> {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | constants.O_NOFOLLOW;
  let file = await open(path, flags, 0o600);
  let size = (await file.stat()).size;
  let torn = size > 0;
  let waiting: string[] = [];
  let sync = false;
  let flushing: Promise<void> | null = null;
  if (size === 0 && first !== '') waiting.push(first);

  async function put(handle: FileHandle, text: string, safe: boolean): Promise<void> {
    await handle.appendFile(text);
    if (lasting && safe) await handle.datasync();
  }

  /** What failed half-way, or was cut off by a crash, is ended so that it says nothing. */
  async function flush(): Promise<void> {
    const text = (torn ? '~\n' : '') + waiting.join('');
    const safe = sync;
    [waiting, sync, flushing, torn] = [[], false, null, true];
    await put(file, text, safe);
    torn = false;
    size += text.length;
    if (size > LARGE) await rewrite();
  }

  async function rewrite(): Promise<void> {
    const text = first + linesOf(readMarks(path) ?? new Map());
    const draft = `${path}.new`;
    const fresh = await open(draft, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW, 0o600);
    await put(fresh, text, true);
    await fresh.close();
    await rename(draft, path);
    await file.close();
    file = await open(path, flags, 0o600);
    size = text.length;
  }

  let last: Promise<unknown> = Promise.resolve();
  return {
    add(line, safe = true) {
      waiting.push(line);
      sync ||= safe;
      flushing ??= last.then(flush, flush);
      last = flushing;
      return flushing;
    },
    async close() {
      await last.catch(() => undefined);
      await file.close();
    },
  };
}

function linesOf(marks: StoredMarks): string {
  return [...marks]
    .map(([issuerId, mark]) => {
      const { confirmed: sure, listId } = mark;
      const before = sure === mark.taken ? '' : written(issuerId, { listId, taken: sure }) + confirmed(issuerId);
      return before + written(issuerId, mark) + (sure === mark.taken ? confirmed(issuerId) : '');
    })
    .join('');
}
