import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Mark, MarkError, type PlaceMarks } from '../issuing/status-lists/place-marks.js';
import type { NotedList } from '../issuing/status-lists/set-back.js';
import { mark as tellTrouble } from '../store/database/trouble.js';
import { claimFile, freeFile, heldFile, machineMemory, tidyMemory } from './machine-memory.js';
import { confirmed, forgotten, type MarkLog, openMarkLog, readMarks, type StoredMarks, written } from './mark-log.js';

/** The marks of a process in its data folder. */
export interface FileMarks extends PlaceMarks {
  /** For the next process that starts on this data folder. */
  close(): Promise<void>;
}

const FOLDER = 'places';
const SUFFIX = '.log';
/** Logs of processes that nobody goes on with are kept so long, in milliseconds, and so many. */
const KEEP_TIME = 90 * 86_400_000;
const KEEP = 100;

/**
 * The marks of a process, in two places: in its data folder, and in the memory of the machine. The folder can go back in time together with the
 * database, when a copy of both is put back; the memory cannot. So a list of an earlier process is gone on with only where both say the same.
 *
 * @param memory null where the machine has no such place: then every process begins its own lists
 */
export function openFileMarks(dataDir: string, memory: string | null = machineMemory()): FileMarks {
  const folder = join(dataDir, FOLDER);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (memory !== null) tidyMemory(memory);
  const claimed = memory === null ? null : claimOne(folder, memory);
  removeOld(folder, claimed?.owner ?? null);
  const owner = claimed?.owner ?? randomBytes(16).toString('hex');
  const path = join(folder, `${owner}${SUFFIX}`);
  const marks = new Map(claimed?.marks);
  let logs: Promise<Logs> | null = null;

  async function add(line: string): Promise<void> {
    try {
      logs ??= openLogs(path, memory === null ? null : heldFile(memory, owner));
      await (await logs).add(line);
    } catch (cause) {
      // It is opened anew at the next try.
      await logs?.then((opened) => opened.close()).catch(() => undefined);
      logs = null;
      const reason = (cause as NodeJS.ErrnoException).code ?? (cause as Error).message;
      throw tellTrouble(new MarkError(`A mark cannot be stored in ${folder} (${reason})`, { cause }), 'full');
    }
  }

  return {
    owner,
    read: (issuerId) => marks.get(issuerId) ?? null,
    async write(issuerId, mark) {
      await add(written(issuerId, mark));
      marks.set(issuerId, mark);
    },
    // It serves to tell of a restore. Nothing waits for it.
    confirm: (issuerId) => void logs?.then((open) => open.note(confirmed(issuerId))).catch(() => undefined),
    confirmed: () => logsOf(folder).flatMap((log) => confirmedIn(readMarks(log.path))),
    async forget(issuerId) {
      if (marks.delete(issuerId)) await add(forgotten(issuerId));
    },
    async close() {
      await (await logs?.catch(() => null))?.close();
      if (memory === null) return;
      if (marks.size > 0) return move(heldFile(memory, owner), freeFile(memory, owner));
      rmSync(heldFile(memory, owner), { force: true });
      rmSync(path, { force: true });
    },
  };
}

interface Logs {
  add(line: string): Promise<void>;
  note(line: string): Promise<void>;
  close(): Promise<void>;
}

async function openLogs(path: string, inMemory: string | null): Promise<Logs> {
  const disk = await openMarkLog(path, { lasting: true });
  let memory: MarkLog | null = null;
  try {
    if (inMemory !== null) memory = await openMarkLog(inMemory, { lasting: false, first: `# ${path}\n` });
  } catch {
    rmSync(inMemory ?? '', { force: true });
  }
  return {
    async add(line) {
      await disk.add(line);
      await memory?.add(line).catch(() => {
        // Without it the next process begins its own lists. With an old one it would go on with them: so it has to be gone.
        rmSync(inMemory ?? '', { force: true });
        memory = null;
      });
    },
    note: (line) => disk.add(line, false),
    async close() {
      await disk.close();
      await memory?.close();
    },
  };
}

/** The marks of a process that has ended and that nobody else goes on with, as far as disk and memory agree. */
function claimOne(folder: string, memory: string): { readonly owner: string; readonly marks: ReadonlyMap<string, Mark> } | null {
  for (const { owner, path } of logsOf(folder)) {
    const claimed = claimFile(memory, owner);
    if (claimed === null) continue;
    const [disk, remembered] = [readMarks(path), readMarks(claimed)];
    const same = [...(disk ?? [])].filter(([issuerId, mark]) => isSame(mark, remembered?.get(issuerId)));
    return { owner, marks: new Map(same.map(([issuerId, { listId, taken }]) => [issuerId, { listId, taken }])) };
  }
  return null;
}

function confirmedIn(marks: StoredMarks | null): readonly NotedList[] {
  const sure = [...(marks ?? [])].filter(([, mark]) => mark.confirmed > 0);
  return sure.map(([issuerId, mark]) => ({ issuerId, listId: mark.listId, taken: mark.confirmed }));
}

function isSame(one: Mark, other: Mark | undefined): boolean {
  return one.listId === other?.listId && one.taken === other.taken;
}

/** The newest first. */
function logsOf(folder: string): readonly { readonly owner: string; readonly path: string; readonly changed: number }[] {
  return readdirSync(folder)
    .filter((name) => /^[0-9a-f]{32}\.log$/.test(name))
    .map((name) => {
      const path = join(folder, name);
      return { owner: name.slice(0, -SUFFIX.length), path, changed: statSync(path).mtimeMs };
    })
    .sort((a, b) => b.changed - a.changed);
}

/** What nobody goes on with serves to tell of a restore; that is soon, or never. */
function removeOld(folder: string, own: string | null): void {
  const old = logsOf(folder).filter(({ owner, changed }, at) => owner !== own && (at >= KEEP || changed < Date.now() - KEEP_TIME));
  for (const { path } of old) rmSync(path, { force: true });
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    // It could not be written, or the memory was emptied.
  }
}
