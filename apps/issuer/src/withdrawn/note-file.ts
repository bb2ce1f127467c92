import { randomBytes } from 'node:crypto';
import { closeSync, constants, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { NotedChange } from '../store/index.js';

/** Withdrawals and suspensions, noted apart from the database. */
export interface NoteFile {
  /** Answers when the lines are in the file. A killed process loses none of them; a power cut may take the last ones. */
  add(changes: readonly NotedChange[]): Promise<void>;
  close(): Promise<void>;
}

/** A process begins another file beyond this many bytes, some 60,000 entries. */
const LARGE = 8_000_000;
/** The files of all processes on a data folder that are kept and read, the newest first. */
const KEEP = 8;
const LINE = /^([0-9a-f-]{36}),(\d{1,16}),([0-9a-f-]{36}),(\d{1,16}),(\d{1,10}),(revocation|suspension),([01]),(\d{1,15})$/;

export const HEAD = 'issuer,entry,badge,list,index,purpose,set,time';

export function toLine({ issuerId, seq, credentialId, listId, index, purpose, value, at }: NotedChange): string {
  return [issuerId, seq, credentialId, listId, index, purpose, value ? 1 : 0, at].join(',');
}

/** The last noted state of each badge, over all processes that had this folder. */
export function readNotes(folder: string): readonly NotedChange[] {
  const last = new Map<string, NotedChange>();
  for (const path of filesOf(folder).slice(0, KEEP).reverse()) {
    for (const line of readOwn(path).split('\n')) {
      const change = parse(line);
      if (change === null) continue;
      const key = `${change.credentialId} ${change.purpose}`;
      const before = last.get(key);
      if (before === undefined || before.at <= change.at) last.set(key, change);
    }
  }
  return [...last.values()];
}

function parse(line: string): NotedChange | null {
  const [, issuerId, seq, credentialId, listId, index, purpose, set, at] = LINE.exec(line) ?? [];
  if (issuerId === undefined || credentialId === undefined) return null;
  const numbers = { seq: Number(seq), listId: Number(listId), index: Number(index), at: Number(at) };
  return { issuerId, credentialId, purpose: purpose === 'suspension' ? purpose : 'revocation', value: set === '1', ...numbers };
}

/** Begins a file of this process, at the first note. Older files beyond those that are read are removed. */
export function openNotes(folder: string): NoteFile {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const path of filesOf(folder).slice(KEEP)) rmSync(path, { force: true });
  let file: Promise<FileHandle> | null = null;
  let size = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function append(text: string): Promise<void> {
    if (size > LARGE) {
      await (await file)?.close();
      file = null;
      size = 0;
    }
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | constants.O_NOFOLLOW;
    file ??= open(join(folder, `${randomBytes(8).toString('hex')}.csv`), flags, 0o600);
    // What an earlier failure cut off ends at the line break.
    await (await file).appendFile(size === 0 ? `${HEAD}\n${text}` : text);
    size += text.length;
  }

  return {
    add(changes) {
      const text = `${changes.map(toLine).join('\n')}\n`;
      const done = last.then(() => append(text));
      last = done.catch(() => {
        file = null;
        size = 0;
      });
      return done;
    },
    async close() {
      await last;
      await (await file)?.close();
    },
  };
}

/** The newest first. */
function filesOf(folder: string): readonly string[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => /^[0-9a-f]{16}\.csv$/.test(name))
    .map((name) => ({ path: join(folder, name), changed: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.changed - a.changed)
    .map(({ path }) => path);
}

function readOwn(path: string): string {
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    return readFileSync(file, 'latin1');
  } finally {
    closeSync(file);
  }
}
