import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OwnServer, ownServer } from '@proofmark/local-postgres/testing';
import pg from 'pg';

/** A PostgreSQL that runs out of room when it is told to. */
export interface SmallDisk {
  readonly server: OwnServer;
  /** A folder of the same disk, for other files. */
  readonly folder: string;
  /** Takes all the room that is left. */
  fill(): Promise<void>;
  makeRoom(): Promise<void>;
  /** Stops the server and removes everything. */
  remove(): Promise<void>;
}

/** No process of autovacuum finds room in the meantime, and files of the write-ahead log stay few. */
const SETTINGS = { autovacuum: 'off', min_wal_size: '32MB', max_wal_size: '32MB' };
const DISK = 192;
const BLOCK = Buffer.alloc(4096);

/** A disk of its own in memory (tmpfs), which another file fills. */
async function mounted(): Promise<SmallDisk> {
  const folder = mkdtempSync(join(tmpdir(), 'proofmark-disk-'));
  mount(folder);
  const unmount = (): void => unmountFrom(folder);
  process.once('exit', unmount);
  const server = await ownServer(SETTINGS, folder);
  const ballast = join(folder, 'ballast');
  return {
    server,
    folder,
    async fill() {
      for (const size of [BLOCK.length * 256, BLOCK.length]) untilNoRoom(() => appendFileSync(ballast, Buffer.alloc(size)));
    },
    async makeRoom() {
      rmSync(ballast);
    },
    async remove() {
      await server.remove();
      process.off('exit', unmount);
      unmount();
      rmSync(folder, { recursive: true });
    },
  };
}

function mount(folder: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}m,mode=0711`, 'proofmark-full-disk', folder], { stdio: 'ignore' });
}

function unmountFrom(folder: string): void {
  execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' });
}

/** Whether this user may. */
function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'proofmark-disk-'));
  try {
    mount(folder);
    unmountFrom(folder);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function untilNoRoom(write: () => void): void {
  try {
    for (;;) write();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}

/** More than a file of the write-ahead log has, or that would be the first that cannot be written. */
const LONGEST_FILE = 17 * 1024 * 1024;

/** A server whose processes may write no longer files (RLIMIT_FSIZE), and a table of badges that is as long already. */
async function limited(): Promise<SmallDisk> {
  const { server, folder, asked, remove } = await plain();
  // Processes of the server that are there keep what they had: those of the connections are ended, and the new ones have it.
  const setLimit = async (bytes: string): Promise<void> => {
    // Only for processes of one's own, and the server runs as whoever owns its data.
    const { uid, gid } = statSync(join(server.folder, 'data'));
    execFileSync('prlimit', ['--pid', String(server.pid), `--fsize=${bytes}:`], { uid, gid });
    await asked("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
  };
  return {
    server,
    folder,
    async fill() {
      await setLimit(String(LONGEST_FILE));
      for (let full = false, round = 1; !full; round += 1) {
        full = await asked(copies(round)).then(
          () => false,
          (error: Error) => {
            if (!/File too large/.test(error.message)) throw error;
            return true;
          },
        );
      }
    },
    makeRoom: () => setLimit('unlimited'),
    remove,
  };
}

/** Whether the system can set that for a process that runs. */
function canLimit(): boolean {
  try {
    execFileSync('prlimit', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A server that says that its disk is full, where nothing better can be had. */
async function pretended(): Promise<SmallDisk> {
  const { server, folder, asked, remove } = await plain();
  return {
    server,
    folder,
    fill: () =>
      asked(`CREATE OR REPLACE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE disk_full USING MESSAGE = 'could not extend file'; END $$;
        CREATE TRIGGER no_room BEFORE INSERT ON credential FOR EACH ROW EXECUTE FUNCTION no_room()`),
    makeRoom: () => asked('DROP TRIGGER no_room ON credential'),
    remove,
  };
}

async function plain() {
  const folder = mkdtempSync(join(tmpdir(), 'proofmark-limit-'));
  chmodSync(folder, 0o711);
  const server = await ownServer(SETTINGS, folder);
  return {
    server,
    folder,
    async asked(text: string): Promise<void> {
      const client = new pg.Client({ connectionString: server.url });
      client.on('error', () => undefined);
      await client.connect();
      await client.query(text).finally(() => client.end());
    },
    async remove(): Promise<void> {
      await server.remove();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Badges with a place that no list has. */
export const FIRST_COPY = 1_000_000;

const copies = (round: number): string => `
  INSERT INTO credential SELECT c.* FROM (SELECT * FROM credential LIMIT 1) k, generate_series(1, 500) n,
    jsonb_populate_record(NULL::credential, to_jsonb(k) || jsonb_build_object('id', gen_random_uuid(), 'status_index', ${FIRST_COPY} + ${round} * 500 + n)) c`;

interface Way {
  readonly how: string;
  readonly open: () => Promise<SmallDisk>;
  /** Whether the server's log has no room, either. */
  readonly whole: boolean;
}

/** How a disk is made full here, by what the system allows. */
export function possibleWays(): readonly Way[] {
  const ways: readonly (Way | null)[] = [
    canMount() ? { how: 'a file system without room', open: mounted, whole: true } : null,
    canLimit() ? { how: 'files that must not get longer', open: limited, whole: false } : null,
  ];
  const possible = ways.filter((way) => way !== null);
  return possible.length > 0 ? possible : [{ how: 'a server that says so', open: pretended, whole: false }];
}
